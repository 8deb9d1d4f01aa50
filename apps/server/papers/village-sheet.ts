import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { VillageNeed } from '@thaiqm/core/meeting/village-needs.ts'
import type { KindCount, VillageCounts } from '@thaiqm/core/papers/village-needs.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { AlignmentType, type FileChild } from 'docx'
import type { PaperSection } from './official-document.ts'
import { emptyLine, heading, type ListColumn, line, listTable } from './official-parts.ts'

/** What the plan meeting is told of one kind: how it is counted, and what usually helps against it. */
export interface NeedRow extends KindCount {
  readonly kind: string
  readonly dimensionName: string
  /** The place the village's last meeting gave it; null where it did not speak of it. */
  readonly priority: number | null
  /** From the menu of remedies, never from what was written about a house. */
  readonly remedies: readonly string[]
}

export interface VillageNeedsPart extends Omit<VillageCounts, 'kinds'> {
  /** `หมู่ที่ 7 บ้านคำฮี` */
  readonly villageName: string
  readonly needs: readonly NeedRow[]
  /** The village's last closed meeting, where it ranked needs. */
  readonly metOn: Day | null
}

export interface NamedNeed {
  readonly house: string
  readonly headName: string
  readonly whose: string
  readonly kindCode: string
  readonly kind: string
  readonly severityName: string
  readonly planned: string
}

export interface NamedVillagePart {
  readonly villageName: string
  readonly needs: readonly NamedNeed[]
  /** What the village's last closed meeting resolved, most wanted first. */
  readonly resolved: readonly VillageNeed[]
}

export interface VillageSheetFrame {
  /** `ตำบลโพนทราย อำเภอเมืองมุกดาหาร จังหวัดมุกดาหาร` */
  readonly areaName: string
  /** `มิติความเป็นอยู่ และมิติรายได้` */
  readonly dimensionNames: string
  readonly on: Day
  /** Who made it: name and post. */
  readonly by: string
}

const needColumns: readonly ListColumn<NeedRow>[] = [
  { heading: 'รหัส', widthMm: 14, align: 'center', cell: row => row.kindCode },
  { heading: 'ปัญหา/ความต้องการ', widthMm: 44, cell: row => `${row.kind}\n(มิติ${row.dimensionName})` },
  { heading: 'ครัวเรือน', widthMm: 18, align: 'center', cell: row => String(row.households) },
  { heading: 'เรื่อง', widthMm: 14, align: 'center', cell: row => String(row.problems) },
  { heading: 'เร่งด่วน', widthMm: 16, align: 'center', cell: row => String(row.urgent) },
  { heading: 'ลำดับ ประชาคม', widthMm: 18, align: 'center', cell: row => String(row.priority ?? '-') },
  {
    heading: 'แนวทางแก้ไขที่เสนอบรรจุในแผน',
    widthMm: 36,
    cell: row => (row.remedies.length === 0 ? '-' : row.remedies.map(remedy => `- ${remedy}`).join('\n')),
  },
]

const foot = ({ on, by }: VillageSheetFrame) =>
  `ข้อมูลระบบ ThaiQM ณ วันที่ ${formatDay(on, { style: 'long' })} จัดทำโดย ${by}`

const title = (text: string, pageBreakBefore = false) =>
  line(text, { alignment: AlignmentType.CENTER, bold: true, size: 36, pageBreakBefore })
const under = (text: string) => line(text, { alignment: AlignmentType.CENTER })

