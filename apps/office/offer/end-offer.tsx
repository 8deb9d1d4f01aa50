import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { offerCommand, offerOf } from './use-offers.ts'

const words = defineWords({
  title: { th: 'สิ้นสุดข้อเสนอ', en: 'End the offer' },
  reason: { th: 'เหตุผล', en: 'Reason' },
  hint: { th: 'การจัดสรรที่มีอยู่แล้วยังดำเนินต่อไป', en: 'What is taken of it already goes on.' },
})

/** Nothing more may be taken of an offer; what was promised of it goes on. */
export const EndOffer = ({ offer, onClose }: { readonly offer: OfferRow; readonly onClose: () => void }) => {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  return (
    <LedgerDialog
      command={offerCommand(offerOf(offer), offer.offerId, { type: 'EndOffer', input: { reason: reason.trim() } })}
      title={say.title}
      confirmLabel={say.title}
      isDangerous
      onClose={onClose}
      fieldCodes={['reason-missing']}
    >
      {errorOf => (
        <TextField
          label={say.reason}
          hint={say.hint}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          error={errorOf('reason-missing')}
          isRequired
          autoFocus
        />
      )}
    </LedgerDialog>
  )
}
