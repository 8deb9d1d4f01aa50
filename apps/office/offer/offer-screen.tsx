import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { allocationState, budgetLeftBaht, quantityLeft } from '@thaiqm/core/offer/offer.ts'
import { mayKeepOffer, worksWithOffers } from '@thaiqm/core/offer/offer-terms.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { useState } from 'react'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { useAddress } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { PageTurner, pageOf, writtenPage } from '../platform/page-turner.tsx'
import { SearchBox } from '../platform/search-box.tsx'
import { useSession } from '../platform/session.tsx'
import { allocationStateWords } from './allocation-state-words.ts'
import { AllocationTable } from './allocation-table.tsx'
import { EndOffer } from './end-offer.tsx'
import { OfferDialog } from './offer-dialog.tsx'
import { Thanks } from './thanks.tsx'
import { useAllocationPage, useAllocations, useOfferPage } from './use-offers.ts'

const words = defineWords({
  title: { th: 'ข้อเสนอความช่วยเหลือ', en: 'Offers of help' },
  own: {
    th: 'สิ่งที่ท่านเสนอช่วยเหลือ คำมั่นที่ให้ไว้ และผลที่เกิดขึ้น โดยไม่เปิดเผยตัวบุคคล',
    en: 'What you offer, what you have pledged, and what came of it; nobody is named.',
  },
  all: {
    th: 'สิ่งที่ภาคีเสนอช่วยเหลือในพื้นที่ คงเหลือเท่าใด และคำมั่นที่รออำเภอยืนยัน',
    en: 'What partners offer here, how much is left, and pledges that wait for the district.',
  },
  add: { th: 'เพิ่มข้อเสนอ', en: 'Add an offer' },
  offers: { th: 'ข้อเสนอ', en: 'Offers' },
  taken: { th: 'คำมั่นและการจัดสรร', en: 'Pledges and allocations' },
  what: { th: 'สิ่งที่เสนอ', en: 'What' },
  organisation: { th: 'ภาคี', en: 'Partner' },
  left: { th: 'คงเหลือ', en: 'Left' },
  leftOf: {
    th: (left: string, all: string, unit: string) => `${left} จาก ${all} ${unit}`,
    en: (left, all, unit) => `${left} of ${all} ${unit}`,
  },
  budget: { th: 'งบคงเหลือ', en: 'Budget left' },
  until: { th: 'ถึงวันที่', en: 'Until' },
  area: { th: 'พื้นที่', en: 'Area' },
  ended: { th: 'สิ้นสุดแล้ว', en: 'Ended' },
  acts: { th: 'ดำเนินการ', en: 'Actions' },
  actsOn: { th: (what: string) => `ดำเนินการกับ ${what}`, en: what => `Actions on ${what}` },
  change: { th: 'แก้ไข', en: 'Change' },
  end: { th: 'สิ้นสุดข้อเสนอ', en: 'End the offer' },
  search: { th: 'ค้นหาสิ่งที่เสนอหรือข้อความ', en: 'Search what is offered, or notes' },
  state: { th: 'สถานะคำมั่น', en: 'State of pledges' },
  everyState: { th: 'ทุกสถานะ', en: 'Every state' },
  notFound: { th: 'ไม่พบข้อเสนอที่ตรงกับคำค้น', en: 'No offer matches the search' },
  empty: { th: 'ยังไม่มีข้อเสนอ', en: 'No offer yet' },
  emptyHint: {
    th: 'เพิ่มสิ่งที่ช่วยเหลือได้ เช่น สังกะสี 40 แผ่น เพื่อจับคู่กับความต้องการที่เผยแพร่',
    en: 'Add what can be given, such as 40 roof sheets, to be matched with published needs.',
  },
})

