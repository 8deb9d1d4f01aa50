import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { line, mm, OFFICIAL_FONT, OFFICIAL_MARGIN, OFFICIAL_SIZE, secretStamp } from './official-parts.ts'

/** A run of pages of one shape within a paper. */
export interface PaperSection {
  readonly children: readonly FileChild[]
  readonly isLandscape?: boolean
  /** Marked ลับ at the head and foot of every page. */
  readonly isSecret?: boolean
  /** Page numbers begin again at ๑: another letter in the same file. */
  readonly beginsAnew?: boolean
  /** What stands small at the foot of every page: whence and as of when. */
  readonly foot?: string
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        children: ['- ', PageNumber.CURRENT, ' -'],
        font: { ascii: OFFICIAL_FONT, hAnsi: OFFICIAL_FONT, cs: OFFICIAL_FONT, eastAsia: OFFICIAL_FONT },
        size: OFFICIAL_SIZE,
        sizeComplexScript: OFFICIAL_SIZE,
      }),
    ],
  })

const sectionOf = (
  { children, isLandscape, isSecret, beginsAnew, foot }: PaperSection,
  index: number,
): ISectionOptions => {
  const stamp = isSecret === true ? [secretStamp()] : []
  const small = foot === undefined ? [] : [line(foot, { size: 24, alignment: AlignmentType.RIGHT })]
  const footer = new Footer({ children: [...small, ...stamp].length === 0 ? [line('')] : [...small, ...stamp] })
  // The first page of a letter carries no number, the others have theirs at the head (คำอธิบายการพิมพ์หนังสือราชการ).
  const first = new Header({ children: stamp.length === 0 ? [line('')] : stamp })
  const others = new Header({ children: [...stamp.map(() => secretStamp()), pageNumber()] })
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: isLandscape === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...OFFICIAL_MARGIN, header: mm(10), footer: mm(8) },
        pageNumbers: {
          formatType: NumberFormat.THAI_NUMBERS,
          ...(index === 0 || beginsAnew === true ? { start: 1 } : {}),
        },
      },
    },
    headers: { first, default: others },
    footers: { first: footer, default: footer },
    children: [...children],
  }
}

/** A DOCX of these sections. `title` names the kind of paper, never a person. */
export const writeOfficialDocument = (title: string, sections: readonly PaperSection[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      creator: 'ThaiQM',
      lastModifiedBy: 'ThaiQM',
      styles: {
        default: {
          document: {
            run: {
              font: { ascii: OFFICIAL_FONT, hAnsi: OFFICIAL_FONT, cs: OFFICIAL_FONT, eastAsia: OFFICIAL_FONT },
              size: OFFICIAL_SIZE,
              sizeComplexScript: OFFICIAL_SIZE,
              language: { value: 'th-TH', bidirectional: 'th-TH' },
            },
            paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
          },
        },
      },
      sections: sections.map(sectionOf),
    }),
  )