const openPart = (frame: VillageSheetFrame, village: VillageNeedsPart, index: number): readonly FileChild[] => [
  title('ข้อมูลปัญหาและความต้องการของหมู่บ้าน', index > 0),
  title('ประกอบการจัดทำแผนพัฒนาท้องถิ่น'),
  under(`${village.villageName} ${frame.areaName}`),
  under(frame.dimensionNames),
  emptyLine(16),
  line(
    `ครัวเรือนที่ยังมีปัญหาต้องแก้ไข ${village.households} ครัวเรือน รวม ${village.problems} เรื่อง ` +
      '(ครัวเรือนหนึ่งอาจมีหลายเรื่อง ไม่รวมเรื่องที่จำกัดการเข้าถึง)',
    { after: 6 },
  ),
  listTable(needColumns, village.needs, {
    totals: [
      '',
      'รวม',
      String(village.households),
      String(village.problems),
      String(village.needs.reduce((sum, row) => sum + row.urgent, 0)),
      '',
      '',
    ],
  }),
  ...(village.metOn === null
    ? []
    : [
        line(`ลำดับความต้องการตามมติประชาคมหมู่บ้าน เมื่อวันที่ ${formatDay(village.metOn, { style: 'long' })}`, {
          size: 28,
          before: 6,
        }),
      ]),
  line('หมายเหตุ เอกสารนี้ไม่มีชื่อบุคคลและที่อยู่ ใช้เปิดเผยในที่ประชุมประชาคมหมู่บ้านได้', { size: 28, before: 6 }),
]

/** The open part: what each village needs by kind, for the local plan. No name, no house. */
export const openVillageSheet = (
  frame: VillageSheetFrame,
  villages: readonly VillageNeedsPart[],
): readonly PaperSection[] => [
  { children: villages.flatMap((village, index) => openPart(frame, village, index)), foot: foot(frame) },
]

const namedColumns: readonly ListColumn<NamedNeed>[] = [
  { heading: 'ลำดับ', widthMm: 14, align: 'center', cell: (_, index) => String(index + 1) },
  { heading: 'บ้านเลขที่', widthMm: 26, cell: row => row.house },
  { heading: 'หัวหน้าครัวเรือน', widthMm: 46, cell: row => row.headName },
  { heading: 'ผู้ประสบปัญหา', widthMm: 42, cell: row => row.whose },
  { heading: 'ปัญหา/ความต้องการ', widthMm: 52, cell: row => `${row.kindCode} ${row.kind}` },
  { heading: 'ระดับ', widthMm: 19, align: 'center', cell: row => row.severityName },
  { heading: 'แผนที่วางไว้', widthMm: 48, cell: row => (row.planned === '' ? '-' : row.planned) },
]

// The meeting's own words may name somebody, so they stand in this list and not in the open sheet.
const resolvedPart = (resolved: readonly VillageNeed[]): readonly FileChild[] =>
  resolved.flatMap(({ heldOn, priority, title: need, words, assignedTo }, index) => [
    ...(index === 0 ? [heading(`มติประชาคมหมู่บ้าน เมื่อวันที่ ${formatDay(heldOn, { style: 'long' })}`)] : []),
    line(
      [`ลำดับที่ ${priority} ${need}`, words.trim(), assignedTo.trim() && `ผู้รับผิดชอบ ${assignedTo.trim()}`]
        .filter(part => part !== '')
        .join(' '),
    ),
  ])

const namedPart = (frame: VillageSheetFrame, village: NamedVillagePart, index: number): readonly FileChild[] => [
  title('บัญชีครัวเรือนที่มีปัญหาและความต้องการ (สำหรับคณะกรรมการ)', index > 0),
  under(`${village.villageName} ${frame.areaName}`),
  under(frame.dimensionNames),
  line('ห้ามเผยแพร่ ใช้พิจารณาในที่ประชุมคณะกรรมการเท่านั้น และเก็บคืนเมื่อเลิกประชุม', {
    alignment: AlignmentType.CENTER,
    after: 6,
  }),
  listTable(namedColumns, village.needs),
  ...resolvedPart(village.resolved),
]

/** The list with names, for the closed committee only: every page is marked ลับ. */
export const namedVillageSheet = (
  frame: VillageSheetFrame,
  villages: readonly NamedVillagePart[],
): readonly PaperSection[] => [
  {
    children: villages.flatMap((village, index) => namedPart(frame, village, index)),
    isLandscape: true,
    isSecret: true,
    foot: foot(frame),
  },
]
