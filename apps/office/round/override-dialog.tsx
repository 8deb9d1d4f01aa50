import type { AreaCode } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { DeadlineOverride, Round } from '@thaiqm/core/round/round.ts'
import { decideRoundCommand, type RoundCommand } from '@thaiqm/core/round/round-command.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { AreaField } from '../person/area-field.tsx'
import { useAreas } from '../platform/areas.ts'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { ledgerOf } from './round-draft.ts'

const words = defineWords({
  title: { th: 'กำหนดวันเฉพาะพื้นที่', en: 'Deadline of an area' },
  confirm: { th: 'บันทึกกำหนดเฉพาะพื้นที่', en: 'Save' },
  area: { th: 'พื้นที่', en: 'Area' },
  recordBy: { th: 'บันทึกให้แล้วเสร็จภายใน', en: 'Recorded by' },
  resolveBy: { th: 'แก้ไขให้แล้วเสร็จภายใน', en: 'Resolved by' },
  reason: { th: 'เหตุผลและเลขที่คำสั่งหรือหนังสือ', en: 'Reason, and the letter it rests on' },
  removeTitle: { th: (area: string) => `ยกเลิกกำหนดเฉพาะ ${area}`, en: area => `Remove the deadline of ${area}` },
  remove: { th: 'ยกเลิกกำหนดเฉพาะพื้นที่', en: 'Remove' },
  removeReason: { th: 'เหตุผล', en: 'Reason' },
})

const commandTo = (round: Round, command: RoundCommand) => ({
  ledgerKind: 'round' as const,
  ledgerId: round.id,
  version: null,
  type: command.type,
  input: command.input,
  decide: (context: Parameters<typeof decideRoundCommand>[2]) => decideRoundCommand(ledgerOf(round), command, context),
})

interface OverrideProps {
  readonly round: Round
  readonly onClose: () => void
}

/** An area's own deadlines, with the reason; the narrowest area's holds. */
export const OverrideDialog = ({
  round,
  known,
  onClose,
}: OverrideProps & { readonly known: DeadlineOverride | null }) => {
  const say = useWords(words)
  const [areaCode, setAreaCode] = useState<string | null>(known?.areaCode ?? null)
  const [recordBy, setRecordBy] = useState<string | null>(known?.recordBy ?? round.recordBy)
  const [resolveBy, setResolveBy] = useState<string | null>(known?.resolveBy ?? round.resolveBy)
  const [reason, setReason] = useState(known?.reason ?? '')
  const isWhole = areaCode !== null && recordBy !== null && resolveBy !== null && reason.trim() !== ''
  return (
    <LedgerDialog
      command={
        isWhole
          ? commandTo(round, {
              type: 'OverrideDeadline',
              input: {
                areaCode: areaCode as AreaCode,
                recordBy: recordBy as Day,
                resolveBy: resolveBy as Day,
                reason: reason.trim(),
              },
            })
          : null
      }
      title={say.title}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['deadlines-in-wrong-order']}
    >
      {errorOf => (
        <>
          <AreaField
            label={say.area}
            value={areaCode}
            onChange={setAreaCode}
            levels={['DISTRICT', 'TAMBON']}
            isRequired
          />
          <FieldStack columns={2}>
            <DatePicker
              label={say.recordBy}
              value={recordBy}
              onChange={setRecordBy}
              error={errorOf('deadlines-in-wrong-order')}
              isRequired
            />
            <DatePicker label={say.resolveBy} value={resolveBy} onChange={setResolveBy} isRequired />
          </FieldStack>
          <TextArea label={say.reason} value={reason} onChange={setReason} isRequired />
        </>
      )}
    </LedgerDialog>
  )
}

/** The area goes back to the round's own deadlines. */
export const RemoveOverrideDialog = ({
  round,
  known,
  onClose,
}: OverrideProps & { readonly known: DeadlineOverride }) => {
  const say = useWords(words)
  const { titleOf } = useAreas()
  const [reason, setReason] = useState('')
  return (
    <LedgerDialog
      command={
        reason.trim() === ''
          ? null
          : commandTo(round, {
              type: 'RemoveOverride',
              input: { areaCode: known.areaCode, reason: reason.trim() },
            })
      }
      title={say.removeTitle(titleOf(known.areaCode))}
      confirmLabel={say.remove}
      onClose={onClose}
    >
      {() => <TextArea label={say.removeReason} value={reason} onChange={setReason} isRequired />}
    </LedgerDialog>
  )
}
