import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { LetterReceiver } from '@thaiqm/core/papers/letter-receiver.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { AlignmentType, type FileChild, type Paragraph, type Table } from 'docx'
import type { Emblem } from '../letterhead/emblem-file.ts'
import type { PaperSection } from './official-document.ts'
import {
  besideEachOther,
  bodyText,
  emblemImage,
  emblemPlace,
  emptyLine,
  type ListColumn,
  labelled,
  line,
  listTable,
  MIDDLE,
  run,
  TEXT_WIDTH_MM,
} from './official-parts.ts'

/** What an agency needs of one case and no more: where, whose, what, what is asked and by when. */
export interface LetterCase {
  readonly householdId: string
  readonly place: string
  readonly whose: string
  readonly kindCode: string
  readonly kind: string
  readonly asked: string
  readonly dueOn: Day
}

/** The office a letter goes out from. */
export interface LetterSender {
  /** `ที่ว่าการอำเภอเมืองมุกดาหาร`: stands at the head, right. */
  readonly office: string
  /** Its address in lines. */
  readonly addressLines: readonly string[]
  /** Whoever signs: `นายอำเภอเมืองมุกดาหาร`. */
  readonly signerPosition: string
  /** Null: left open for whoever signs. */
  readonly signerName: string | null
  /** `อำเภอเมืองมุกดาหาร`: speaks in the text. */
  readonly speaker: string
  /** ส่วนราชการเจ้าของเรื่อง */
  readonly ownerOffice: string
  /** Null: left open. */
  readonly phone: string | null
  readonly email: string | null
  /** What stands before a letter's number, `มห 0118.1/`; null while the office has not said. */
  readonly numberPrefix: string | null
  /** Null: its place is kept empty. */
  readonly emblem: Emblem | null
}

export interface LetterInput {
  readonly sender: LetterSender
  /** Of this very letter, prefix and all; null: left open. */
  readonly number: string | null
  /** Printed again: how many cases the letter had; null for a letter made now. */
  readonly copyOf: number | null
  readonly printedOn: Day
  /** อ้างถึง */
  readonly references: readonly string[]
  readonly receiver: LetterReceiver
  readonly agencyName: string
  readonly writtenOn: Day
  /** The round's resolution deadline; null where there is no round. */
  readonly resolveBy: Day | null
  readonly cases: readonly LetterCase[]
  /** Restricted hardships go in a letter of their own, marked ลับ. */
  readonly isSecret: boolean
}

const DOTS = '........................................'

const SHORT_DOTS = '............................'

const right = (text: string): Paragraph => line(text)

const letterNumber = ({ sender, number, isSecret }: LetterInput): string =>
  `ที่ ${isSecret ? 'ลับ ' : ''}${inItsPlace(number, sender.numberPrefix)}`

// A number given before the office had kept its prefix still stands behind the open place of one.
const inItsPlace = (number: string | null, prefix: string | null): string => {
  const openPrefix = '....................../'
  if (number === null) return `${prefix ?? openPrefix}......................`
  return number.includes('/') || prefix !== null ? number : `${openPrefix}${number}`
}

/** A copy says that it is one, and when cases of the letter are over, that its list is not whole. */
const copyMark = ({ copyOf, printedOn, cases }: LetterInput): readonly Paragraph[] => {
  if (copyOf === null) return []
  const part = cases.length < copyOf ? ` เฉพาะ ${cases.length} จาก ${copyOf} เรื่องที่ยังอยู่กับหน่วยงาน` : ''
  const text = `สำเนา พิมพ์เมื่อวันที่ ${formatDay(printedOn, { style: 'long' })}${part}`
  return [line(text, { alignment: AlignmentType.RIGHT, size: 24 })]
}

/** `1. หนังสือ…` one under the other where there are several; nothing where the letter refers to none. */
const references = ({ references: letters }: LetterInput): readonly Paragraph[] =>
  letters.map((text, n) =>
    labelled(n === 0 ? 'อ้างถึง' : '', letters.length === 1 ? text : `${n + 1}. ${text}`, 15, n === 0 ? 6 : 0),
  )

/** ที่ on the left, the sender's office and address on the right, under the emblem. */
const letterHead = (letter: LetterInput): readonly (Paragraph | Table)[] => [
  ...copyMark(letter),
  letter.sender.emblem === null ? emblemPlace() : emblemImage(letter.sender.emblem),
  besideEachOther(
    [line(letterNumber(letter))],
    [right(letter.sender.office), ...letter.sender.addressLines.map(right)],
    TEXT_WIDTH_MM / 2 + 15,
  ),
]

const closing = ({ sender, receiver }: LetterInput): readonly Paragraph[] => {
  const centred = (text: string, before = 0) => line(text, { alignment: AlignmentType.CENTER, left: MIDDLE, before })
  return [
    line(receiver.closing, { alignment: AlignmentType.CENTER, left: MIDDLE, before: 12, keepNext: true }),
    ...[1, 2, 3].map(() => line('', { keepNext: true })),
    centred(`(${sender.signerName ?? DOTS})`),
    ...sender.signerPosition.split('\n').map(part => centred(part)),
  ]
}

