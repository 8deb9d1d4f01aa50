import { inOfficialDigits } from '@thaiqm/core/thai/official-digits.ts'
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Emblem } from '../letterhead/emblem-file.ts'

/** The typeface of state papers; an office without it sees the one its own program puts in its place. */
export const OFFICIAL_FONT = 'TH Sarabun New'
/** In half points: 16 points for Thai and Latin letters alike. */
export const OFFICIAL_SIZE = 32
export const LIST_SIZE = 28

/** Millimetres as Word measures: twentieths of a point. */
export const mm = (millimetres: number): number => convertMillimetersToTwip(millimetres)

/** Margins of an external letter: left 3 cm, right 2 cm, top 2.5 cm, bottom 2 cm (คำอธิบายการพิมพ์หนังสือราชการ). */
export const OFFICIAL_MARGIN = { top: mm(25), right: mm(20), bottom: mm(20), left: mm(30) } as const
/** From the left margin to the right one on an upright sheet. */
export const TEXT_WIDTH_MM = 210 - 30 - 20
/** Where a paragraph begins, 2.5 cm in. */
const INDENT = mm(25)
/** The middle of the sheet, from the left margin: where the date and the closing stand. */
export const MIDDLE = mm(210 / 2 - 30)

export interface RunStyle {
  readonly bold?: boolean
  /** In half points. */
  readonly size?: number
  readonly color?: string
  /** Of what is no longer right in other digits: an e-mail address. */
  readonly keepsDigits?: boolean
}

/** Words in the paper's typeface, numbers in Thai digits. Everything a paper says goes through here. */
export const run = (
  text: string,
  { bold = false, size = OFFICIAL_SIZE, color, keepsDigits = false }: RunStyle = {},
): TextRun =>
  new TextRun({
    text: keepsDigits ? text : inOfficialDigits(text),
    font: { ascii: OFFICIAL_FONT, hAnsi: OFFICIAL_FONT, cs: OFFICIAL_FONT, eastAsia: OFFICIAL_FONT },
    size,
    sizeComplexScript: size,
    bold,
    boldComplexScript: bold,
    language: { value: 'th-TH', bidirectional: 'th-TH' },
    ...(color === undefined ? {} : { color }),
  })

const SINGLE = { line: 240, lineRule: LineRuleType.AUTO } as const

type Alignment = NonNullable<IParagraphOptions['alignment']>

interface LineStyle extends RunStyle {
  readonly alignment?: Alignment
  /** Points before and after. */
  readonly before?: number
  readonly after?: number
  /** From the left margin, in twentieths of a point. */
  readonly left?: number
  readonly pageBreakBefore?: boolean
  readonly keepNext?: boolean
}

/** One paragraph of plain words. */
export const line = (text: string | readonly ParagraphChild[], style: LineStyle = {}): Paragraph => {
  const { alignment, before = 0, after = 0, left, pageBreakBefore = false, keepNext = false, ...words } = style
  return new Paragraph({
    children: typeof text === 'string' ? [run(text, words)] : [...text],
    spacing: { before: before * 20, after: after * 20, ...SINGLE },
    pageBreakBefore,
    keepNext,
    ...(alignment === undefined ? {} : { alignment }),
    ...(left === undefined ? {} : { indent: { left } }),
  })
}

export const emptyLine = (size = OFFICIAL_SIZE): Paragraph => line('', { size })

/** `เรื่อง  …` with what follows hanging behind the label. */
export const labelled = (label: string, text: string, widthMm = 15, before = 6): Paragraph =>
  new Paragraph({
    children: [run(label), run('\t'), run(text)],
    tabStops: [{ type: TabStopType.LEFT, position: mm(widthMm) }],
    indent: { left: mm(widthMm), hanging: mm(widthMm) },
    spacing: { before: before * 20, ...SINGLE },
  })

/** A paragraph of a letter's text: first line in, spread to both margins as Thai is. */
export const bodyText = (text: string | readonly ParagraphChild[], before = 6): Paragraph =>
  new Paragraph({
    children: typeof text === 'string' ? [run(text)] : [...text],
    alignment: AlignmentType.THAI_DISTRIBUTE,
    indent: { firstLine: INDENT },
    spacing: { before: before * 20, ...SINGLE },
  })

/** A heading within a paper. */
export const heading = (text: string): Paragraph => line(text, { bold: true, before: 10, after: 2, keepNext: true })

/** `ลับ` as the regulation on official secrets has it: in red, larger than the text, at the head and the foot of every page. */
export const secretStamp = (): Paragraph =>
  line('ลับ', { alignment: AlignmentType.CENTER, bold: true, size: 44, color: 'C00000' })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const DOTTED = { style: BorderStyle.DASHED, size: 4, color: '808080' } as const

