import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { countedListWorkbookPath, readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { isProblemMeasure, type Measure, measure as measureSchema } from '@thaiqm/core/measure/measure.ts'
import { measureNames } from '@thaiqm/core/measure/measure-name.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge, Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { addressOf, useAddress, useParam } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { ListTools } from '../platform/list-tools.tsx'
import { LongListNote, sortableBy } from '../platform/long-list.tsx'
import { dimensionName, missedReasonName } from '../platform/names.ts'
import { FailedState, NotFoundState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { householdColumns, problemColumns } from './counted-columns.tsx'
import { listParameters, readListQuery } from './list-query.ts'

const words = defineWords({
  home: { th: 'สถานะการดำเนินงาน', en: 'Where we stand' },
  total: { th: (n: string, unit: string) => `${n} ${unit}`, en: (n, unit) => `${n} ${unit}` },
  household: { th: 'ครัวเรือน', en: 'households' },
  problem: { th: 'ปัญหา', en: 'problems' },
  asOf: { th: (when: string) => `ข้อมูล ณ ${when}`, en: when => `As of ${when}` },
  overdue: { th: 'เฉพาะที่เกินกำหนด', en: 'Overdue only' },
  download: { th: 'ดาวน์โหลด Excel', en: 'Download Excel' },
  empty: { th: 'ไม่มีรายการในพื้นที่นี้', en: 'Nothing in this area' },
  emptyHint: { th: 'ตัวเลขบนหน้าสถานะเป็น 0 เช่นกัน', en: 'The figure on the dashboard is 0 as well.' },
  emptySearch: { th: 'ไม่พบรายการที่ตรงกับคำค้น', en: 'Nothing matches the search' },
  emptySearchHint: { th: 'ลองใช้คำสั้นลง หรือล้างคำค้น', en: 'Try a shorter word, or clear the search.' },
  remove: { th: (what: string) => `เอาตัวกรองออก ${what}`, en: what => `Remove filter ${what}` },
})

const detailName = (of: Measure, detail: string, language: 'th' | 'en'): string =>
  isProblemMeasure(of) ? dimensionName(detail, language) : missedReasonName(detail, language)

/** Exactly the households or hardships that a number counts. */
export const CountedListScreen = () => {
  const read = measureSchema.safeParse(useParam('measure'))
  return read.success ? <CountedList of={read.data} /> : <NotFoundState />
}

const CountedList = ({ of }: { readonly of: Measure }) => {
  const { actor, today } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const { search: address, kept, change } = useAddress()
  const { titleOf } = useAreas()
  const listed = readListQuery(address, kept)
  const name = measureNames[of]
  const area = listed.area ?? actor.areaCode
  usePageTitle(name[language])
  const query = useQuery({
    queryKey: ['counted-list', of, actor.postId, listed],
    queryFn: () => ask(readCountedList, { params: { measure: of }, query: listParameters(listed) }),
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const unit = isProblemMeasure(of) ? say.problem : say.household
  const areaName = area === '' ? '' : titleOf(area)
  const columns = isProblemMeasure(of) ? problemColumns(language, today) : householdColumns(language)
  const isSearching = listed.search !== undefined
  return (
    <>
      <PageHeader
        title={`${name[language]} ${areaName}`.trim()}
        crumbs={
          hasAbility(actor, 'read-figures')
            ? [{ label: say.home, href: addressOf('/', { area: listed.area }) }, { label: name[language] }]
            : undefined
        }
        badges={
          data !== undefined &&
          !isSearching && <Badge tone="info">{say.total(formatNumber(data.total, language), unit)}</Badge>
        }
        description={
          <>
            {language === 'th' ? name.meansTh : name.meansEn}
            {data !== undefined && <> · {say.asOf(formatInstant(data.asOf, { language }))}</>}
          </>
        }
        actions={
          hasAbility(actor, 'export-lists') && (
            <LinkButton
              icon="download"
              href={routeAddress(
                countedListWorkbookPath,
                { measure: of },
                { ...listParameters(listed), page: undefined, pageSize: undefined },
              )}
              download
            >
              {say.download}
            </LinkButton>
          )
        }
      />
      <ListTools area={listed.area}>
        <ChipRow>
          {listed.overdueOnly === true && (
            <Chip onRemove={() => change({ overdue: null, page: null })} removeLabel={say.remove(say.overdue)}>
              {say.overdue}
            </Chip>
          )}
          {listed.detail !== undefined && (
            <Chip
              onRemove={() => change({ detail: null, page: null })}
              removeLabel={say.remove(detailName(of, listed.detail, language))}
            >
              {detailName(of, listed.detail, language)}
            </Chip>
          )}
        </ChipRow>
      </ListTools>
      {data !== undefined && <LongListNote orders={data.orders} isMore={data.isMore} isSearched={isSearching} />}
      <DataTable
        caption={`${name[language]} ${areaName}`}
        columns={sortableBy(columns, data?.orders)}
        rows={data?.rows ?? []}
        rowKey={row => row.problem?.problemId ?? row.householdId}
        rowHref={row => addressOf(`/households/${row.householdId}`, { problem: row.problem?.problemId })}
        sort={{ by: data?.sort ?? listed.sort, direction: listed.descending ? 'descending' : 'ascending' }}
        onSort={sort => change({ sort: sort.by, descending: sort.direction === 'descending' ? '1' : null, page: null })}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={
          isSearching ? (
            <EmptyState icon="search" title={say.emptySearch}>
              {say.emptySearchHint}
            </EmptyState>
          ) : (
            <EmptyState title={say.empty}>{say.emptyHint}</EmptyState>
          )
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
