import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { type ReactNode, useState } from 'react'
import { ActDialog, type ActDialogProps } from './act-dialog.tsx'

export interface ReasonDialogProps
  extends Pick<
    ActDialogProps,
    'household' | 'problem' | 'title' | 'description' | 'confirmLabel' | 'onClose' | 'onDone'
  > {
  /** The deed with the words that were written, without spaces around them. */
  readonly commandFor: (text: string) => HouseholdCommand
  readonly label: string
  readonly hint?: string | undefined
  /** The refusal when nothing is written; without it the words may be left out. */
  readonly missingCode?: string
  /** What stands above the field. */
  readonly children?: ReactNode
}

/** An act that needs nothing but words: a reason, a note, a reply. */
export const ReasonDialog = ({ commandFor, label, hint, missingCode, children, ...act }: ReasonDialogProps) => {
  const [text, setText] = useState('')
  const isOptional = missingCode === undefined
  return (
    <ActDialog {...act} command={commandFor(text.trim())} fieldCodes={isOptional ? [] : [missingCode]}>
      {errorOf => (
        <>
          {children}
          <TextArea
            label={label}
            hint={hint}
            value={text}
            onChange={setText}
            maxLength={2000}
            error={isOptional ? undefined : errorOf(missingCode)}
            isRequired={!isOptional}
            isOptional={isOptional}
            autoFocus
          />
        </>
      )}
    </ActDialog>
  )
}
