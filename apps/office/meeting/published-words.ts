import { type Day, daysBetween } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'

const words = defineWords({
  published: {
    th: (day: string, days: string) => `เผยแพร่ตั้งแต่ ${day} (${days} วัน)`,
    en: (day, days) => `published since ${day} (${days} days)`,
  },
})

/** Since when partners could read a need, and how many days that is on a day. */
export const usePublishedWords = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  return (publishedOn: Day, on: Day): string =>
    say.published(
      formatDay(publishedOn, { language }),
      formatNumber(Math.max(0, daysBetween(publishedOn, on)), language),
    )
}
