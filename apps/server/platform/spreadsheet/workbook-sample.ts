import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface RawWorkbook {
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[]
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookProperties?: string
}

/** Packs hand-written sheet XML as other programs would, for tests of the reader. */
export const packWorkbook = ({ sheets, sharedStrings, styles, workbookProperties = '' }: RawWorkbook): Uint8Array => {
  const entries = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet${at + 1}.xml"/>`,
  )
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookProperties}<sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${relations.join('')}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  }
  for (const [at, { xml }] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml.includes('<worksheet')
      ? xml
      : `<worksheet xmlns="${MAIN}">${xml}</worksheet>`
  }
  if (sharedStrings) files['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${sharedStrings}</sst>`
  if (styles) files['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
