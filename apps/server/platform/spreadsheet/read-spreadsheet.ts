import { readFile, stat } from 'node:fs/promises'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './read-delimited.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Spreadsheet } from './spreadsheet.ts'
import { DEFAULT_LIMITS, type SpreadsheetLimits } from './spreadsheet-limits.ts'
import { type SpreadsheetRefusal, Unreadable } from './spreadsheet-refusal.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** OLE container: an .xls of before 2007, or an .xlsx that Excel wrapped to encrypt it. */
const refusalOfOle = (bytes: Uint8Array): SpreadsheetRefusal =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'password-protected'
    : 'old-excel-format'

const readBytes = (bytes: Uint8Array, fileName: string, limits: SpreadsheetLimits): Spreadsheet => {
  if (bytes.length === 0) throw new Unreadable('file-empty')
  if (bytes.length > limits.fileBytes) throw new Unreadable('file-too-large')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable(refusalOfOle(bytes))
  if (startsWith(bytes, 0x50, 0x4b)) return { format: 'xlsx', sheets: nonEmpty(readWorkbook(bytes, limits)) }
  if (/\.xlsx?$/i.test(fileName) && startsWith(bytes, 0x09, 0x08)) throw new Unreadable('old-excel-format')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new Unreadable('not-a-spreadsheet')
  const { text, encoding } = decodeText(bytes)
  // Pages and other XML saved under a spreadsheet's name.
  if (/^\uFEFF?\s*<(\?xml|!doctype|html|table)/i.test(text)) throw new Unreadable('not-a-spreadsheet')
  const rows = readDelimited(text.replace(/^\uFEFF/, ''), limits)
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return { format: 'csv', encoding, sheets: nonEmpty([{ name, hidden: false, rows }]) }
}

const nonEmpty = (sheets: Spreadsheet['sheets']): Spreadsheet['sheets'] => {
  if (sheets.every(({ rows }) => rows.length === 0)) throw new Unreadable('file-empty')
  return sheets
}

/**
 * Reads an .xlsx, .csv or .tsv by what is in it, not by its name. Numbers stay exact (49012345678 comes as that number),
 * dates come as days, hidden sheets are marked. Refuses with a code of `SPREADSHEET_REFUSALS`; never a half-read file.
 */
export const readSpreadsheet = async (
  source: Uint8Array | string,
  fileName: string,
  limits: SpreadsheetLimits = DEFAULT_LIMITS,
): Promise<Outcome<Spreadsheet, SpreadsheetRefusal>> => {
  try {
    if (typeof source === 'string' && (await stat(source)).size > limits.fileBytes) return refuse('file-too-large')
    return succeed(readBytes(typeof source === 'string' ? await readFile(source) : source, fileName, limits))
  } catch (failure) {
    if (failure instanceof Unreadable) return refuse(failure.code)
    // The inflater and the directory reader stumble over damaged bytes in ways of their own.
    if (
      failure instanceof RangeError ||
      (failure instanceof Error && 'code' in failure && typeof failure.code === 'number')
    ) {
      return refuse('workbook-broken')
    }
    throw failure
  }
}
