import { useQuery } from '@tanstack/react-query'
import { type DataRequestRow, listDataRequests } from '@thaiqm/contract/data-request/data-request-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { dataRequestAnswerNames, dataRequestKindNames } from '@thaiqm/core/data-request/data-request.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'คำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Data requests' },
  lead: {
    th: 'คำขอดู แก้ไข หรือคัดค้านการใช้ข้อมูลของครัวเรือน ต้องตอบภายใน 30 วัน รายการนี้ไม่แสดงข้อมูลส่วนบุคคล',
    en: 'Households asking to see, correct or object. Due within 30 days. Nothing personal is shown here.',
  },
  open: { th: 'รอตอบ', en: 'Waiting' },
  answered: { th: 'ตอบแล้ว', en: 'Answered' },
  code: { th: 'รหัสคำขอ', en: 'Request' },
  district: { th: 'อำเภอ', en: 'District' },
  kind: { th: 'ประเภทคำขอ', en: 'Kind' },
  received: { th: 'วันที่รับ', en: 'Received' },
  due: { th: 'กำหนดตอบ', en: 'Due' },
  result: { th: 'ผลการดำเนินการ', en: 'Answer' },
  overdue: { th: 'เกินกำหนด', en: 'Overdue' },
  noneOpen: { th: 'ไม่มีคำขอที่รอตอบ', en: 'No request waits' },
  noneAnswered: { th: 'ยังไม่มีคำขอที่ตอบแล้ว', en: 'None answered yet' },
})

/** `/data-requests`: what households asked about their data, for the district and the data protection officer. */
export const DataRequestScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { titleOf } = useAreas()
  usePageTitle(say.title)
  const mayRead = hasAbility(actor, 'read-data-requests')
  const query = useQuery({
    queryKey: ['data-requests'],
    queryFn: () => ask(listDataRequests, { query: {} }),
    enabled: mayRead,
  })
  if (!mayRead) return <NotFoundState />
  const table = (title: string, rows: readonly DataRequestRow[], none: string) => (
    <Section title={title}>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={row => row.requestId}
        {...(rows.every(row => row.householdId !== null)
          ? { rowHref: (row: DataRequestRow) => `/households/${row.householdId}` }
          : {})}
        empty={<EmptyState icon="document" title={none} />}
        columns={[
          { key: 'code', heading: say.code, cell: row => <code>{row.requestId.slice(0, 8)}</code> },
          { key: 'kind', heading: say.kind, cell: row => dataRequestKindNames[row.kind][language] },
          { key: 'district', heading: say.district, cell: row => titleOf(row.districtCode) },
          { key: 'received', heading: say.received, cell: row => formatDay(row.receivedOn, { language }) },
          {
            key: 'due',
            heading: say.due,
            cell: row => (
              <span className="of-inline">
                {formatDay(row.dueOn, { language })}
                {row.answer === null && row.dueOn < today && <Badge tone="danger">{say.overdue}</Badge>}
              </span>
            ),
          },
          {
            key: 'result',
            heading: say.result,
            cell: row =>
              row.answer === null || row.answeredOn === null
                ? '–'
                : `${dataRequestAnswerNames[row.answer][language]} · ${formatDay(row.answeredOn, { language })}`,
          },
        ]}
      />
    </Section>
  )
  return (
    <>
      <PageHeader title={say.title} description={say.lead} />
      <QueryView query={query}>
        {({ open, answered }) => (
          <div className="of-stack">
            {table(say.open, open, say.noneOpen)}
            {table(say.answered, answered, say.noneAnswered)}
          </div>
        )}
      </QueryView>
    </>
  )
}
