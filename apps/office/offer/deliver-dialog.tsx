import type { AllocationRow, OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { offerCommandInputs } from '@thaiqm/core/offer/offer-command.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { MoneyField, NumberField } from '@thaiqm/ui/number-field.tsx'
import { useState } from 'react'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { useSession } from '../platform/session.tsx'
import { amountText, deliveredText } from './amount-text.ts'
import { offerCommand, offerOf, outstandingOfRow } from './use-offers.ts'

const words = defineWords({
  title: { th: 'บันทึกว่าส่งมอบแล้ว', en: 'Record the delivery' },
  confirm: { th: 'ส่งมอบแล้ว', en: 'Delivered' },
  quantity: { th: 'จำนวนที่ส่งมอบครั้งนี้', en: 'Delivered this time' },
  budget: { th: 'งบประมาณที่ใช้ครั้งนี้', en: 'Budget spent this time' },
  outstanding: { th: (amount: string) => `คงค้างส่งมอบ ${amount}`, en: amount => `Outstanding: ${amount}` },
  budgetLeft: { th: (baht: string) => `งบประมาณคงเหลือ ${baht}`, en: baht => `Left of its budget: ${baht}` },
  on: { th: 'วันที่ส่งมอบ', en: 'Delivered on' },
  rest: {
    th: (amount: string) => `ส่วนที่เหลือ ${amount} ยังรอส่งมอบ หากจะไม่ส่งมอบอีก โปรดเลือก “ยกเลิกส่วนที่เหลือ” หลังบันทึกรายการนี้`,
    en: amount => `${amount} will still be outstanding. If it will not come, release the rest after this.`,
  },
})

/** The partner tells what has arrived: all that is outstanding, or how much of it. */
export const DeliverDialog = ({
  allocation,
  offer,
  part,
  onClose,
}: {
  readonly allocation: AllocationRow
  readonly offer: OfferRow
  /** The allocation in a line. */
  readonly part: string
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const { unit, allocationId } = allocation
  // As it stood when the dialog was opened: what is sent changes it while the dialog closes.
  const [outstanding] = useState(() => outstandingOfRow(allocation))
  const [quantity, setQuantity] = useState<number | null>(outstanding.quantity)
  const [budgetBaht, setBudget] = useState<number | null>(outstanding.budgetBaht)
  const [deliveredOn, setDeliveredOn] = useState<string | null>(today)
  const input =
    deliveredOn === null || quantity === null || budgetBaht === null
      ? null
      : { allocationId, deliveredOn: deliveredOn as Day, assistanceId: null, quantity, budgetBaht }
  const rest = {
    quantity: outstanding.quantity - (quantity ?? outstanding.quantity),
    budgetBaht: outstanding.budgetBaht - (budgetBaht ?? outstanding.budgetBaht),
  }
  const isRest = rest.quantity >= 0 && rest.budgetBaht >= 0 && rest.quantity + rest.budgetBaht > 0
  return (
    <LedgerDialog
      command={
        input === null
          ? null
          : offerCommand(offerOf(offer, [allocation]), offer.offerId, { type: 'DeliverAllocation', input })
      }
      isWhole={input !== null && offerCommandInputs.DeliverAllocation.safeParse(input).success}
      title={say.title}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={[
        'day-in-future',
        'delivery-above-outstanding',
        'delivery-budget-above-outstanding',
        'delivery-empty',
      ]}
    >
      {errorOf => (
        <>
          <div>
            <p>{part}</p>
            <p className="act-muted">{deliveredText(allocation, language)}</p>
          </div>
          {outstanding.quantity > 0 && (
            <NumberField
              label={say.quantity}
              hint={say.outstanding(`${formatNumber(outstanding.quantity, language)} ${unit}`)}
              value={quantity}
              onChange={setQuantity}
              min={0}
              unit={unit}
              error={errorOf(
                'delivery-above-outstanding',
                'delivery-empty',
                ...(quantity === null || quantity < 0 ? ['incomplete'] : []),
              )}
              isRequired
              autoFocus
            />
          )}
          {outstanding.budgetBaht > 0 && (
            <MoneyField
              label={say.budget}
              hint={say.budgetLeft(formatBaht(outstanding.budgetBaht, language))}
              value={budgetBaht}
              onChange={setBudget}
              error={errorOf(
                'delivery-budget-above-outstanding',
                ...(outstanding.quantity === 0 ? ['delivery-empty'] : []),
                ...(budgetBaht === null || budgetBaht < 0 ? ['incomplete'] : []),
              )}
              isRequired
            />
          )}
          {isRest && <p className="act-muted">{say.rest(amountText(rest, unit, language))}</p>}
          <DatePicker
            label={say.on}
            value={deliveredOn}
            onChange={setDeliveredOn}
            max={today}
            error={errorOf('day-in-future', ...(deliveredOn === null ? ['incomplete'] : []))}
            isRequired
          />
        </>
      )}
    </LedgerDialog>
  )
}
