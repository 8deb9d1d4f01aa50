import type { Day } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'

const words = defineWords({
  practice: { th: 'พื้นที่ฝึก', en: 'Practice province' },
  today: { th: (day: string) => `วันที่ในระบบ ${day}`, en: day => `System date ${day}` },
  invented: { th: 'ข้อมูลสมมติทั้งหมด', en: 'All data is invented' },
})

/** On every page of a practice province, so that nobody takes its people for real ones. */
export const PracticeBanner = ({ today }: { readonly today: Day }) => {
  const { language } = useLanguage()
  const say = useWords(words)
  return (
    <aside className="of-practice" aria-label={say.practice}>
      <Icon name="info" size={18} />
      <b>{say.practice}</b>
      <span>{say.today(formatDay(today, { language }))}</span>
      <span>{say.invented}</span>
    </aside>
  )
}
