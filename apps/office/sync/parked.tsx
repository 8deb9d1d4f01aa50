import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { useAreas } from '../platform/areas.ts'
import { FailedState, usePageTitle } from '../platform/page.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { commandName } from './command-names.ts'
import { type ParkedRow, SettleParkedDialog } from './settle-parked-dialog.tsx'
import { useParked } from './use-parked.ts'

const words = defineWords({
  title: { th: 'รายการรอพิจารณา', en: 'Parked commands' },
  lead: {
    th: 'รายการที่ส่งมาแล้วแต่ระบบยังใช้ไม่ได้ ข้อมูลไม่สูญหาย เก็บไว้ครบถ้วนจนกว่าจะมีผู้พิจารณา',
    en: 'Sent in, but not applied. Nothing is lost: everything is kept until a person has looked.',
  },
  how: {
    th: 'เปิดรายการ ตรวจสอบเหตุที่ระบุ แล้วเลือก “รับช่วงต่อ” ให้มีผลในชื่อของท่าน หรือ “ไม่ใช้รายการนี้” พร้อมเหตุผล รายการเดิมยังคงอยู่เป็นหลักฐาน',
    en: 'Open an entry, look at why it waits, then take it over under your own name, or set it aside with a reason. It stays as evidence either way.',
  },
  what: { th: 'รายการ', en: 'What' },
  receipt: { th: 'เลขรับ', en: 'Receipt' },
  who: { th: 'ผู้บันทึก', en: 'By' },
  why: { th: 'เหตุที่รอพิจารณา', en: 'Why it waits' },
  where: { th: 'พื้นที่', en: 'Area' },
  household: { th: 'ครัวเรือน', en: 'Household' },
  when: { th: 'รับเมื่อ', en: 'Received' },
  none: { th: 'ไม่มีรายการรอพิจารณา', en: 'Nothing is parked' },
  settle: { th: 'พิจารณา', en: 'Settle' },
  noneHint: { th: 'ทุกรายการที่ส่งมาใช้ได้แล้วทั้งหมด', en: 'Everything that was sent has been applied.' },
})

const pageOf = ({ command }: ParkedRow): string | undefined =>
  command.ledgerKind === 'household'
    ? `/households/${command.ledgerId}`
    : command.ledgerKind === 'meeting'
      ? `/meetings/${command.ledgerId}`
      : undefined

/** A meeting, and a part of an offer, of a tambon or district stands under its area's first village. */
const areaOf = (kind: string, areaCode: string): string =>
  kind === 'meeting' || kind === 'offer' ? areaCode.replace(/(00)+$/, '') : areaCode

/** Commands that are kept and wait for a person: what, whose, and why. */
export const ParkedScreen = () => {
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const say = useWords(words)
  usePageTitle(say.title)
  const query = useParked()
  const rows = query.data?.parked ?? []
  const [chosen, setChosen] = useState<ParkedRow | null>(null)
  return (
    <>
      <PageHeader title={say.title} description={say.lead} />
      {rows.length > 0 && <Notice>{say.how}</Notice>}
      <DataTable
        caption={say.title}
        rows={rows}
        rowKey={row => row.command.commandId}
        rowHref={pageOf}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={
          <EmptyState icon="check-circle" title={say.none}>
            {say.noneHint}
          </EmptyState>
        }
        columns={[
          { key: 'what', heading: say.what, cell: row => commandName(row.command.type, language) },
          { key: 'household', heading: say.household, cell: row => row.headName ?? '–' },
          {
            key: 'where',
            heading: say.where,
            cell: row => (row.areaCode === null ? '–' : titleOf(areaOf(row.command.ledgerKind, row.areaCode))),
            priority: 2,
          },
          {
            key: 'why',
            heading: say.why,
            cell: row => (row.receipt.refusal === null ? '–' : refusalText(row.receipt.refusal, language)),
          },
          { key: 'who', heading: say.who, cell: row => row.byName },
          { key: 'when', heading: say.when, cell: row => formatInstant(row.receivedAt, { language }), priority: 2 },
          {
            key: 'settle',
            heading: say.settle,
            isHeadingHidden: true,
            cell: row => (
              <Button size="small" onPress={() => setChosen(row)}>
                {say.settle}
              </Button>
            ),
          },
          {
            key: 'receipt',
            heading: say.receipt,
            cell: row => String(row.receipt.receiptNumber),
            align: 'end',
            priority: 2,
          },
        ]}
      />
      {chosen !== null && <SettleParkedDialog parked={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
