import type { ReactNode } from 'react'

export interface PrintSheetProps {
  /** What the paper is. */
  readonly title: string
  /** Under the title: of whom, of where. */
  readonly lines: readonly string[]
  /** Small at the foot of every page: when and by whom it was printed. */
  readonly stamp: string
  /** Large at the head and foot of every page, such as a degree of secrecy. */
  readonly mark?: string | undefined
  readonly children: ReactNode
}

/** The part of a page that goes onto paper; on the screen it looks like its content, printed it has a head and a foot. */
export const PrintSheet = ({ title, lines, stamp, mark, children }: PrintSheetProps) => {
  const marked = mark !== undefined && <p className="tq-print-mark">{mark}</p>
  return (
    <div className="tq-print-sheet">
      <div className="tq-print-only tq-print-top">{marked}</div>
      <div>
        <div className="tq-print-only tq-print-head">
          <p className="tq-print-title">{title}</p>
          {lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {children}
      </div>
      <div className="tq-print-only tq-print-foot">
        <p className="tq-print-stamp">{stamp}</p>
        {marked}
      </div>
    </div>
  )
}
