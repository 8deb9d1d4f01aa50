import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listHouseholds } from '@thaiqm/contract/household/household-routes.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { householdColumns } from '../measure/counted-columns.tsx'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { ListTools } from '../platform/list-tools.tsx'
import { LongListNote, sortableBy } from '../platform/long-list.tsx'
import { originName, stateName } from '../platform/names.ts'
import { FailedState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { householdParameters, origins, readHouseholdQuery, surveyStates } from './household-query.ts'

const words = defineWords({
  title: { th: 'ครัวเรือน', en: 'Households' },
  handovers: { th: 'รับมอบ/ส่งมอบ', en: 'Received/handed over' },
  count: { th: (n: string) => `${n} ครัวเรือน`, en: n => `${n} households` },
  countOfMore: { th: (n: string) => `มากกว่า ${n} ครัวเรือน`, en: n => `More than ${n} households` },
  asOf: { th: (when: string) => `ข้อมูล ณ ${when}`, en: when => `As of ${when}` },
  state: { th: 'แบบสำรวจ', en: 'Form' },
  origin: { th: 'ที่มา', en: 'Origin' },
  all: { th: 'ทั้งหมด', en: 'All' },
  clear: { th: 'ล้างตัวกรอง', en: 'Clear filters' },
  empty: { th: 'ไม่พบครัวเรือนตามเงื่อนไขนี้', en: 'No household matches' },
  emptyHint: {
    th: 'ลองค้นด้วยคำสั้นลง ล้างตัวกรอง หรือนำเข้าฐานข้อมูลเดิมก่อน',
    en: 'Try a shorter word, clear the filters, or import the baseline first.',
  },
})

const ALL = 'ALL'

/** Households of the officer's area: searched, filtered, sorted. */
export const HouseholdListScreen = () => {
  const { actor } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const { search: address, kept, change } = useAddress()
  usePageTitle(say.title)
  const listed = readHouseholdQuery(address, kept)
  const query = useQuery({
    queryKey: ['households', actor.postId, listed],
    queryFn: () => ask(listHouseholds, { query: householdParameters(listed) }),
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const isSearched = listed.search !== undefined
  const write = (n: number) => formatNumber(n, language)
  const narrow = (patch: Readonly<Record<string, string | null>>) => change({ ...patch, page: null })
  const isNarrowed = Object.keys(address).length > 0 || listed.search !== undefined
  return (
    <>
      <PageHeader
        title={say.title}
        badges={
          data !== undefined && (
            <Badge tone="info">{(data.isMore ? say.countOfMore : say.count)(write(data.total))}</Badge>
          )
        }
        description={data !== undefined && say.asOf(formatInstant(data.asOf, { language }))}
        actions={
          <LinkButton kind="quiet" icon="arrow-right" href="/handovers">
            {say.handovers}
          </LinkButton>
        }
      />
      <ListTools area={listed.area}>
        <div className="of-filter">
          <Select
            label={say.state}
            options={[
              { value: ALL, label: say.all },
              ...surveyStates.map(state => ({ value: state, label: stateName(state, language) })),
            ]}
            value={listed.surveyState ?? ALL}
            onChange={state => narrow({ state: state === ALL ? null : state })}
          />
        </div>
        <div className="of-filter">
          <Select
            label={say.origin}
            options={[
              { value: ALL, label: say.all },
              ...origins.map(origin => ({ value: origin, label: originName(origin, language) })),
            ]}
            value={listed.origin ?? ALL}
            onChange={origin => narrow({ origin: origin === ALL ? null : origin })}
          />
        </div>
        {isNarrowed && (
          <Button
            kind="quiet"
            icon="close"
            onPress={() =>
              change(
                { area: null, state: null, origin: null, page: null, sort: null, descending: null },
                { search: null },
              )
            }
          >
            {say.clear}
          </Button>
        )}
      </ListTools>
      {data !== undefined && <LongListNote orders={data.orders} isMore={data.isMore} isSearched={isSearched} />}
      <DataTable
        caption={say.title}
        columns={sortableBy(
          householdColumns(language).map(column =>
            column.key === 'problems' ? { ...column, isSortable: true } : column,
          ),
          data?.orders,
        )}
        rows={data?.rows ?? []}
        rowKey={row => row.householdId}
        rowHref={row => addressOf(`/households/${row.householdId}`)}
        sort={{ by: data?.sort ?? listed.sort, direction: listed.descending ? 'descending' : 'ascending' }}
        onSort={sort => narrow({ sort: sort.by, descending: sort.direction === 'descending' ? '1' : null })}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={
          <EmptyState icon="house" title={say.empty}>
            {say.emptyHint}
          </EmptyState>
        }
      />
      {data !== undefined && data.total > 0 && (
        <Pagination
          page={listed.page}
          pageSize={listed.pageSize}
          total={data.total}
          isMore={data.isMore}
          onPage={page => change({ page: page === 1 ? null : String(page) })}
        />
      )}
    </>
  )
}
