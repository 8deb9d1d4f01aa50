import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { encodeExcelText } from './excel-text.ts'
import type { SheetContent, WorkbookCell, WorkbookColumn } from './workbook-content.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Order of `cellXfs` in the style sheet. */
const STYLE = { plain: 0, text: 1, whole: 2, decimal: 3, heading: 4, title: 5, subtitle: 6 } as const

/** TH Sarabun New 16 is the face of official papers; Excel takes another where it is not installed. */
export const stylesXml = (): string => {
  const font = (size: number, bold: boolean) =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="TH Sarabun New"/><family val="2"/></font>`
  const format = (numFmt: number, fontId: number, fill: number, extra = '') =>
    `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${extra}`
  const top = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  const formats = [
    format(0, 0, 0, '/>'),
    format(49, 0, 0, top),
    format(3, 0, 0, '/>'),
    format(4, 0, 0, '/>'),
    format(49, 1, 2, ' applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'),
    format(49, 2, 0, '/>'),
    format(49, 0, 0, '/>'),
  ]
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3">${font(16, false)}${font(16, true)}${font(18, true)}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

export const contentTypesXml = (sheetCount: number): string => {
  const sheet = (at: number) =>
    `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
    `${Array.from({ length: sheetCount }, (_, at) => sheet(at)).join('')}</Types>`
  )
}

export const packageRelationsXml = (): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookRelationsXml = (sheetCount: number): string => {
  const sheets = Array.from(
    { length: sheetCount },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

export interface WrittenSheet {
  readonly name: string
  /** `A3:F20`: headings and data, which the filter spans. */
  readonly filter: string
}

/** The filter is named as Excel names its own, or Excel offers to repair the file. */
export const workbookXml = (sheets: readonly WrittenSheet[]): string => {
  const entry = ({ name }: WrittenSheet, at: number) =>
    `<sheet name="${encodeExcelText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
  const filter = ({ name, filter: range }: WrittenSheet, at: number) =>
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${encodeExcelText(name).replace(/'/g, "''")}'!${range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName>`
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(entry).join('')}</sheets>` +
    `<definedNames>${sheets.map(filter).join('')}</definedNames></workbook>`
  )
}

/** Names of sheets as Excel allows them: 31 characters, none of `[]:*?/\`, no `'` at either end, each once. */
export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .trim()
        .replace(/^'+|'+$/g, '')
        .slice(0, 31)
        .trim() || `Sheet${at + 1}`
    let unique = clean
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${clean.slice(0, 31 - ` (${n})`.length)} (${n})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** 0 → A, 26 → AA. */
export const columnLetters = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

/** What Excel lets a cell hold. Longer texts end in an ellipsis; a survey's answer never comes near. */
const LONGEST_TEXT = 32_767

const clip = (text: string) => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text)

/** Typed as text, so nothing in it is ever taken for a formula, whatever it begins with. */
const textCell = (reference: string, style: number, text: string): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeExcelText(clip(text))}</t></is></c>`

const dataCell = (reference: string, cell: WorkbookCell, kind: WorkbookColumn['kind'] | undefined): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return textCell(reference, STYLE.text, cell)
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  // Offices read 12/01/2567; a true date would show 2024 wherever Excel is not set to Thai.
  if (typeof cell === 'object') return textCell(reference, STYLE.text, formatDay(cell.day, { style: 'numeric' }))
  if (!Number.isFinite(cell)) return ''
  if (kind === 'text') return `<c r="${reference}"><v>${cell}</v></c>`
  const style = kind === 'money' || !Number.isInteger(cell) ? STYLE.decimal : STYLE.whole
  return `<c r="${reference}" s="${style}"><v>${cell}</v></c>`
}

export const rowXml = (
  rowNumber: number,
  cells: readonly WorkbookCell[],
  columns: readonly WorkbookColumn[],
): string => {
  let xml = `<row r="${rowNumber}">`
  for (const [column, cell] of cells.entries()) {
    xml += dataCell(`${columnLetters(column)}${rowNumber}`, cell, columns[column]?.kind)
  }
  return `${xml}</row>`
}

/** Everything of a sheet before its data: frozen headings, widths, titles and the heading row. */
export const sheetStartXml = (sheet: SheetContent): { readonly xml: string; readonly headingRow: number } => {
  const titles = sheet.titleRows ?? []
  const headingRow = titles.length + 1
  const widths = sheet.columns.map(
    ({ width = 16 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const titleRows = titles.map(
    (title, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, at === 0 ? STYLE.title : STYLE.subtitle, title)}</row>`,
  )
  const headings = sheet.columns.map(({ heading }, at) =>
    textCell(`${columnLetters(at)}${headingRow}`, STYLE.heading, heading),
  )
  const xml =
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="24"/>' +
    `${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${titleRows.join('')}` +
    `<row r="${headingRow}">${headings.join('')}</row>`
  return { xml, headingRow }
}

export const sheetEndXml = (filter: string): string => `</sheetData><autoFilter ref="${filter}"/></worksheet>`
