import { showsDay } from './excel-day.ts'
import { decodeExcelText } from './excel-text.ts'
import { createTextKeeper } from './keep-text.ts'
import { readSheetRows, type SheetContext } from './read-sheet-rows.ts'
import { readXml } from './read-xml.ts'
import type { Sheet } from './spreadsheet.ts'
import type { SpreadsheetLimits } from './spreadsheet-limits.ts'
import { Unreadable } from './spreadsheet-refusal.ts'
import { openZip, type ZipReader } from './zip-parts.ts'

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1)

/** Targets are relative to their part's folder, or absolute from the root. */
const resolveTarget = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

interface Relation {
  readonly type: string
  readonly target: string
}

const readRelations = (zip: ZipReader, part: string): Map<string, Relation> => {
  const folder = folderOf(part)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations = new Map<string, Relation>()
  if (!zip.has(file)) return relations
  readXml(zip, file, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const type = attributes.Type?.split('/').at(-1) ?? ''
      relations.set(attributes.Id ?? '', { type, target: resolveTarget(folder, attributes.Target ?? '') })
    },
  })
  return relations
}

/** Strings shared by cells: plain, or runs of rich text put together. Readings (`rPh`) printed above are no part of them. */
const readSharedStrings = (zip: ZipReader, part: string, keepText: (text: string) => string): string[] => {
  const strings: string[] = []
  let text = ''
  let isText = false
  let phonetic = 0
  readXml(zip, part, {
    open: name => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') isText = phonetic === 0
    },
    text: part => {
      if (isText) text += part
    },
    close: name => {
      if (name === 'si') strings.push(keepText(decodeExcelText(text)))
      else if (name === 'rPh') phonetic--
      else if (name === 't') isText = false
    },
  })
  return strings
}

/** For each cell style whether it shows a day. */
const readDayStyles = (zip: ZipReader, part: string): boolean[] => {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inCellStyles = false
  readXml(zip, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) styles.push(Number(attributes.numFmtId ?? 0))
    },
    close: name => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles.map(id => showsDay(id, codes.get(id)))
}

const findWorkbookPart = (zip: ZipReader): string => {
  if (!zip.has('_rels/.rels')) throw new Unreadable('not-a-spreadsheet')
  const document = [...readRelations(zip, '').values()].find(relation => relation.type === 'officeDocument')
  if (!document || !zip.has(document.target)) throw new Unreadable('not-a-spreadsheet')
  return document.target
}

/** Reads every sheet of an .xlsx or .xlsm. Throws `Unreadable`. */
export const readWorkbook = (bytes: Uint8Array, limits: SpreadsheetLimits): Sheet[] => {
  const zip = openZip(bytes, limits)
  const workbookPart = findWorkbookPart(zip)
  const entries: SheetEntry[] = []
  let isWorkbook = false
  let from1904 = false
  readXml(zip, workbookPart, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true
      else if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      else if (name === 'sheet') {
        const relation = attributes['r:id'] ?? attributes.id ?? ''
        entries.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', relation })
      }
    },
  })
  if (!isWorkbook) throw new Unreadable('not-a-spreadsheet')
  if (entries.length > limits.sheets) throw new Unreadable('file-too-large')
  const relations = readRelations(zip, workbookPart)
  const partOfType = (type: string) => [...relations.values()].find(relation => relation.type === type)?.target
  const stringsPart = partOfType('sharedStrings')
  const stylesPart = partOfType('styles')
  const keepText = createTextKeeper()
  const context: SheetContext = {
    keepText,
    strings: stringsPart && zip.has(stringsPart) ? readSharedStrings(zip, stringsPart, keepText) : [],
    dayStyles: stylesPart && zip.has(stylesPart) ? readDayStyles(zip, stylesPart) : [],
    from1904,
    limits,
    cellsLeft: { count: limits.cells },
  }
  return entries.flatMap(entry => {
    const relation = relations.get(entry.relation)
    // Chart sheets and dialogs have no cells.
    if (relation?.type !== 'worksheet') return []
    return [{ name: entry.name, hidden: entry.hidden, rows: readSheetRows(zip, relation.target, context) }]
  })
}
