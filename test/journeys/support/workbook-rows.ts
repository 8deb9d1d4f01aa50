import { cellText } from '@thaiqm/core/baseline/sheet-row.ts'
import { readSpreadsheet } from '../../../apps/server/platform/spreadsheet/read-spreadsheet.ts'

/** The rows of a downloaded list, each by its headings; titles above the headings are left out. */
export const workbookRows = async (bytes: Uint8Array): Promise<readonly Readonly<Record<string, string>>[]> => {
  const read = await readSpreadsheet(bytes, 'list.xlsx')
  if (!read.ok) throw new Error(read.code)
  const rows = read.value.sheets[0]?.rows ?? []
  const at = rows.findIndex(row => row.cells.includes('บ้านเลขที่'))
  if (at < 1) throw new Error('the workbook has no headings below its title')
  const headings = (rows[at]?.cells ?? []).map(cellText)
  return rows
    .slice(at + 1)
    .map(({ cells }) => Object.fromEntries(headings.map((heading, column) => [heading, cellText(cells[column])])))
}
