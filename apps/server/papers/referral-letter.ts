import type { Day } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { AlignmentType, type FileChild, type Paragraph, type Table } from 'docx'
import type { PaperSection } from './official-document.ts'
import {
  besideEachOther,
  bodyText,
  emblemPlace,
  emptyLine,
  type ListColumn,
  labelled,
  line,
  listTable,
  MIDDLE,
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
}

export interface LetterInput {
  readonly sender: LetterSender
  /** `หัวหน้าหน่วยงาน …` */
  readonly to: string
  readonly agencyName: string
  readonly writtenOn: Day
  /** The round's resolution deadline; null where there is no round. */
  readonly resolveBy: Day | null
  readonly cases: readonly LetterCase[]
  /** Restricted hardships go in a letter of their own, marked ลับ. */
  readonly isSecret: boolean
}

const DOTS = '........................................'

const right = (text: string): Paragraph => line(text)

/** ที่ on the left, the sender's office and address on the right, under the emblem. */
const letterHead = ({ sender, isSecret }: LetterInput): readonly (Paragraph | Table)[] => [
  emblemPlace(),
  besideEachOther(
    [line(`ที่ ${isSecret ? 'ลับ ' : ''}....................../......................`)],
    [right(sender.office), ...sender.addressLines.map(right)],
    TEXT_WIDTH_MM / 2 + 15,
  ),
]

const closing = ({ sender }: LetterInput): readonly Paragraph[] => {
  const centred = (text: string, before = 0) => line(text, { alignment: AlignmentType.CENTER, left: MIDDLE, before })
  return [
    line('ขอแสดงความนับถือ', { alignment: AlignmentType.CENTER, left: MIDDLE, before: 12, keepNext: true }),
    ...[1, 2, 3].map(() => line('', { keepNext: true })),
    centred(`(${sender.signerName ?? DOTS})`),
    centred(sender.signerPosition),
  ]
}

const letterText = (letter: LetterInput): readonly FileChild[] => {
  const { sender, to, agencyName, writtenOn, resolveBy, cases } = letter
  const houses = new Set(cases.map(one => one.householdId)).size
  const deadline = resolveBy === null ? '' : ` ให้แล้วเสร็จภายในวันที่ ${formatDay(resolveBy, { style: 'long' })}`
  return [
    ...letterHead(letter),
    line(formatDay(writtenOn, { style: 'long' }).replaceAll(' ', '  '), { left: MIDDLE, before: 6 }),
    labelled('เรื่อง', 'ขอส่งต่อปัญหาความเดือดร้อนของครัวเรือนเพื่อพิจารณาดำเนินการ'),
    labelled('เรียน', to),
    labelled('สิ่งที่ส่งมาด้วย', `บัญชีครัวเรือนที่ขอส่งต่อ จำนวน ${cases.length} เรื่อง จำนวน 1 ชุด`, 30),
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
    bodyText('จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ'),
    ...closing(letter),
    emptyLine(),
    line(sender.ownerOffice, { keepNext: true }),
    line('โทร. ............................', { keepNext: true }),
    line('ไปรษณีย์อิเล็กทรอนิกส์ ............................'),
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

const attachment = ({ agencyName, cases, sender, writtenOn }: LetterInput): readonly FileChild[] => [
  line('สิ่งที่ส่งมาด้วย', { alignment: AlignmentType.RIGHT }),
  line(`บัญชีครัวเรือนที่ขอส่งต่อ${agencyName}`, { alignment: AlignmentType.CENTER, bold: true }),
  line(`${sender.speaker} ข้อมูล ณ วันที่ ${formatDay(writtenOn, { style: 'long' })}`, {
    alignment: AlignmentType.CENTER,
    after: 6,
  }),
  listTable(columns, cases),
]

/** หนังสือภายนอก to one receiver, with the list of cases behind it (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ, แบบที่ ๑). */
export const referralLetter = (letter: LetterInput): readonly PaperSection[] => [
  { children: letterText(letter), isSecret: letter.isSecret, beginsAnew: true },
  { children: attachment(letter), isLandscape: true, isSecret: letter.isSecret, beginsAnew: true },
]
