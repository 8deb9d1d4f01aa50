import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './skeleton.css'

/** Grey lines in the shape of what is coming. `lines` of text, or one `block`. */
export const Skeleton = ({
  lines = 3,
  look = 'text',
}: {
  readonly lines?: number | undefined
  readonly look?: 'text' | 'block' | undefined
}) => {
  const words = useWords(uiWords)
  return (
    <div className={`tq-skeleton tq-skeleton-${look}`} role="status">
      <span className="tq-visually-hidden">{words.loading}</span>
      {Array.from({ length: look === 'block' ? 1 : lines }, (_, line) => `line-${line}`).map(line => (
        <span key={line} className="tq-skeleton-line" aria-hidden="true" />
      ))}
    </div>
  )
}
