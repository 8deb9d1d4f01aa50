import type { AllocationRow, OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { StatusDot } from '@thaiqm/ui/badge.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { useAreas } from '../platform/areas.ts'
import { kindShortName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { AllocationActs } from './allocation-acts.tsx'
import { allocationStateWords } from './allocation-state-words.ts'
import { deliveredText } from './amount-text.ts'

const words = defineWords({
  caption: { th: 'คำมั่นและการจัดสรร', en: 'Pledges and allocations' },
  what: { th: 'สิ่งที่ช่วย', en: 'What' },
  kind: { th: 'ปัญหา', en: 'Problem' },
  tambon: { th: 'ตำบล', en: 'Tambon' },
  due: { th: 'ภายในวันที่', en: 'By' },
  state: { th: 'สถานะ', en: 'State' },
  acts: { th: 'ดำเนินการ', en: 'Actions' },
  verified: { th: (day: string) => `ตรวจผลแล้ว ${day}`, en: day => `Verified ${day}` },
  restReleased: {
    th: (reason: string) => `ยกเลิกส่วนที่เหลือ: ${reason}`,
    en: reason => `The rest was released: ${reason}`,
  },
  empty: { th: 'ยังไม่มีคำมั่นหรือการจัดสรร', en: 'Nothing is pledged yet' },
})

const tones = { PLEDGED: 'warning', CONFIRMED: 'info', DELIVERED: 'good', RELEASED: 'neutral' } as const

/** Parts taken of offers, what became of each, and what may be done with it now. */
export const AllocationTable = ({
  allocations,
  offers,
}: {
  readonly allocations: readonly AllocationRow[]
  readonly offers: readonly OfferRow[]
}) => {
  const say = useWords(words)
  const stateNames = useWords(allocationStateWords)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const organisations = useOrganisations()
  const byId = new Map(offers.map(offer => [offer.offerId, offer]))
  const columns: Column<AllocationRow>[] = [
    {
      key: 'what',
      heading: say.what,
      cell: row => (
        <div>
          <b>
            {row.what} {formatNumber(row.quantity, language)} {row.unit}
          </b>
          {!readsReferredOnly(actor) && (
            <div className="act-muted">
              {nameOfOrganisation(organisations.data?.organisations, row.organisationId) ?? ''}
            </div>
          )}
          {row.note !== '' && <div className="act-muted">{row.note}</div>}
        </div>
      ),
    },
    { key: 'kind', heading: say.kind, cell: row => `${row.kindCode} ${kindShortName(row.kindCode, language)}` },
    { key: 'tambon', heading: say.tambon, cell: row => titleOf(row.tambonCode) },
    {
      key: 'due',
      isOneLine: true,
      heading: say.due,
      cell: row => (row.dueOn === null ? '–' : <span className="of-nowrap">{formatDay(row.dueOn, { language })}</span>),
    },
    {
      key: 'state',
      heading: say.state,
      cell: row => (
        <div>
          <StatusDot tone={tones[row.state]}>{stateNames[row.state]}</StatusDot>
          {row.solvedOn !== null && (
            <div className="act-muted">{say.verified(formatDay(row.solvedOn, { language }))}</div>
          )}
          {row.state === 'CONFIRMED' && <div className="act-muted">{deliveredText(row, language)}</div>}
          {row.releaseReason !== '' && (
            <div className="act-muted">
              {row.state === 'DELIVERED' ? say.restReleased(row.releaseReason) : row.releaseReason}
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'acts',
      heading: say.acts,
      isHeadingHidden: true,
      cell: row => <AllocationActs allocation={row} offer={byId.get(row.offerId)} />,
    },
  ]
  return (
    <DataTable
      caption={say.caption}
      columns={columns}
      rows={allocations}
      rowKey={row => row.allocationId}
      empty={<EmptyState icon="heart" title={say.empty} />}
    />
  )
}
