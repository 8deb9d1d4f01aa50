import { remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { AssignmentNeedRow, AssignmentProposalReply } from '@thaiqm/contract/assignment/assignment-routes.ts'
import { fitOf } from '@thaiqm/core/assignment/offer-fit.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { OfferId } from '@thaiqm/core/ledger/identifiers.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { kindShortName } from '../platform/names.ts'

const words = defineWords({
  title: { th: 'กำหนดข้อเสนอ', en: 'Pin an offer' },
  which: { th: 'ข้อเสนอที่ตรงกับรายการนี้', en: 'Offers that fit this need' },
  left: {
    th: (left: string, unit: string) => `เหลืออยู่ ${left} ${unit}`,
    en: (left, unit) => `${left} ${unit} left`,
  },
  money: { th: (left: string) => `งบประมาณเหลือ ${left}`, en: left => `budget ${left} left` },
  confirm: { th: 'กำหนดคู่นี้', en: 'Pin' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  none: { th: 'ไม่มีข้อเสนอที่ตรงกับรายการนี้', en: 'No offer fits this need' },
  noneHint: {
    th: 'ประเภท หน่วยนับ พื้นที่ ระยะเวลา หรือจำนวนที่เหลือไม่ตรง โปรดชวนภาคีเพิ่มข้อเสนอ หรือส่งต่อหน่วยงาน',
    en: 'Kind, unit, area, period or what is left do not fit. Please ask partners for an offer, or refer it.',
  },
  missing: { th: 'โปรดเลือกข้อเสนอ', en: 'Please choose an offer' },
})

/** Chooses, among the offers that fit, the one this need is to be served from. */
export const PinDialog = ({
  proposal,
  need,
  onClose,
  onPin,
}: {
  readonly proposal: AssignmentProposalReply
  readonly need: AssignmentNeedRow
  readonly onClose: () => void
  readonly onPin: (offerId: OfferId) => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [offerId, setOfferId] = useState<OfferId | null>(null)
  const [isTried, setTried] = useState(false)
  const remedyIds = remediesFor(need.kindCode).map(remedy => remedy.id)
  const fitting = proposal.offers.filter(offer => fitOf({ ...need, remedyIds }, offer, dayOf(proposal.asOf)) === 'fits')
  const confirm = () => {
    setTried(true)
    if (offerId !== null) onPin(offerId)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${say.title}: ${kindShortName(need.kindCode, language)}`}
      actions={
        <>
          {fitting.length > 0 && (
            <Button kind="primary" onPress={confirm}>
              {say.confirm}
            </Button>
          )}
          <Button onPress={onClose}>{say.cancel}</Button>
        </>
      }
    >
      {fitting.length === 0 ? (
        <EmptyState icon="search" title={say.none}>
          {say.noneHint}
        </EmptyState>
      ) : (
        <RadioGroup
          label={say.which}
          choices={fitting.map(offer => ({
            value: offer.offerId,
            label: [offer.organisationName, offer.what].filter(Boolean).join(' · '),
            description: [
              say.left(formatNumber(offer.quantityLeft, language), offer.unit),
              ...(offer.budgetLeftBaht === null ? [] : [say.money(formatBaht(offer.budgetLeftBaht, language))]),
            ].join(' · '),
          }))}
          value={offerId}
          onChange={setOfferId}
          error={isTried && offerId === null ? say.missing : undefined}
          isRequired
        />
      )}
    </Dialog>
  )
}
