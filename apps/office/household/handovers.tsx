import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Handover, listHandovers } from '@thaiqm/contract/household/household-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow, TextLink } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Tabs } from '@thaiqm/ui/tabs.tsx'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { FailedState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'ครัวเรือนที่รับมอบและส่งมอบ', en: 'Households received and handed over' },
  lead: {
    th: 'ครัวเรือนที่ย้ายข้ามพื้นที่ พร้อมประวัติและงานที่ค้าง พื้นที่ที่ส่งมอบเห็นเฉพาะวันที่ ปลายทาง และเหตุผล',
    en: 'Households that moved between areas, with their history and open work. The giving area sees only when, where and why.',
  },
  households: { th: 'ครัวเรือน', en: 'Households' },
  received: { th: 'รับมอบ', en: 'Received' },
  given: { th: 'ส่งมอบ', en: 'Handed over' },
  on: { th: 'วันที่', en: 'Day' },
  from: { th: 'จาก', en: 'From' },
  to: { th: 'ไปยัง', en: 'To' },
  reason: { th: 'เหตุผล', en: 'Why' },
  open: { th: 'เปิดครัวเรือน', en: 'Open the household' },
  record: { th: 'ครัวเรือน', en: 'Household' },
  noneReceived: { th: 'ยังไม่มีครัวเรือนที่รับมอบ', en: 'Nothing received yet' },
  noneGiven: { th: 'ยังไม่มีครัวเรือนที่ส่งมอบ', en: 'Nothing handed over yet' },
  newer: { th: 'ใหม่กว่า', en: 'Newer' },
  older: { th: 'เก่ากว่า', en: 'Older' },
})

const pageOf = (text: string | undefined): number => Math.max(1, Math.trunc(Number(text)) || 1)

const HandoverTable = ({ direction }: { readonly direction: 'received' | 'given' }) => {
  const { actor } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const { search, change } = useAddress()
  const { titleOf } = useAreas()
  const page = pageOf(search.page)
  const query = useQuery({
    queryKey: ['handovers', actor.postId, direction, page],
    queryFn: () => ask(listHandovers, { query: { direction, page } }),
    placeholderData: keepPreviousData,
  })
  // A village, and the tambon and district it lies in.
  const place = (code: string) => [8, 6, 4].map(length => titleOf(code.slice(0, length))).join(' ')
  const rows = query.data?.rows ?? []
  return (
    <>
      <DataTable
        caption={say[direction]}
        rows={rows}
        rowKey={(row: Handover) => `${row.movedOn}-${row.fromArea}-${row.toArea}-${rows.indexOf(row)}`}
        columns={[
          { key: 'on', heading: say.on, cell: row => formatDay(row.movedOn, { language }) },
          { key: 'from', heading: say.from, cell: row => place(row.fromArea) },
          { key: 'to', heading: say.to, cell: row => place(row.toArea) },
          { key: 'reason', heading: say.reason, priority: 2, cell: row => row.reason },
          {
            key: 'record',
            heading: say.record,
            cell: row =>
              row.householdId === null ? (
                '–'
              ) : (
                <TextLink href={addressOf(`/households/${row.householdId}`)}>{say.open}</TextLink>
              ),
          },
        ]}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={<EmptyState icon="house" title={direction === 'received' ? say.noneReceived : say.noneGiven} />}
      />
      {(page > 1 || query.data?.hasMore === true) && (
        <ButtonRow>
          <Button isDisabled={page <= 1} onPress={() => change({ page: page === 2 ? null : String(page - 1) })}>
            {say.newer}
          </Button>
          <Button isDisabled={query.data?.hasMore !== true} onPress={() => change({ page: String(page + 1) })}>
            {say.older}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}

/** What came into the officer's area from another one, and what went out of it. */
export const HandoverScreen = () => {
  const say = useWords(words)
  const { search, change } = useAddress()
  usePageTitle(say.title)
  const selected = search.direction === 'given' ? 'given' : 'received'
  return (
    <>
      <PageHeader
        title={say.title}
        description={say.lead}
        crumbs={[{ label: say.households, href: addressOf('/households') }, { label: say.title }]}
      />
      <Tabs
        label={say.title}
        selected={selected}
        onSelect={id => change({ direction: id === 'given' ? 'given' : null, page: null })}
        tabs={(['received', 'given'] as const).map(id => ({
          id,
          label: say[id],
          content: <HandoverTable direction={id} />,
        }))}
      />
    </>
  )
}
