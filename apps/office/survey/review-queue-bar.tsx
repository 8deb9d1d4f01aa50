import { useQuery } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { measureNames } from '@thaiqm/core/measure/measure-name.ts'
import { LinkButton, TextLink } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useSession } from '../platform/session.tsx'
import { reviewQueues } from './review-queue.ts'

const words = defineWords({
  left: { th: (n: string) => `เหลือ ${n} แบบ`, en: n => `${n} left` },
  next: { th: 'แบบถัดไปในคิว', en: 'Next in the queue' },
  last: { th: 'ไม่มีแบบถัดไป กลับไปหน้าคิว', en: 'No more. Back to the queue' },
  back: { th: 'หน้าคิว', en: 'Queue' },
})

/** While an officer works through a queue: how many are left, and the way to the next form. */
export const ReviewQueueBar = ({ household }: { readonly household: HouseholdView }) => {
  const { actor } = useSession()
  const { search } = useAddress()
  const queue = reviewQueues.find(known => known === search.queue)
  const { language } = useLanguage()
  const say = useWords(words)
  const area = search.area
  const query = useQuery({
    queryKey: ['counted-list', queue ?? '', actor.postId, 'next', area ?? ''],
    queryFn: () =>
      ask(readCountedList, {
        params: { measure: queue ?? 'survey-awaiting-verification' },
        query: { ...(area === undefined ? {} : { area }), pageSize: 200 },
      }),
    enabled: queue !== undefined,
  })
  if (queue === undefined) return null
  const rows = query.data?.rows ?? []
  const at = rows.findIndex(row => row.householdId === household.id)
  const next = at === -1 ? rows.find(row => row.householdId !== household.id) : rows[at + 1]
  const list = addressOf('/reviews', { queue, area })
  return (
    <nav className="of-queue-bar" aria-label={measureNames[queue][language]}>
      <span>
        <TextLink href={list} icon="arrow-left">
          {measureNames[queue][language]}
        </TextLink>
        {query.data !== undefined && (
          <span className="of-muted"> · {say.left(formatNumber(query.data.total, language))}</span>
        )}
      </span>
      {next === undefined ? (
        <LinkButton size="small" href={list}>
          {say.last}
        </LinkButton>
      ) : (
        <LinkButton
          size="small"
          iconAfter="arrow-right"
          href={addressOf(`/households/${next.householdId}`, { tab: 'survey', queue, area })}
        >
          {say.next}
        </LinkButton>
      )}
    </nav>
  )
}
