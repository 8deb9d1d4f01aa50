import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { isProblemMeasure, type Measure } from '@thaiqm/core/measure/measure.ts'
import { measureNames } from '@thaiqm/core/measure/measure-name.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { surveyStateNames } from '@thaiqm/core/survey/survey-state-name.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import type { WorkbookCell, WorkbookColumn, WorkbookContent } from '../platform/spreadsheet/workbook-content.ts'

export interface CountedWorkbookParts {
  readonly measure: Measure
  readonly overdueOnly: boolean
  readonly areaName: string
  readonly roundName: string
  readonly asOf: Instant
  readonly by: string
  readonly rows: readonly CountedRow[]
  readonly kindName: (code: string) => string
  readonly agencyName: (code: string) => string
}

interface Column extends WorkbookColumn {
  readonly cell: (row: CountedRow, index: number) => WorkbookCell
}

const text = (heading: string, width: number, cell: Column['cell']): Column => ({ heading, width, kind: 'text', cell })
const number = (heading: string, width: number, cell: Column['cell']): Column => ({
  heading,
  width,
  kind: 'number',
  cell,
})
const day = (heading: string, cell: (row: CountedRow) => CountedRow['surveyedOn']): Column => ({
  heading,
  width: 14,
  kind: 'day',
  cell: row => {
    const on = cell(row)
    return on === null ? null : { day: on }
  },
})

const household: readonly Column[] = [
  number('ลำดับ', 8, (_, index) => index + 1),
  text('รหัสหมู่บ้าน', 12, row => row.areaCode),
  text('หมู่บ้าน', 20, row => row.villageName),
  text('บ้านเลขที่', 12, row => row.houseNumber),
  text('เลขรหัสประจำบ้าน', 18, row => row.houseCode),
  text('หัวหน้าครัวเรือน', 28, row => row.headName),
  number('สมาชิก (คน)', 12, row => row.memberCount),
]

const ofHouseholds: readonly Column[] = [
  text('สถานะแบบสำรวจ', 20, row => surveyStateNames[row.surveyState].th),
  day('วันที่สำรวจ', row => row.surveyedOn),
  text('เหตุที่ตกหล่น', 12, row => row.missedReason),
  number('ปัญหาเดิม', 12, row => row.oldProblems),
  number('ตรวจสอบซ้ำแล้ว', 14, row => row.recheckedProblems),
  number('ยังต้องแก้ไข', 12, row => row.liveProblems),
  number('แก้ไขแล้ว', 12, row => row.solvedProblems),
]

const ofProblems = ({ kindName, agencyName }: CountedWorkbookParts): readonly Column[] => [
  text('รหัสปัญหา', 10, row => row.problem?.kindCode ?? null),
  text('ปัญหา', 44, row => (row.problem === null ? null : kindName(row.problem.kindCode))),
  text('ผู้ประสบปัญหา', 24, row => row.problem?.memberName ?? 'ทั้งครัวเรือน'),
  text('สถานะ', 24, row => (row.problem === null ? null : problemStateNames[row.problem.state].th)),
  day('วันที่พบ', row => row.problem?.foundOn ?? null),
  day('ครบกำหนด', row => row.problem?.dueOn ?? null),
  text('หน่วยงานหลัก', 34, row => (row.problem === null ? null : agencyName(row.problem.leadAgency))),
]

/** The list as an office keeps it: the same rows as on the screen, with what they are, where, and as of when. */
export const countedWorkbook = (parts: CountedWorkbookParts): WorkbookContent => {
  const columns = [...household, ...(isProblemMeasure(parts.measure) ? ofProblems(parts) : ofHouseholds)]
  const name = `${measureNames[parts.measure].th}${parts.overdueOnly ? ' (เกินกำหนด)' : ''}`
  return {
    sheets: [
      {
        name: name.slice(0, 31),
        titleRows: [
          `${name} · ${parts.areaName}`,
          measureNames[parts.measure].meansTh,
          `${parts.roundName} · ข้อมูล ณ ${formatInstant(parts.asOf)} · ${parts.rows.length.toLocaleString('th-TH')} รายการ · จัดทำโดย ${parts.by}`,
        ],
        columns: columns.map(({ cell: _cell, ...column }) => column),
        rows: parts.rows.map((row, index) => columns.map(column => column.cell(row, index))),
      },
    ],
  }
}
