import { useQuery } from '@tanstack/react-query'
import { readTimeline } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Timeline } from '@thaiqm/ui/definition-list.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { ask } from '../platform/api.ts'
import { QueryView } from '../platform/page.tsx'
import { timelineLook, timelineSentence } from './timeline-sentence.ts'

const words = defineWords({
  title: { th: 'เส้นเวลา', en: 'Timeline' },
  hint: {
    th: 'ทุกเหตุการณ์ของครัวเรือนนี้ ใหม่สุดอยู่บน บันทึกแล้วแก้ไขย้อนหลังไม่ได้',
    en: 'Everything recorded about this household, newest first. Nothing recorded is ever changed.',
  },
  none: { th: 'ยังไม่มีเหตุการณ์', en: 'Nothing yet' },
})

/** Everything that happened to a household, in sentences, the newest first. */
export const HouseholdTimeline = ({ household }: { readonly household: HouseholdView }) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const query = useQuery({
    queryKey: ['timeline', household.id, household.version],
    queryFn: () => ask(readTimeline, { params: { householdId: household.id } }),
  })
  return (
    <Section title={say.title} description={say.hint}>
      <QueryView query={query}>
        {({ entries }) =>
          entries.length === 0 ? (
            <EmptyState icon="history" title={say.none} />
          ) : (
            <Timeline
              label={say.title}
              events={[...entries].reverse().map(entry => {
                const { title, body } = timelineSentence(entry, language)
                return {
                  id: String(entry.version),
                  title,
                  body: body === '' ? undefined : body,
                  at: formatInstant(entry.at, { language }),
                  dateTime: entry.at,
                  by: [entry.by.name, entry.by.position].filter(Boolean).join(' '),
                  ...timelineLook(entry.type),
                }
              })}
            />
          )
        }
      </QueryView>
    </Section>
  )
}
