import { TextLink } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'

const words = defineWords({
  open: {
    th: (label: string, n: string) => `เปิดรายการ ${label}: ${n}`,
    en: (label, n) => `Open the list ${label}: ${n}`,
  },
})

/** A number that opens exactly what it counts; without an address a plain number. */
export const CountLink = ({
  n,
  href,
  label,
  className = '',
}: {
  readonly n: number
  readonly href: string | undefined
  readonly label: string
  readonly className?: string | undefined
}) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const written = formatNumber(n, language)
  if (href === undefined) return <span className={className}>{written}</span>
  return (
    <span className={`of-count ${className}`}>
      <TextLink href={href} aria-label={say.open(label, written)}>
        {written}
      </TextLink>
    </span>
  )
}