const letterText = (letter: LetterInput): readonly FileChild[] => {
  const { sender, receiver, agencyName, writtenOn, resolveBy, cases } = letter
  const houses = new Set(cases.map(one => one.householdId)).size
  const deadline = resolveBy === null ? '' : ` ให้แล้วเสร็จภายในวันที่ ${formatDay(resolveBy, { style: 'long' })}`
  return [
    ...letterHead(letter),
    line(formatDay(writtenOn, { style: 'long' }).replaceAll(' ', '  '), { left: MIDDLE, before: 6 }),
    labelled('เรื่อง', 'ขอส่งต่อปัญหาความเดือดร้อนของครัวเรือนเพื่อพิจารณาดำเนินการ'),
    labelled(receiver.opening, receiver.to, receiver.opening === 'เรียน' ? 15 : 20),
    ...references(letter),
    labelled('สิ่งที่ส่งมาด้วย', `บัญชีครัวเรือนที่ขอส่งต่อ (${cases.length} เรื่อง)  จำนวน 1 ชุด`, 30),
    bodyText(
      'ด้วยกระทรวงมหาดไทยกำหนดให้จังหวัดและอำเภอสำรวจและแก้ไขปัญหาความเดือดร้อนของประชาชนเป็นรายครัวเรือน ' +
        'โดยใช้ข้อมูลจากระบบ ThaiQM บูรณาการการทำงานของ 7 ภาคีเครือข่าย เพื่อแก้ไขปัญหาให้ตรงกับสภาพปัญหาของแต่ละครัวเรือน' +
        deadline,
      12,
    ),
    bodyText(
      `${sender.speaker}ได้สำรวจและวิเคราะห์ปัญหาแล้ว พบว่ามีปัญหาที่อยู่ในอำนาจหน้าที่ของ${agencyName} จำนวน ${cases.length} เรื่อง ` +
        `จาก ${houses} ครัวเรือน จึงขอส่งต่อเพื่อโปรดพิจารณาดำเนินการให้แล้วเสร็จภายในวันครบกำหนดของแต่ละเรื่อง ` +
        'พร้อมทั้งแจ้งผลการรับเรื่องและบันทึกผลการดำเนินการในระบบ ThaiQM รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย ' +
        'ทั้งนี้ ขอให้ใช้ข้อมูลส่วนบุคคลที่ส่งมาเฉพาะเพื่อการช่วยเหลือครัวเรือนดังกล่าว ' +
        'ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562',
    ),
    bodyText(`จึง${receiver.opening}มาเพื่อโปรดพิจารณาดำเนินการ`),
    ...closing(letter),
    emptyLine(),
    line(sender.ownerOffice, { keepNext: true }),
    line(`โทร. ${sender.phone ?? SHORT_DOTS}`, { keepNext: true }),
    line([run('ไปรษณีย์อิเล็กทรอนิกส์ '), run(sender.email ?? SHORT_DOTS, { keepsDigits: true })]),
  ]
}

const columns: readonly ListColumn<LetterCase>[] = [
  { heading: 'ลำดับ', widthMm: 14, align: 'center', cell: (_, index) => String(index + 1) },
  { heading: 'ที่อยู่', widthMm: 60, cell: row => row.place },
  { heading: 'ผู้ประสบปัญหา', widthMm: 48, cell: row => row.whose },
  { heading: 'ปัญหา', widthMm: 55, cell: row => `${row.kindCode} ${row.kind}` },
  { heading: 'เรื่องที่ขอให้ดำเนินการ', widthMm: 44, cell: row => (row.asked === '' ? '-' : row.asked) },
  { heading: 'ครบกำหนด', widthMm: 26, align: 'center', cell: row => formatDay(row.dueOn) },
]

const attachment = (letter: LetterInput): readonly FileChild[] => [
  ...copyMark(letter),
  line('สิ่งที่ส่งมาด้วย', { alignment: AlignmentType.RIGHT }),
  line(`หนังสือ${letter.sender.office} ${letterNumber(letter)} ลงวันที่ ${formatDay(letter.writtenOn, { style: 'long' })}`, {
    alignment: AlignmentType.RIGHT,
    after: 6,
  }),
  line(`บัญชีครัวเรือนที่ขอส่งต่อ${letter.agencyName}`, { alignment: AlignmentType.CENTER, bold: true }),
  line(`${letter.sender.speaker} ข้อมูล ณ วันที่ ${formatDay(letter.printedOn, { style: 'long' })}`, {
    alignment: AlignmentType.CENTER,
    after: 6,
  }),
  listTable(columns, letter.cases),
]

/** หนังสือภายนอก to one receiver, with the list of cases behind it (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ, แบบที่ ๑). */
export const referralLetter = (letter: LetterInput): readonly PaperSection[] => [
  { children: letterText(letter), isSecret: letter.isSecret, beginsAnew: true },
  { children: attachment(letter), isLandscape: true, isSecret: letter.isSecret, beginsAnew: true },
]
