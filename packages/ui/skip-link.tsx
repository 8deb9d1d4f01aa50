import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './skip-link.css'

/** The first stop of the Tab key: jumps over the menu. Both shells have one already. */
export const SkipLink = ({ to }: { readonly to: string }) => {
  const words = useWords(uiWords)
  return (
    <a
      className="tq-skip-link"
      href={`#${to}`}
      onClick={event => {
        // The address must not change: routers may read the hash.
        event.preventDefault()
        document.getElementById(to)?.focus()
      }}
    >
      {words.skipToContent}
    </a>
  )
}
