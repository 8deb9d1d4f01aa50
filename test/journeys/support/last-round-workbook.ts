import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plantSheet } from '@thaiqm/core/baseline/planted-sheet.ts'
import type { RowReasonCode, Verdict } from '@thaiqm/core/baseline/row-reason.ts'
import { writeWorkbook } from '../../../apps/server/platform/spreadsheet/write-workbook.ts'

export interface LastRoundWorkbook {
  readonly path: string
  readonly rows: number
  readonly faults: readonly { readonly row: number; readonly verdict: Verdict; readonly code: RowReasonCode }[]
}

const beside = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'samples')

/** What the notes beside the field's sample call each planted fault. */
const codeOf: Readonly<Record<string, RowReasonCode>> = {
  'national number fails its check digit': 'national-number-check-digit',
  'national number has 12 digits': 'national-number-length',
  'house code has 10 digits': 'house-code-length',
  'tambon unknown in this district': 'tambon-unknown',
  'no problem given': 'problem-missing',
  'survey date impossible': 'surveyed-on-impossible',
  'solved before it was surveyed': 'solved-before-survey',
  'problem wording matches no kind': 'wording-unknown',
  'house code in scientific notation': 'house-code-recovered',
  'no house number, no code, no name': 'household-unknown',
  'person without status (0-number)': 'person-without-status',
  'status not understood': 'status-unknown',
}

const fromTheField = async (): Promise<LastRoundWorkbook> => {
  const name = 'baseline-2565-phonsai.xlsx'
  const { rows, faults } = JSON.parse(await readFile(join(beside, 'expected.json'), 'utf8'))[name]
  return {
    path: join(beside, name),
    rows,
    faults: faults.map(({ row, why, verdict }: { row: number; why: string; verdict: Verdict }) => {
      const code = codeOf[why]
      if (code === undefined) throw new Error(`no reason of ours for “${why}”`)
      return { row, verdict, code }
    }),
  }
}

const ours = async (): Promise<LastRoundWorkbook> => {
  const { rows, dataRows, faults } = plantSheet()
  const [title = '', asOf = ''] = rows.slice(0, 2).map(({ cells }) => String(cells[0]))
  const path = join(await mkdtemp(join(tmpdir(), 'thaiqm-workbook-')), 'baseline-2565.xlsx')
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'ThaiQM 2565',
        titleRows: [title, asOf],
        columns: (rows[2]?.cells ?? []).map(heading => ({ heading: String(heading), kind: 'text' })),
        rows: rows.slice(3).map(({ cells }) => cells),
      },
    ],
  })
  await writeFile(path, bytes)
  return { path, rows: dataRows, faults }
}

/** A register as an office hands it over, with twelve planted faults: the field's sample where it lies beside us, else ours. */
export const lastRoundWorkbook = (): Promise<LastRoundWorkbook> =>
  existsSync(join(beside, 'baseline-2565-phonsai.xlsx')) ? fromTheField() : ours()