const all = <Border>(border: Border) => ({ top: border, bottom: border, left: border, right: border })

const CELL_MARGIN = { top: 20, bottom: 20, left: 80, right: 80 } as const

/** Two columns without lines: what stands left and right of each other at the head of a letter. */
export const besideEachOther = (left: readonly Paragraph[], right: readonly Paragraph[], leftMm: number): Table => {
  const cell = (children: readonly Paragraph[], widthMm: number) =>
    new TableCell({
      children: [...children],
      width: { size: mm(widthMm), type: WidthType.DXA },
      borders: all(NONE),
      margins: { left: 0, right: 0 },
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA },
    columnWidths: [mm(leftMm), mm(TEXT_WIDTH_MM - leftMm)],
    borders: { ...all(NONE), insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ children: [cell(left, leftMm), cell(right, TEXT_WIDTH_MM - leftMm)] })],
  })
}

/**
 * The place of the Garuda emblem, 3 cm high in the middle of the head, while the office has not given its own drawing: we
 * have none that we may hand on, so its exact place is kept and says so.
 */
export const emblemPlace = (): Table => {
  const widthMm = 28
  const sideMm = (TEXT_WIDTH_MM - widthMm) / 2
  const cell = (children: readonly Paragraph[], size: number, isPlace: boolean) =>
    new TableCell({
      children: [...children],
      width: { size: mm(size), type: WidthType.DXA },
      borders: all(isPlace ? DOTTED : NONE),
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 0, right: 0 },
    })
  const words = (text: string) => line(text, { alignment: AlignmentType.CENTER, size: 22, color: '808080' })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA },
    columnWidths: [mm(sideMm), mm(widthMm), mm(sideMm)],
    borders: { ...all(NONE), insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        height: { value: mm(30), rule: HeightRule.EXACT },
        children: [
          cell([line('', { size: 22 })], sideMm, false),
          cell([words('ที่สำหรับตราครุฑ'), words('สูง 3 เซนติเมตร')], widthMm, true),
          cell([line('', { size: 22 })], sideMm, false),
        ],
      }),
    ],
  })
}

/** 3 cm, as the regulation has it for an external letter, in the ninety-sixths of an inch that images are measured in. */
const EMBLEM_HEIGHT = Math.round((30 / 25.4) * 96)
const WIDEST_EMBLEM = Math.round((60 / 25.4) * 96)

/** The office's own emblem, 3 cm high in the middle of the head; a very wide one is made smaller as a whole. */
export const emblemImage = ({ type, bytes, width, height }: Emblem): Paragraph => {
  const scale = Math.min(EMBLEM_HEIGHT / height, WIDEST_EMBLEM / width)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, ...SINGLE },
    children: [
      new ImageRun({
        type,
        data: bytes,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: 'emblem', title: 'ตราประจำหน่วยงาน', description: 'ตราประจำหน่วยงาน' },
      }),
    ],
  })
}

export interface ListColumn<Row> {
  readonly heading: string
  readonly widthMm: number
  readonly cell: (row: Row, index: number) => string
  readonly align?: 'left' | 'center' | 'right'
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** A list with lines; its headings are repeated on every page and a row is never torn. `size` in half points. */
export const listTable = <Row>(
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  { size = LIST_SIZE, totals }: { readonly size?: number; readonly totals?: readonly string[] } = {},
): Table => {
  const cell = (text: string, column: ListColumn<Row>, kind: 'heading' | 'row' | 'total') =>
    new TableCell({
      children: text.split('\n').map(part =>
        line(part, {
          size,
          bold: kind !== 'row',
          alignment: kind === 'heading' ? AlignmentType.CENTER : alignments[column.align ?? 'left'],
        }),
      ),
      width: { size: mm(column.widthMm), type: WidthType.DXA },
      borders: all(THIN),
      verticalAlign: kind === 'heading' ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: CELL_MARGIN,
      ...(kind === 'row' ? {} : { shading: { fill: 'F0F0F0' } }),
    })
  const tableRow = (texts: readonly string[], kind: 'heading' | 'row' | 'total') =>
    new TableRow({
      tableHeader: kind === 'heading',
      cantSplit: true,
      children: columns.map((column, index) => cell(texts[index] ?? '', column, kind)),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(columns.reduce((sum, column) => sum + column.widthMm, 0)), type: WidthType.DXA },
    columnWidths: columns.map(column => mm(column.widthMm)),
    rows: [
      tableRow(
        columns.map(column => column.heading),
        'heading',
      ),
      ...rows.map((row, index) =>
        tableRow(
          columns.map(column => column.cell(row, index)),
          'row',
        ),
      ),
      ...(totals === undefined ? [] : [tableRow(totals, 'total')]),
    ],
  })
}
