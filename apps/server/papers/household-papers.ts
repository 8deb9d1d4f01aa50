import type { CaseHelp, CaseMember, CaseProblem, CaseResult, CaseSheet } from '@thaiqm/core/household/case-sheet.ts'
import type { LifeDay } from '@thaiqm/core/household/life-line.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { severityNames } from '@thaiqm/core/problem/severity-name.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { AlignmentType, type FileChild } from 'docx'
import type { PaperSection } from './official-document.ts'
import { bodyText, heading, type ListColumn, line, listTable } from './official-parts.ts'

export interface PaperFrame {
  readonly on: Day
  /** Who made it: name and post. */
  readonly by: string
}

const foot = ({ on, by }: PaperFrame) => `ข้อมูลระบบ ThaiQM ณ วันที่ ${formatDay(on, { style: 'long' })} จัดทำโดย ${by}`

const baht = (value: number): string => (value === 0 ? '-' : value.toLocaleString('en-US'))

const title = (text: string) => line(text, { alignment: AlignmentType.CENTER, bold: true, size: 36 })

const memberColumns: readonly ListColumn<CaseMember>[] = [
  { heading: 'ลำดับ', widthMm: 14, align: 'center', cell: (_, index) => String(index + 1) },
  { heading: 'ชื่อ-สกุล', widthMm: 50, cell: row => row.name },
  { heading: 'ความสัมพันธ์', widthMm: 32, cell: row => row.relation },
  { heading: 'อายุ (ปี)', widthMm: 16, align: 'center', cell: row => (row.age === null ? '-' : String(row.age)) },
  {
    heading: 'อาชีพ/สถานะ',
    widthMm: 48,
    cell: row => (row.isLivingHere ? row.occupation || '-' : 'ไม่อยู่ในครัวเรือนแล้ว'),
  },
]

const problemColumns: readonly ListColumn<CaseProblem>[] = [
  { heading: 'รหัส', widthMm: 14, align: 'center', cell: row => row.kindCode },
  {
    heading: 'ปัญหา',
    widthMm: 56,
    cell: row => [row.restricted ? `${row.kind} (ลับ)` : row.kind, row.description].filter(Boolean).join('\n'),
  },
  { heading: 'ผู้ประสบปัญหา', widthMm: 30, cell: row => row.whose ?? 'ทั้งครัวเรือน' },
  { heading: 'ระดับ', widthMm: 17, align: 'center', cell: row => severityNames[row.severity].th },
  { heading: 'สาเหตุ', widthMm: 43, cell: row => (row.causes.length === 0 ? '-' : row.causes.join('\n')) },
]

const helpColumns: readonly ListColumn<CaseHelp>[] = [
  { heading: 'วันที่', widthMm: 25, align: 'center', cell: row => formatDay(row.on) },
  { heading: 'ผู้ให้ความช่วยเหลือ', widthMm: 45, cell: row => row.by },
  { heading: 'รายการ', widthMm: 46, cell: row => row.what },
  { heading: 'มูลค่า (บาท)', widthMm: 22, align: 'right', cell: row => baht(row.valueBaht) },
  { heading: 'ปัญหา', widthMm: 22, align: 'center', cell: row => row.kindCodes.join(' ') },
]

const plannedColumns: readonly ListColumn<CaseHelp>[] = [
  { heading: 'กำหนดเสร็จ', widthMm: 25, align: 'center', cell: row => formatDay(row.on) },
  { heading: 'ผู้รับผิดชอบ', widthMm: 45, cell: row => row.by },
  { heading: 'กิจกรรมตามแผน', widthMm: 46, cell: row => `${row.what}${row.isDone ? '\n(แล้วเสร็จ)' : ''}` },
  { heading: 'งบ (บาท)', widthMm: 22, align: 'right', cell: row => baht(row.valueBaht) },
  { heading: 'ปัญหา', widthMm: 22, align: 'center', cell: row => row.kindCodes.join(' ') },
]

