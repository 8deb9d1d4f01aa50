import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import { listNeeds, type NeedRow } from '@thaiqm/contract/need/need-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import { worksWithOffers } from '@thaiqm/core/offer/offer-terms.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { Switch } from '@thaiqm/ui/choice-group.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Stack } from '@thaiqm/ui/page-header.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { useState } from 'react'
import { useOffers } from '../offer/use-offers.ts'
import { addressOf, useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { dimensionName, kindShortName } from '../platform/names.ts'
import { FailedState, NotFoundState, usePageTitle } from '../platform/page.tsx'
import { PageTurner, pageOf, writtenPage } from '../platform/page-turner.tsx'
import { useSession } from '../platform/session.tsx'
import { PledgeDialog } from './pledge-dialog.tsx'

const words = defineWords({
  title: { th: 'ความต้องการที่เผยแพร่', en: 'Published needs' },
  partner: {
    th: 'สิ่งที่ครัวเรือนในพื้นที่ต้องการ ท่านเห็นเฉพาะสิ่งที่ต้องการ จำนวน และตำบล เลือกรายการที่ท่านช่วยได้',
    en: 'What households nearby need: only what, how much and in which tambon. Choose what you can help with.',
  },
  officer: {
    th: 'ความต้องการที่อำเภอเผยแพร่ให้ภาคีทราบ และคำมั่นที่ภาคีให้ไว้',
    en: 'What the district has published to partners, and what they have pledged.',
  },
  kind: { th: 'ประเภทปัญหา', en: 'Kind of problem' },
  tambon: { th: 'ตำบล', en: 'Tambon' },
  enough: { th: (written: string) => `${written} ครบแล้ว`, en: written => `${written}, enough` },
  everything: { th: 'ทั้งหมด', en: 'All' },
  dueBy: { th: 'ต้องการภายในวันที่', en: 'Needed by' },
  fits: { th: 'เฉพาะประเภทที่ตรงกับข้อเสนอของเรา', en: 'Only kinds our offers are meant for' },
  what: { th: 'สิ่งที่ต้องการ', en: 'What is needed' },
  quantity: { th: 'จำนวน', en: 'Quantity' },
  pledged: { th: 'มีผู้เสนอช่วยแล้ว', en: 'Pledged' },
  due: { th: 'ภายในวันที่', en: 'By' },
  acts: { th: 'ดำเนินการ', en: 'Actions' },
  pledge: { th: 'ช่วยรายการนี้', en: 'Help with this' },
  assign: { th: 'จัดสรรจากข้อเสนอ', en: 'Assign from an offer' },
  pledgeNamed: { th: (what: string) => `ช่วยรายการนี้: ${what}`, en: what => `Help with: ${what}` },
  assignNamed: { th: (what: string) => `จัดสรรจากข้อเสนอ: ${what}`, en: what => `Assign from an offer: ${what}` },
  empty: { th: 'ไม่มีความต้องการที่เผยแพร่', en: 'No published need' },
  emptyHint: { th: 'เมื่ออำเภอเผยแพร่ความต้องการ รายการจะปรากฏที่นี่', en: 'What the district publishes appears here.' },
})

/** What is pledged answers the whole need, where both are counted in the same unit. */
const isEnough = (need: NeedRow, pledged: NeedRow['pledged'][number]): boolean =>
  pledged.unit === need.unit && pledged.quantity >= need.quantity

/** `/needs`: what may be known of hardships by whoever can help; a partner pledges here. */
export const NeedScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { areas, titleOf } = useAreas()
  const { search, change } = useAddress()
  const [pledging, setPledging] = useState<NeedRow | null>(null)
  usePageTitle(say.title)
  const isPartner = readsReferredOnly(actor)
  const ownOffers = useOffers(true, isPartner)
  const fitting = [...new Set((ownOffers.data?.offers ?? []).flatMap(offer => offer.kindCodes))]
  const page = pageOf(search.page)
  const due = day.safeParse(search.dueBy)
  const asked = {
    page,
    ...(search.kind !== undefined
      ? { kinds: search.kind }
      : search.fits === '1' && fitting.length > 0
        ? { kinds: fitting.join(',') }
        : {}),
    ...(search.tambon === undefined ? {} : { area: search.tambon }),
    ...(due.success ? { dueBy: due.data } : {}),
  }
  const query = useQuery({
    queryKey: ['needs', actor.postId, asked],
    queryFn: () => ask(listNeeds, { query: asked }),
    placeholderData: keepPreviousData,
    enabled: hasAbility(actor, 'read-needs'),
  })
  if (!hasAbility(actor, 'read-needs')) return <NotFoundState />
  const mayTake = worksWithOffers(actor)
  const columns: Column<NeedRow>[] = [
    {
      key: 'what',
      heading: say.what,
      cell: row => (
        <div>
          <b>{row.what}</b>
          <div className="act-muted">
            {row.kindCode} {kindShortName(row.kindCode, language)} · {dimensionName(row.dimension, language)}
          </div>
        </div>
      ),
    },
    {
      key: 'quantity',
      heading: say.quantity,
      cell: row => (
        <div>
          {formatNumber(row.quantity, language)} {row.unit}
          {row.budgetBaht !== null && <div className="act-muted">{formatBaht(row.budgetBaht, language)}</div>}
        </div>
      ),
      align: 'end',
    },
    {
      key: 'pledged',
      heading: say.pledged,
      cell: row =>
        row.pledged.length === 0
          ? '–'
          : row.pledged.map(p => {
              const written = `${formatNumber(p.quantity, language)} ${p.unit}`
              return (
                <Badge key={p.unit} tone={isEnough(row, p) ? 'good' : 'info'}>
                  {isEnough(row, p) ? say.enough(written) : written}
                </Badge>
              )
            }),
    },
    { key: 'tambon', heading: say.tambon, cell: row => titleOf(row.tambonCode) },
    { key: 'due', heading: say.due, cell: row => (row.dueOn === null ? '–' : formatDay(row.dueOn, { language })) },
    {
      key: 'acts',
      heading: say.acts,
      isHeadingHidden: true,
      cell: row =>
        mayTake ? (
          <Button
            size="small"
            kind={isPartner && !row.pledged.some(p => isEnough(row, p)) ? 'primary' : 'secondary'}
            aria-label={isPartner ? say.pledgeNamed(row.what) : say.assignNamed(row.what)}
            onPress={() => setPledging(row)}
          >
            {isPartner ? say.pledge : say.assign}
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <PageHeader title={say.title} description={isPartner ? say.partner : say.officer} />
      <Stack>
        <FieldStack columns={3}>
          <ComboBox
            label={say.kind}
            placeholder={say.everything}
            options={problemKinds.map(kind => ({
              value: kind.code,
              label: `${kind.code} ${kindShortName(kind.code, language)}`,
            }))}
            value={search.kind ?? null}
            onChange={code => change({ kind: code, page: null })}
          />
          <ComboBox
            label={say.tambon}
            placeholder={say.everything}
            options={areas
              .filter(area => area.areaCode.length === 6 && area.areaCode.startsWith(actor.areaCode.slice(0, 6)))
              .map(area => ({ value: area.areaCode, label: titleOf(area.areaCode) }))}
            value={search.tambon ?? null}
            onChange={code => change({ tambon: code, page: null })}
          />
          <DatePicker
            label={say.dueBy}
            value={due.success ? due.data : null}
            onChange={chosen => change({ dueBy: chosen, page: null })}
          />
        </FieldStack>
        {isPartner && fitting.length > 0 && (
          <Switch
            isSelected={search.fits === '1'}
            onChange={isOn => change({ fits: isOn ? '1' : null, kind: null, page: null })}
          >
            {say.fits}
          </Switch>
        )}
        <DataTable
          caption={say.title}
          columns={columns}
          rows={query.data?.needs ?? []}
          rowKey={row => row.needId}
          {...(isPartner
            ? {}
            : { rowHref: (row: NeedRow) => addressOf(`/households/${row.householdId}`, { problem: row.needId }) })}
          isLoading={query.isFetching}
          error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
          empty={
            <EmptyState icon="heart" title={say.empty}>
              {say.emptyHint}
            </EmptyState>
          }
        />
        <PageTurner
          page={page}
          hasMore={query.data?.hasMore === true}
          onPage={turned => change({ page: writtenPage(turned) })}
        />
      </Stack>
      {pledging !== null && <PledgeDialog need={pledging} onClose={() => setPledging(null)} />}
    </>
  )
}
