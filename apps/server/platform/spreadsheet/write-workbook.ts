import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { SheetContent, WorkbookContent } from './workbook-content.ts'
import {
  columnLetters,
  contentTypesXml,
  packageRelationsXml,
  rowXml,
  sheetEndXml,
  sheetNames,
  sheetStartXml,
  stylesXml,
  type WrittenSheet,
  workbookRelationsXml,
  workbookXml,
} from './workbook-xml.ts'

/** Characters gathered before they go through the deflater. */
const PIECE = 128 * 1024

/** The same content gives the same bytes: parts carry no time of writing. */
const FIXED_TIME = '1980-01-01T12:00:00'

type Drain = () => Promise<void>

const addPart = (zip: Zip, name: string): ZipDeflate => {
  const part = new ZipDeflate(name, { level: 6 })
  part.mtime = FIXED_TIME
  zip.add(part)
  return part
}

const addWhole = (zip: Zip, name: string, xml: string): void => addPart(zip, name).push(strToU8(xml), true)

const addSheet = async (zip: Zip, partName: string, sheet: SheetContent, drain: Drain): Promise<string> => {
  const part = addPart(zip, partName)
  const { xml, headingRow } = sheetStartXml(sheet)
  let pending = xml
  let rowNumber = headingRow
  for await (const cells of sheet.rows) {
    pending += rowXml(++rowNumber, cells, sheet.columns)
    if (pending.length < PIECE) continue
    part.push(strToU8(pending), false)
    pending = ''
    await drain()
  }
  const lastColumn = columnLetters(Math.max(0, sheet.columns.length - 1))
  const filter = `A${headingRow}:${lastColumn}${rowNumber}`
  part.push(strToU8(pending + sheetEndXml(filter)), true)
  await drain()
  return filter
}

/** Writes part after part; `take` gets each piece of the file as soon as it is packed, `drain` waits for room. */
const pack = async (workbook: WorkbookContent, take: (piece: Uint8Array) => void, drain: Drain): Promise<void> => {
  const zip = new Zip((failure, piece) => {
    if (failure) throw failure
    if (piece.length > 0) take(piece)
  })
  const names = sheetNames(workbook.sheets.map(({ name }) => name))
  addWhole(zip, '[Content_Types].xml', contentTypesXml(names.length))
  addWhole(zip, '_rels/.rels', packageRelationsXml())
  addWhole(zip, 'xl/_rels/workbook.xml.rels', workbookRelationsXml(names.length))
  addWhole(zip, 'xl/styles.xml', stylesXml())
  const written: WrittenSheet[] = []
  for (const [at, sheet] of workbook.sheets.entries()) {
    const filter = await addSheet(zip, `xl/worksheets/sheet${at + 1}.xml`, sheet, drain)
    written.push({ name: names[at] ?? '', filter })
  }
  addWhole(zip, 'xl/workbook.xml', workbookXml(written))
  zip.end()
}

/** An .xlsx in memory: for reports of a few thousand rows. Texts are typed as texts; there are no formulas. */
export const writeWorkbook = async (workbook: WorkbookContent): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  await pack(
    workbook,
    piece => pieces.push(piece),
    async () => {},
  )
  return Buffer.concat(pieces)
}

/**
 * The same, piece by piece into a stream, waiting whenever it is full: memory does not grow with the rows. Does not end
 * the stream. Rejects when the stream fails or closes early.
 */
export const streamWorkbook = async (workbook: WorkbookContent, into: Writable): Promise<void> => {
  const closed = new AbortController()
  let failure: unknown
  const onError = (error: unknown) => {
    failure = error
    closed.abort()
  }
  const onClose = () => onError(failure ?? new Error('the stream closed before the workbook was written'))
  into.on('error', onError).on('close', onClose)
  const drain = async () => {
    if (closed.signal.aborted) throw failure
    if (into.writableNeedDrain) {
      await once(into, 'drain', { signal: closed.signal }).catch(error => {
        throw failure ?? error
      })
    }
  }
  try {
    await pack(workbook, piece => into.write(piece), drain)
    await drain()
  } finally {
    into.off('error', onError).off('close', onClose)
  }
}
