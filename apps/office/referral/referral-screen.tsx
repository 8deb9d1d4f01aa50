import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import type { Measure } from '@thaiqm/core/measure/measure.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Stack } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { Tabs } from '@thaiqm/ui/tabs.tsx'
import { problemColumns } from '../measure/counted-columns.tsx'
import { listParameters, readListQuery } from '../measure/list-query.ts'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { agencyName } from '../platform/names.ts'
import { FailedState, NotFoundState, usePageTitle } from '../platform/page.tsx'
import { SearchBox } from '../platform/search-box.tsx'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'เรื่องที่ส่งมาถึง', en: 'Referred to us' },
  description: {
    th: (agency: string, today: string) => `${agency} · ข้อมูล ณ ${today} เห็นเฉพาะเรื่องที่ส่งต่อถึงหน่วยงานของท่าน`,
    en: (agency, today) => `${agency} · as of ${today}. Only what was referred to your agency.`,
  },
  tabs: { th: 'สถานะของเรื่อง', en: 'State of the referrals' },
  waiting: { th: 'รอตอบรับ', en: 'To be answered' },
  working: { th: 'ยังต้องแก้ไขทั้งหมด', en: 'All still to be solved' },
  search: { th: 'ค้นหาชื่อหรือบ้านเลขที่', en: 'Search name or house number' },
  empty: { th: 'ไม่มีเรื่องรอตอบรับ', en: 'Nothing waits for an answer' },
  noneLive: { th: 'ไม่มีเรื่องที่ยังต้องแก้ไข', en: 'Nothing is left to be solved' },
  notFound: { th: 'ไม่พบเรื่องที่ตรงกับคำค้น', en: 'Nothing matches the search' },
  emptyHint: {
    th: 'เมื่ออำเภอส่งต่อเรื่องมาถึงหน่วยงานของท่าน เรื่องจะปรากฏที่นี่ เปิดเรื่องเพื่อรับเรื่องหรือส่งคืนพร้อมเหตุผล',
    en: 'What the district refers to your agency appears here: open it to accept, or to return it with a reason.',
  },
  count: { th: (count: string) => `${count} เรื่อง`, en: count => count },
})

const measureOf: Readonly<Record<string, Measure>> = { waiting: 'problem-at-agency', working: 'live-problem' }

/** `/referrals`: an agency’s day begins here. */
export const ReferralScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { search: address, kept, change } = useAddress()
  usePageTitle(say.title)
  const tab = address.tab === 'working' ? 'working' : 'waiting'
  const of = measureOf[tab] ?? 'problem-at-agency'
  const listed = readListQuery(address.sort === undefined ? { ...address, sort: 'due' } : address, kept)
  const isAgency = readsReferredOnly(actor)
  const query = useQuery({
    queryKey: ['counted-list', of, actor.postId, listed],
    queryFn: () => ask(readCountedList, { params: { measure: of }, query: listParameters(listed) }),
    placeholderData: keepPreviousData,
    enabled: isAgency,
  })
  if (!isAgency) return <NotFoundState />
  const { data } = query
  return (
    <>
      <PageHeader
        title={say.title}
        description={say.description(
          actor.agencyCode === null ? actor.position : agencyName(actor.agencyCode, language),
          formatDay(today, { language }),
        )}
        badges={data !== undefined && <Badge tone="info">{say.count(formatNumber(data.total, language))}</Badge>}
      />
      <Tabs
        label={say.tabs}
        selected={tab}
        onSelect={id => change({ tab: id === 'waiting' ? null : id, page: null })}
        tabs={(['waiting', 'working'] as const).map(id => ({
          id,
          label: say[id],
          content: id === tab && (
            <Stack>
              <SearchBox
                label={say.search}
                value={kept.search ?? ''}
                onSearch={text => change({ page: null }, { search: text })}
              />
              <DataTable
                caption={say[id]}
                columns={problemColumns(language, today).filter(column => column.key !== 'agency')}
                rows={data?.rows ?? []}
                rowKey={row => row.problem?.problemId ?? row.householdId}
                rowHref={row => addressOf(`/households/${row.householdId}`, { problem: row.problem?.problemId })}
                sort={{ by: listed.sort, direction: listed.descending ? 'descending' : 'ascending' }}
                onSort={sort =>
                  change({ sort: sort.by, descending: sort.direction === 'descending' ? '1' : null, page: null })
                }
                isLoading={query.isFetching}
                error={
                  query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined
                }
                empty={
                  (kept.search ?? '') === '' ? (
                    <EmptyState icon="inbox" title={id === 'waiting' ? say.empty : say.noneLive}>
                      {say.emptyHint}
                    </EmptyState>
                  ) : (
                    <EmptyState icon="search" title={say.notFound} />
                  )
                }
              />
              {data !== undefined && data.total > listed.pageSize && (
                <Pagination
                  page={listed.page}
                  pageSize={listed.pageSize}
                  total={data.total}
                  onPage={page => change({ page: page === 1 ? null : String(page) })}
                />
              )}
            </Stack>
          ),
        }))}
      />
    </>
  )
}
