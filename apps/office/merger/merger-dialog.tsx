import { FormDialog, type FormDialogProps } from '@thaiqm/ui/dialog.tsx'
import { useLanguage } from '@thaiqm/ui/language.tsx'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { type LedgerCommand, useCommand } from '../platform/commands.ts'
import { ReasonField } from '../platform/reason-field.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'

export interface MergerDialogProps
  extends Pick<
    FormDialogProps,
    'title' | 'size' | 'confirmLabel' | 'cancelLabel' | 'isDangerous' | 'onCancel' | 'onClose' | 'children'
  > {
  /** Both halves of the deed with the reason as it is written; undefined while the other household is being read. */
  readonly commandsFor: (reason: string) => readonly LedgerCommand[] | undefined
  readonly reasonLabel: string
  readonly reasonHint: string
  /** What it means, under the reason. */
  readonly effect?: ReactNode
  readonly onDone: () => void
}

/** A deed on two households at once, with its reason: what stands against it is said before anybody tries. */
export const MergerDialog = ({
  commandsFor,
  reasonLabel,
  reasonHint,
  effect,
  onDone,
  children,
  ...form
}: MergerDialogProps) => {
  const { language } = useLanguage()
  const context = useDecisionContext()
  const { giveTogether, isGiving } = useCommand()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const commands = commandsFor(reason.trim())
  const refused = commands?.map(command => command.decide(context)).find(outcome => !outcome.ok)
  const refusal = refused === undefined || refused.ok ? undefined : refused
  const isOfReason = refusal?.code === 'reason-missing'
  const sentence = refusal === undefined ? undefined : refusalText(refusal, language)
  const confirm = async () => {
    setTried(true)
    if (commands === undefined || refusal !== undefined) return
    const result = await giveTogether(commands)
    if (result.ok) onDone()
  }
  return (
    <FormDialog
      {...form}
      onConfirm={() => void confirm()}
      isPending={isGiving}
      isDisabled={commands === undefined}
      error={isOfReason ? undefined : sentence}
    >
      {children}
      <ReasonField
        label={reasonLabel}
        hint={reasonHint}
        value={reason}
        onChange={setReason}
        error={isOfReason && isTried ? sentence : undefined}
      />
      {effect}
    </FormDialog>
  )
}
