import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { measureNames } from '@thaiqm/core/measure/measure-name.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { Tabs } from '@thaiqm/ui/tabs.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { householdColumns } from '../measure/counted-columns.tsx'
import { listParameters, readListQuery } from '../measure/list-query.ts'
import { useFigures } from '../measure/use-figures.ts'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { ListTools } from '../platform/list-tools.tsx'
import { LongListNote, sortableBy } from '../platform/long-list.tsx'
import { FailedState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { queueFor, reviewQueues } from './review-queue.ts'

const words = defineWords({
  title: { th: 'ตรวจและรับรองแบบสำรวจ', en: 'Form review' },
  lead: {
    th: (area: string) => `ตำบลตรวจแบบที่ส่งมา อำเภอรับรองแบบที่ตรวจแล้ว ${area}`,
    en: area => `The tambon verifies what was sent, the district certifies what was verified. ${area}`,
  },
  start: { th: 'เริ่มตรวจจากรายการแรก', en: 'Start with the first' },
  done: { th: 'ไม่มีแบบที่รออยู่', en: 'Nothing is waiting' },
  doneHint: { th: 'เมื่อมีแบบส่งเข้ามาใหม่จะปรากฏที่นี่', en: 'New forms appear here as they are sent.' },
  queues: { th: 'คิวแบบสำรวจ', en: 'Form queues' },
})

/** The forms that wait: to verify, to certify, returned. Opening one leads from form to form. */
export const ReviewScreen = () => {
  const { actor } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const { search: address, kept, change } = useAddress()
  const { titleOf } = useAreas()
  usePageTitle(say.title)
  const queue = queueFor(address.queue, actor)
  const listed = readListQuery(address, kept)
  const area = listed.area ?? ''
  const figures = useFigures(area, null)
  const waitingIn = (of: string) => figures.data?.waiting.find(entry => entry.measure === of)?.n
  const query = useQuery({
    queryKey: ['counted-list', queue, actor.postId, listed],
    queryFn: () => ask(readCountedList, { params: { measure: queue }, query: listParameters(listed) }),
    placeholderData: keepPreviousData,
  })
  const rows = query.data?.rows ?? []
  const hrefOf = (householdId: string) =>
    addressOf(`/households/${householdId}`, { tab: 'survey', queue, area: listed.area })
  const first = rows[0]
  return (
    <>
      <PageHeader
        title={say.title}
        description={say.lead(area === '' ? '' : titleOf(area))}
        actions={
          first !== undefined &&
          queue !== 'survey-returned' &&
          queue !== 'household-with-conflict' && (
            <LinkButton kind="primary" iconAfter="arrow-right" href={hrefOf(first.householdId)}>
              {say.start}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={say.queues}
        selected={queue}
        onSelect={id => change({ queue: id, page: null })}
        tabs={reviewQueues.map(id => {
          const n = waitingIn(id)
          return {
            id,
            label: measureNames[id][language],
            count: n === undefined ? undefined : formatNumber(n, language),
            content: (
              <div className="of-stack">
                <ListTools area={listed.area} />
                {query.data !== undefined && (
                  <LongListNote
                    orders={query.data.orders}
                    isMore={query.data.isMore}
                    isSearched={listed.search !== undefined}
                  />
                )}
                <DataTable
                  caption={measureNames[id][language]}
                  columns={sortableBy(
                    householdColumns(language).filter(column => column.key !== 'plan'),
                    query.data?.orders,
                  )}
                  rows={rows}
                  rowKey={row => row.householdId}
                  rowHref={row => hrefOf(row.householdId)}
                  sort={{
                    by: query.data?.sort ?? listed.sort,
                    direction: listed.descending ? 'descending' : 'ascending',
                  }}
                  onSort={sort =>
                    change({ sort: sort.by, descending: sort.direction === 'descending' ? '1' : null, page: null })
                  }
                  isLoading={query.isFetching}
                  error={
                    query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined
                  }
                  empty={
                    <EmptyState icon="check-circle" title={say.done}>
                      {say.doneHint}
                    </EmptyState>
                  }
                />
                {query.data !== undefined && query.data.total > listed.pageSize && (
                  <Pagination
                    page={listed.page}
                    pageSize={listed.pageSize}
                    total={query.data.total}
                    isMore={query.data.isMore}
                    onPage={page => change({ page: page === 1 ? null : String(page) })}
                  />
                )}
              </div>
            ),
          }
        })}
      />
    </>
  )
}
