import { useQuery } from '@tanstack/react-query'
import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { readTimeline } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { timelinePaperPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { Timeline } from '@thaiqm/ui/definition-list.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { HouseholdSheet, PrintButton, usePrint } from '../papers/household-print.tsx'
import { ask } from '../platform/api.ts'
import { QueryView } from '../platform/page.tsx'
import { timelineLook, timelineSentence } from './timeline-sentence.ts'

const words = defineWords({
  title: { th: 'เส้นเวลา', en: 'Timeline' },
  hint: {
    th: 'ทุกเหตุการณ์ของครัวเรือนนี้ ใหม่สุดอยู่บน บันทึกแล้วแก้ไขย้อนหลังไม่ได้',
    en: 'Everything recorded about this household, newest first. Nothing recorded is ever changed.',
  },
  paper: { th: 'ประวัติการดำเนินงานของครัวเรือน', en: 'The household’s whole life in the system' },
  docx: { th: 'ดาวน์โหลด (DOCX)', en: 'Download (DOCX)' },
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
  const printing = usePrint(household, 'timeline')
  const entries = query.data?.entries ?? []
  return (
    <HouseholdSheet
      household={household}
      title={say.paper}
      // Cancelled hardships are told here too, so secrecy is asked of every line.
      isSecret={entries.some(({ kindCode }) => problemKindByCode.get(kindCode ?? '')?.restricted === true)}
      printing={printing}
    >
      <Section
        title={say.title}
        description={say.hint}
        actions={
          entries.length > 0 && (
            <>
              <PrintButton printing={printing} />
              <LinkButton
                icon="download"
                href={routeAddress(timelinePaperPath, { householdId: household.id })}
                download
              >
                {say.docx}
              </LinkButton>
            </>
          )
        }
      >
        <QueryView query={query}>
          {() =>
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
    </HouseholdSheet>
  )
}