const resultColumns: readonly ListColumn<CaseResult>[] = [
  { heading: 'รหัส', widthMm: 14, align: 'center', cell: row => row.kindCode },
  { heading: 'ปัญหา', widthMm: 50, cell: row => row.kind },
  { heading: 'ผลการดำเนินงาน', widthMm: 40, cell: row => problemStateNames[row.state].th },
  {
    heading: 'วันที่แล้วเสร็จ',
    widthMm: 26,
    align: 'center',
    cell: row => (row.closedOn === null ? '-' : formatDay(row.closedOn)),
  },
  { heading: 'หมายเหตุ', widthMm: 30, cell: row => row.note || '-' },
]

/** A list, or a sentence where there is nothing: an empty table tells nobody that somebody has looked. */
const listOr = <Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[], none: string): readonly FileChild[] => [
  rows.length === 0 ? line(none) : listTable(columns, rows, { size: 28 }),
]

/** The case sheet of DOPA's form, on A4. */
export const caseSheetPaper = (sheet: CaseSheet, frame: PaperFrame): readonly PaperSection[] => {
  const { counts } = sheet
  return [
    {
      isSecret: sheet.isSecret,
      foot: foot(frame),
      children: [
        title('แบบรายงานการแก้ไขปัญหาความเดือดร้อนรายครัวเรือน'),
        line(sheet.place, { alignment: AlignmentType.CENTER }),
        line(`หัวหน้าครัวเรือน ${sheet.headName}`, { alignment: AlignmentType.CENTER }),
        heading('1. สภาพทั่วไปของครัวเรือน'),
        bodyText(sheet.paragraph, 0),
        line(`ศักยภาพครัวเรือน ${sheet.potential}`, { before: 4 }),
        ...(sheet.ownWords === '' ? [] : [line(`ความเดือดร้อนตามคำของครัวเรือน ${sheet.ownWords}`)]),
        line('', { size: 12 }),
        ...listOr(memberColumns, sheet.members, 'ยังไม่มีรายชื่อสมาชิก'),
        heading('2. สภาพปัญหาที่ประสบ'),
        ...listOr(problemColumns, sheet.problems, 'ไม่พบปัญหา'),
        heading('3. การให้ความช่วยเหลือ'),
        ...listOr(helpColumns, sheet.help, 'ยังไม่มีการให้ความช่วยเหลือ'),
        ...(sheet.planned.length === 0
          ? []
          : [
              line('แผนรายครัวเรือน', { bold: true, before: 6, after: 2, keepNext: true }),
              listTable(plannedColumns, sheet.planned),
            ]),
        heading('4. ผลการดำเนินงาน'),
        line(
          `แก้ไขแล้ว ${counts.solved} เรื่อง จากทั้งหมด ${counts.of} เรื่อง อยู่ระหว่างดำเนินการ ${counts.live} เรื่อง` +
            (counts.unresolvable === 0 ? '' : ` แก้ไขไม่ได้/เกินอำนาจ ${counts.unresolvable} เรื่อง`),
          { after: 4, keepNext: true },
        ),
        ...listOr(resultColumns, sheet.results, 'ไม่มีเรื่องที่ต้องดำเนินการ'),
      ],
    },
  ]
}

interface TimelineHousehold {
  readonly place: string
  readonly headName: string
  readonly isSecret: boolean
}

type LifeRow = LifeDay['lines'][number]

const lifeColumns: readonly ListColumn<LifeRow>[] = [
  { heading: 'เวลา', widthMm: 20, align: 'center', cell: row => row.time },
  { heading: 'เหตุการณ์', widthMm: 95, cell: row => [row.title, row.body].filter(Boolean).join('\n') },
  { heading: 'ผู้บันทึก', widthMm: 45, cell: row => row.by },
]

/** The household's whole life in the system, day by day. */
export const timelinePaper = (
  household: TimelineHousehold,
  days: readonly LifeDay[],
  frame: PaperFrame,
): readonly PaperSection[] => [
  {
    isSecret: household.isSecret,
    foot: foot(frame),
    children: [
      title('ประวัติการดำเนินงานของครัวเรือน'),
      line(household.place, { alignment: AlignmentType.CENTER }),
      line(`หัวหน้าครัวเรือน ${household.headName}`, { alignment: AlignmentType.CENTER, after: 6 }),
      ...days.flatMap(({ day, lines }) => [heading(formatDay(day, { style: 'full' })), listTable(lifeColumns, lines)]),
    ],
  },
]
