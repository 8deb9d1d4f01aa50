import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type AuditLine, listAudit } from '@thaiqm/contract/audit/audit-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { roleName } from '../platform/names.ts'
import { FailedState, NotFoundState, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { WholeWords } from '../platform/whole-words.tsx'
import { auditAct, auditArea, auditObject, watchedActs } from './audit-sentence.ts'

const words = defineWords({
  title: { th: 'บันทึกการใช้งานระบบ', en: 'Audit' },
  lead: {
    th: 'ผู้ใดเปิดดู ดาวน์โหลด หรือบันทึกข้อมูลใด เมื่อใด ใหม่สุดอยู่บน บันทึกนี้แก้ไขหรือลบไม่ได้ และไม่แสดงข้อมูลส่วนบุคคลของครัวเรือน',
    en: 'Who opened, downloaded or recorded what, and when, newest first. It cannot be changed, and shows no household’s personal data.',
  },
  act: { th: 'การกระทำ', en: 'Act' },
  all: { th: 'ทั้งหมด', en: 'All' },
  when: { th: 'เมื่อ', en: 'When' },
  who: { th: 'ผู้ใช้งาน', en: 'Who' },
  what: { th: 'การกระทำ', en: 'What' },
  where: { th: 'พื้นที่', en: 'Area' },
  object: { th: 'รหัสรายการ', en: 'Record' },
  onlyThis: { th: (code: string) => `แสดงเฉพาะรายการ ${code}`, en: code => `Show record ${code} only` },
  ofOne: { th: (code: string) => `เฉพาะรายการ ${code}`, en: code => `Record ${code} only` },
  showAll: { th: 'แสดงทุกรายการ', en: 'Show everything' },
  parked: { th: 'รอพิจารณา', en: 'Parked' },
  more: { th: 'แสดงรายการก่อนหน้า', en: 'Show earlier ones' },
  none: { th: 'ไม่มีรายการตามที่เลือก', en: 'Nothing of this kind' },
})

const ALL = 'ALL'

/** A record's id as people point at it: its first eight characters. */
const shortCode = (objectId: string): string => objectId.slice(0, 8)

const isRecord = (line: AuditLine): boolean => /^[0-9a-f-]{36}$/.test(line.objectId ?? '')

/** `/audit`: what the data protection officer reads: who looked at or did what. */
export const AuditScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const { search, change } = useAddress()
  usePageTitle(say.title)
  const mayRead = hasAbility(actor, 'read-audit')
  const filter = { act: search.act, objectId: search.object }
  const query = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      ask(listAudit, { query: { ...filter, ...(pageParam > 0 ? { before: pageParam } : {}) } }),
    initialPageParam: 0,
    getNextPageParam: page => (page.hasMore ? page.lines.at(-1)?.position : undefined),
    placeholderData: keepPreviousData,
    enabled: mayRead,
  })
  if (!mayRead) return <NotFoundState />
  const lines = query.data?.pages.flatMap(page => page.lines) ?? []
  return (
    <>
      <PageHeader title={say.title} description={say.lead} />
      <div className="of-list-tools">
        <div className="of-filter">
          <Select
            label={say.act}
            options={[
              { value: ALL, label: say.all },
              ...Object.entries(watchedActs).map(([act, name]) => ({ value: act, label: name[language] })),
            ]}
            value={search.act ?? ALL}
            onChange={act => change({ act: act === ALL ? null : act })}
          />
        </div>
        {search.object !== undefined && (
          <ButtonRow>
            <Badge tone="info">{say.ofOne(shortCode(search.object))}</Badge>
            <Button kind="quiet" icon="close" onPress={() => change({ object: null })}>
              {say.showAll}
            </Button>
          </ButtonRow>
        )}
      </div>
      <DataTable
        caption={say.title}
        rows={lines}
        rowKey={line => String(line.position)}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={<EmptyState icon="shield" title={say.none} />}
        columns={[
          {
            key: 'when',
            heading: say.when,
            cell: line => <span className="of-nowrap">{formatInstant(line.at, { language })}</span>,
          },
          {
            key: 'who',
            heading: say.who,
            cell: line => (
              <div>
                <WholeWords>{line.byName}</WholeWords>
                <div className="of-muted of-small">
                  {line.byPosition !== '' ? line.byPosition : line.role === null ? '' : roleName(line.role, language)}
                </div>
              </div>
            ),
          },
          {
            key: 'what',
            heading: say.what,
            cell: line => (
              <div>
                {auditAct(line.act, language)}{' '}
                {line.details.outcome === 'parked' && <Badge tone="warning">{say.parked}</Badge>}
                <div className="of-muted of-small">{auditObject(line, language)}</div>
              </div>
            ),
          },
          {
            key: 'where',
            heading: say.where,
            cell: line => (line.areaCode === null ? '–' : titleOf(auditArea(line.areaCode))),
          },
          {
            key: 'object',
            heading: say.object,
            cell: line =>
              line.objectId === null || !isRecord(line) ? (
                '–'
              ) : (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={say.onlyThis(shortCode(line.objectId))}
                  onPress={() => change({ object: line.objectId })}
                >
                  <code>{shortCode(line.objectId)}</code>
                </Button>
              ),
          },
        ]}
      />
      {query.hasNextPage && (
        <ButtonRow>
          <Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
            {say.more}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}