/** `/offers`: what partners offer, how much is left of it, and what was taken of it. */
export const OfferScreen = () => {
  const say = useWords(words)
  const stateNames = useWords(allocationStateWords)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const { titleOf } = useAreas()
  const organisations = useOrganisations()
  const { search: address, kept, change } = useAddress()
  const [page, offerPage] = [pageOf(address.page), pageOf(address.offers)]
  const read = allocationState.safeParse(address.state)
  const state = read.success ? read.data : null
  const offers = useOfferPage({ page: offerPage, search: kept.search ?? '' })
  const allocations = useAllocationPage({ page, search: kept.search ?? '', state })
  const isOwn = readsReferredOnly(actor)
  const thanked = useAllocations({ hasArrived: 'true' }, isOwn)
  const [open, setOpen] = useState<OfferRow | 'new' | null>(null)
  const [ending, setEnding] = useState<OfferRow | null>(null)
  usePageTitle(say.title)
  if (!hasAbility(actor, 'read-offers')) return <NotFoundState />
  const columns: Column<OfferRow>[] = [
    { key: 'what', heading: say.what, cell: row => <b>{row.what}</b> },
    ...(isOwn
      ? []
      : [
          {
            key: 'organisation',
            heading: say.organisation,
            cell: (row: OfferRow) => nameOfOrganisation(organisations.data?.organisations, row.organisationId) ?? '',
          },
        ]),
    {
      key: 'left',
      heading: say.left,
      cell: row =>
        say.leftOf(formatNumber(quantityLeft(row), language), formatNumber(row.quantity, language), row.unit),
      align: 'end',
    },
    {
      key: 'budget',
      heading: say.budget,
      isOneLine: true,
      cell: row => {
        const left = budgetLeftBaht(row)
        return left === null ? '–' : formatBaht(left, language)
      },
      align: 'end',
    },
    {
      key: 'until',
      heading: say.until,
      isOneLine: true,
      cell: row =>
        row.state === 'ENDED' || row.untilOn < today ? (
          <Badge>{say.ended}</Badge>
        ) : (
          <span className="of-nowrap">{formatDay(row.untilOn, { language })}</span>
        ),
    },
    { key: 'area', heading: say.area, cell: row => titleOf(row.areaCode) },
    {
      key: 'acts',
      heading: say.acts,
      isHeadingHidden: true,
      cell: row =>
        row.state === 'OPEN' && mayKeepOffer(actor, row) ? (
          <Menu
            label={say.actsOn(row.what)}
            actions={[
              { id: 'change', label: say.change, icon: 'edit', onPress: () => setOpen(row) },
              { id: 'end', label: say.end, icon: 'close', onPress: () => setEnding(row) },
            ]}
          />
        ) : null,
    },
  ]
  const add = worksWithOffers(actor) ? (
    <Button kind="primary" icon="plus" onPress={() => setOpen('new')}>
      {say.add}
    </Button>
  ) : undefined
  return (
    <>
      <PageHeader title={say.title} description={isOwn ? say.own : say.all} actions={add} />
      <Stack>
        <div className="of-list-tools">
          <SearchBox
            label={say.search}
            value={kept.search ?? ''}
            onSearch={text => change({ page: null, offers: null }, { search: text })}
          />
          <div className="of-filter">
            <Select
              label={say.state}
              options={[
                { value: 'ALL', label: say.everyState },
                ...allocationState.options.map(one => ({ value: one, label: stateNames[one] })),
              ]}
              value={state ?? 'ALL'}
              onChange={chosen => change({ page: null, state: chosen === 'ALL' ? null : chosen })}
            />
          </div>
        </div>
        <Section title={say.taken}>
          <QueryView query={allocations}>
            {({ allocations: parts, offers: ofParts }) => <AllocationTable allocations={parts} offers={ofParts} />}
          </QueryView>
        </Section>
        <PageTurner
          page={page}
          hasMore={allocations.data?.hasMore === true}
          onPage={turned => change({ page: writtenPage(turned) })}
        />
        {thanked.data !== undefined && <Thanks allocations={thanked.data.allocations} />}
        <Section title={say.offers}>
          <QueryView query={offers}>
            {({ offers: rows }) => (
              <DataTable
                caption={say.offers}
                columns={columns}
                rows={rows}
                rowKey={row => row.offerId}
                empty={
                  (kept.search ?? '') === '' ? (
                    <EmptyState icon="heart" title={say.empty}>
                      {say.emptyHint}
                    </EmptyState>
                  ) : (
                    <EmptyState icon="search" title={say.notFound} />
                  )
                }
              />
            )}
          </QueryView>
        </Section>
        <PageTurner
          page={offerPage}
          hasMore={offers.data?.hasMore === true}
          onPage={turned => change({ offers: writtenPage(turned) })}
        />
      </Stack>
      {open !== null && <OfferDialog offer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {ending !== null && <EndOffer offer={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
