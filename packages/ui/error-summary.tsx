import { useEffect, useRef } from 'react'
import { focusControlIn } from './focus-control.ts'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './error-summary.css'

export interface SummaryError {
  /** The id of the field; a tap on the line puts the focus there. */
  readonly fieldId: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[]
  readonly title?: string | undefined
}

/**
 * Everything that is wrong with a form, at its top, after an attempt to send: takes the focus, and each line leads to
 * its field. Each field says the same beside itself.
 */
export const ErrorSummary = ({ errors, title }: ErrorSummaryProps) => {
  const words = useWords(uiWords)
  const box = useRef<HTMLDivElement>(null)
  const isShown = errors.length > 0
  useEffect(() => {
    if (isShown) box.current?.focus()
  }, [isShown])
  if (!isShown) return null
  return (
    <div ref={box} className="tq-error-summary" role="alert" tabIndex={-1}>
      <h2 className="tq-error-summary-title">
        <Icon name="alert" size={22} />
        {title ?? words.errorsTitle}
      </h2>
      <ul>
        {errors.map(error => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={event => {
                event.preventDefault()
                const field = document.getElementById(error.fieldId)
                if (field !== null) focusControlIn(field)
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
