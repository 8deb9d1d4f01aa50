import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { type ReactNode, useState } from 'react'
import { ReasonField } from '../platform/reason-field.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'

const words = defineWords({
  decision: { th: 'ผลการพิจารณา', en: 'Decision' },
  record: { th: 'บันทึกผลการพิจารณา', en: 'Record the decision' },
})

export interface DecideRequestProps extends ActProps {
  readonly title: string
  /** What was asked for, and its heading. */
  readonly askedTitle: string
  readonly asked: ReactNode
  readonly approve: string
  /** What approving does. */
  readonly effect?: string
  readonly isDangerous?: boolean
  readonly decline: string
  readonly declineReason: string
  readonly commandFor: (isApproved: boolean, reason: string) => HouseholdCommand
}

/** What the tambon asked for is approved, or declined with the reason. */
export const DecideRequest = ({
  household,
  problem,
  onClose,
  title,
  askedTitle,
  asked,
  approve,
  effect,
  isDangerous = false,
  decline,
  declineReason,
  commandFor,
}: DecideRequestProps) => {
  const say = useWords(words)
  const [decision, setDecision] = useState<'approve' | 'decline' | null>(null)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      household={household}
      command={decision === null ? null : commandFor(decision === 'approve', reason.trim())}
      title={title}
      problem={problem}
      confirmLabel={say.record}
      isDangerous={isDangerous && decision === 'approve'}
      onClose={onClose}
      fieldCodes={decision === 'decline' ? ['reason-missing'] : []}
    >
      {errorOf => (
        <>
          <Notice title={askedTitle}>{asked}</Notice>
          <RadioGroup
            label={say.decision}
            choices={[
              { value: 'approve', label: approve, description: effect },
              { value: 'decline', label: decline },
            ]}
            value={decision}
            onChange={setDecision}
            error={decision === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          {decision === 'decline' && (
            <ReasonField
              rows={3}
              label={declineReason}
              value={reason}
              onChange={setReason}
              error={errorOf('reason-missing')}
            />
          )}
        </>
      )}
    </ActDialog>
  )
}
