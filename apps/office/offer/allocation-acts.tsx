import type { AllocationRow, OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { isDistrictOfficer, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { Button, ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useHousehold } from '../household/use-household.ts'
import { addressOf } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { kindShortName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { amountText, deliveredText } from './amount-text.ts'
import { DeliverDialog } from './deliver-dialog.tsx'
import { knownNeed, offerCommand, offerOf, outstandingOfRow } from './use-offers.ts'

const words = defineWords({
  confirm: { th: 'ยืนยัน', en: 'Confirm' },
  confirmTitle: { th: 'ยืนยันการจัดสรร', en: 'Confirm the allocation' },
  note: { th: 'ข้อความถึงภาคี', en: 'Note to the partner' },
  noteHint: { th: 'เช่น จุดส่งมอบ ไม่ระบุชื่อหรือบ้านเลขที่', en: 'Such as where to bring it. No name, no house number.' },
  deliver: { th: 'ส่งมอบแล้ว', en: 'Delivered' },
  help: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  release: { th: 'ยกเลิก', en: 'Release' },
  releaseTitle: { th: 'ยกเลิกการจัดสรร', en: 'Release the allocation' },
  releaseRest: { th: 'ยกเลิกส่วนที่เหลือ', en: 'Release the rest' },
  freeAgain: {
    th: (left: string, arrived: string) => `คงค้างส่งมอบ ${left} จะว่างให้ผู้อื่นจองได้ ส่วนที่ส่งมอบแล้ว ${arrived} คงเดิม`,
    en: (left, arrived) => `${left} will be free for others again. The ${arrived} already delivered stays.`,
  },
  reason: { th: 'เหตุผล', en: 'Reason' },
})

type Act = 'confirm' | 'deliver' | 'release'

/** What may be done with a part of an offer now: the district confirms, officers and the partner deliver or release. */
export const AllocationActs = ({
  allocation,
  offer,
}: {
  readonly allocation: AllocationRow
  readonly offer: OfferRow | undefined
}) => {
  const say = useWords(words)
  const { actor } = useSession()
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const [open, setOpen] = useState<Act | null>(null)
  const [text, setText] = useState('')
  // Read only when the officer writes to the partner: its names are what the words must not tell.
  const writes = open === 'confirm' || open === 'release'
  const record = useHousehold(allocation.householdId, writes).data?.household
  if (offer === undefined) return null
  const { allocationId, state, householdId } = allocation
  const isDistrict = isDistrictOfficer(actor)
  const isOwn = readsReferredOnly(actor)
  const isHeld = state === 'PLEDGED' || state === 'CONFIRMED'
  const ledger = offerOf(offer, [allocation])
  const need = knownNeed(allocation, record)
  const { what, quantity, unit, kindCode, tambonCode } = allocation
  const given = `${what} ${formatNumber(quantity, language)} ${unit}`
  const part = `${given} · ${kindCode} ${kindShortName(kindCode, language)} · ${titleOf(tambonCode)}`
  const isPartly = deliveredText(allocation, language) !== null
  const arrived = { quantity: allocation.deliveredQuantity, budgetBaht: allocation.deliveredBudgetBaht }
  const close = () => setOpen(null)
  // A note to the partner that was not sent is no reason to release.
  const begin = (act: Act) => {
    setText('')
    setOpen(act)
  }
  return (
    <>
      <ButtonRow>
        {state === 'PLEDGED' && isDistrict && (
          <Button size="small" kind="primary" onPress={() => begin('confirm')}>
            {say.confirm}
          </Button>
        )}
        {state === 'CONFIRMED' && householdId !== null && (
          <LinkButton size="small" href={addressOf(`/households/${householdId}`, { problem: allocation.problemId })}>
            {say.help}
          </LinkButton>
        )}
        {state === 'CONFIRMED' && isOwn && (
          <Button size="small" kind="primary" onPress={() => begin('deliver')}>
            {say.deliver}
          </Button>
        )}
        {isHeld && (isDistrict || isOwn) && (
          <Button size="small" kind="quiet" onPress={() => begin('release')}>
            {isPartly ? say.releaseRest : say.release}
          </Button>
        )}
      </ButtonRow>
      {open === 'confirm' && (
        <LedgerDialog
          command={offerCommand(
            ledger,
            offer.offerId,
            { type: 'ConfirmAllocation', input: { allocationId, note: text.trim() } },
            need,
          )}
          title={say.confirmTitle}
          confirmLabel={say.confirm}
          onClose={close}
          fieldCodes={['need-names-household']}
        >
          {errorOf => (
            <>
              <p>{part}</p>
              <TextField
                label={say.note}
                hint={say.noteHint}
                value={text}
                onChange={setText}
                maxLength={500}
                error={errorOf('need-names-household')}
                isOptional
                autoFocus
              />
            </>
          )}
        </LedgerDialog>
      )}
      {open === 'deliver' && <DeliverDialog allocation={allocation} offer={offer} part={part} onClose={close} />}
      {open === 'release' && (
        <LedgerDialog
          command={offerCommand(
            ledger,
            offer.offerId,
            { type: 'ReleaseAllocation', input: { allocationId, reason: text.trim() } },
            need,
          )}
          title={isPartly ? say.releaseRest : say.releaseTitle}
          description={
            isPartly
              ? say.freeAgain(
                  amountText(outstandingOfRow(allocation), unit, language),
                  amountText(arrived, unit, language),
                )
              : part
          }
          confirmLabel={isPartly ? say.releaseRest : say.releaseTitle}
          isDangerous
          onClose={close}
          fieldCodes={['reason-missing', 'need-names-household']}
        >
          {errorOf => (
            <TextField
              label={say.reason}
              value={text}
              onChange={setText}
              maxLength={500}
              error={errorOf('reason-missing', 'need-names-household')}
              isRequired
              autoFocus
            />
          )}
        </LedgerDialog>
      )}
    </>
  )
}
