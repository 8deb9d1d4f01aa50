import type { NeedRow } from '@thaiqm/contract/need/need-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId, HouseholdId, PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { NeedOfProblem } from '@thaiqm/core/need/need-of-problem.ts'
import { quantityLeft } from '@thaiqm/core/offer/offer.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { MoneyField, NumberField } from '@thaiqm/ui/number-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useHousehold } from '../household/use-household.ts'
import { OfferDialog } from '../offer/offer-dialog.tsx'
import { offerCommand, offerOf, useOffers } from '../offer/use-offers.ts'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { useAreas } from '../platform/areas.ts'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { kindShortName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { fittingOffers } from './fitting-offers.ts'

const words = defineWords({
  pledge: { th: 'ให้คำมั่นว่าจะช่วย', en: 'Pledge help' },
  assign: { th: 'จัดสรรจากข้อเสนอ', en: 'Assign from an offer' },
  needed: {
    th: (what: string, quantity: string, tambon: string) => `ต้องการ ${what} ${quantity} ใน${tambon}`,
    en: (what, quantity, tambon) => `Needed: ${what}, ${quantity}, in ${tambon}`,
  },
  waits: {
    th: 'อำเภอจะยืนยันก่อนส่งมอบ และแจ้งจุดส่งมอบโดยไม่เปิดเผยตัวบุคคล',
    en: 'The district confirms first, and says where to bring it without naming anybody.',
  },
  offer: { th: 'จากข้อเสนอ', en: 'From the offer' },
  left: { th: (left: string, unit: string) => `คงเหลือ ${left} ${unit}`, en: (left, unit) => `${left} ${unit} left` },
  quantity: { th: 'จำนวนที่จะช่วย', en: 'How much' },
  budget: { th: 'เงินจากงบของข้อเสนอ', en: 'Money from the offer’s budget' },
  due: { th: 'ส่งมอบได้ภายในวันที่', en: 'Can be brought by' },
  note: { th: 'ข้อความถึงอำเภอ', en: 'Note to the district' },
  noteToPartner: { th: 'ข้อความถึงภาคี', en: 'Note to the partner' },
  otherKind: {
    th: 'ข้อเสนอนี้ระบุไว้สำหรับปัญหาประเภทอื่น โปรดตรวจสอบก่อนยืนยัน',
    en: 'This offer is meant for other kinds of problem. Please check before you go on.',
  },
  none: { th: 'ยังไม่มีข้อเสนอที่ใช้ได้', en: 'No offer to take from' },
  noneHint: { th: 'เพิ่มข้อเสนอของท่านก่อน แล้วกลับมาเลือกรายการนี้', en: 'Add an offer first, then choose this again.' },
  add: { th: 'เพิ่มข้อเสนอ', en: 'Add an offer' },
  close: { th: 'ปิด', en: 'Close' },
})

/** A partner pledges, or an officer assigns, a part of an offer for one published need. */
export const PledgeDialog = ({ need, onClose }: { readonly need: NeedRow; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const organisations = useOrganisations()
  const query = useOffers(true)
  const record = useHousehold(need.householdId).data?.household
  const [id] = useState(() => newId() as AllocationId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [quantity, setQuantity] = useState<number | null>(need.quantity)
  const [budgetBaht, setBudgetBaht] = useState<number | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(need.dueOn)
  const [note, setNote] = useState('')
  const [isAdding, setAdding] = useState(false)
  const isPartner = readsReferredOnly(actor)
  const title = isPartner ? say.pledge : say.assign
  if (isAdding) return <OfferDialog offer={null} onClose={() => setAdding(false)} />
  const offers = fittingOffers(query.data?.offers ?? [], need)
  const offer = offers.find(one => one.offerId === chosen) ?? offers[0]
  if (offer === undefined)
    return (
      <Dialog isOpen onClose={onClose} title={title} actions={<Button onPress={onClose}>{say.close}</Button>}>
        {!query.isLoading && (
          <EmptyState
            icon="heart"
            title={say.none}
            actions={
              <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
                {say.add}
              </Button>
            }
          >
            {say.noneHint}
          </EmptyState>
        )}
      </Dialog>
    )
  const known: NeedOfProblem = {
    problemId: need.needId,
    householdId: (need.householdId ?? '') as HouseholdId,
    tambonCode: need.tambonCode,
    kindCode: need.kindCode,
    restricted: false,
    isLive: true,
    need: { ...need, publishedBy: '' as PersonId },
    names: record,
  }
  const command =
    quantity === null || quantity < 1
      ? null
      : offerCommand(
          offerOf(offer),
          offer.offerId,
          {
            type: 'TakeFromOffer',
            input: {
              allocationId: id,
              problemId: need.needId,
              quantity,
              budgetBaht: budgetBaht ?? 0,
              dueOn: dueOn as Day | null,
              note: note.trim(),
            },
          },
          known,
        )
  return (
    <LedgerDialog
      command={command}
      title={title}
      confirmLabel={title}
      onClose={onClose}
      fieldCodes={['offer-exhausted', 'offer-budget-exhausted', 'due-day-passed', 'need-names-household']}
    >
      {errorOf => (
        <>
          <Notice tone="info" title={`${need.kindCode} ${kindShortName(need.kindCode, language)}`}>
            {say.needed(
              need.what,
              `${formatNumber(need.quantity, language)} ${need.unit}`.trim(),
              titleOf(need.tambonCode),
            )}
            {isPartner && <div>{say.waits}</div>}
          </Notice>
          <Select
            label={say.offer}
            options={offers.map(one => ({
              value: one.offerId as string,
              label: isPartner
                ? one.what
                : `${nameOfOrganisation(organisations.data?.organisations, one.organisationId) ?? ''} · ${one.what}`,
              description: say.left(formatNumber(quantityLeft(one), language), one.unit),
            }))}
            value={offer.offerId}
            onChange={setChosen}
          />
          {offer.kindCodes.length > 0 && !offer.kindCodes.includes(need.kindCode) && (
            <Notice tone="warning">{say.otherKind}</Notice>
          )}
          <FieldStack columns={2}>
            <NumberField
              label={say.quantity}
              unit={offer.unit}
              value={quantity}
              onChange={setQuantity}
              min={1}
              error={errorOf('offer-exhausted')}
              isRequired
            />
            {offer.budgetBaht !== null && (
              <MoneyField
                label={say.budget}
                value={budgetBaht}
                onChange={setBudgetBaht}
                error={errorOf('offer-budget-exhausted')}
                isOptional
              />
            )}
          </FieldStack>
          <DatePicker label={say.due} value={dueOn} onChange={setDueOn} error={errorOf('due-day-passed')} isOptional />
          <TextField
            label={isPartner ? say.note : say.noteToPartner}
            value={note}
            onChange={setNote}
            maxLength={500}
            error={errorOf('need-names-household')}
            isOptional
          />
        </>
      )}
    </LedgerDialog>
  )
}
