import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  householdCommandInputs,
} from '@thaiqm/core/household/household-command.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { type ReactNode, useState } from 'react'
import { type LedgerCommand, useCommand } from '../platform/commands.ts'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'

const words = defineWords({
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  // “ยกเลิก” beside “ยกเลิกปัญหานี้” could be either.
  leave: { th: 'ไม่ดำเนินการ', en: 'Leave as it is' },
  fillIn: { th: 'โปรดเลือกหรือระบุข้อมูลนี้', en: 'Please choose or fill in this' },
  incomplete: {
    th: 'กรอกข้อมูลยังไม่ครบ โปรดตรวจสอบช่องที่จำเป็น',
    en: 'Something is still missing. Please check the required fields.',
  },
  notYet: { th: 'ยังทำรายการนี้ไม่ได้', en: 'Not possible yet' },
})

export interface Judgement {
  readonly code: string
  readonly sentence: string
}

/** What core says to a command before anything is sent: nothing when it would be accepted. */
export const useJudge = (): ((household: HouseholdView, command: HouseholdCommand) => Judgement | null) => {
  const context = useDecisionContext()
  const { language } = useLanguage()
  const say = useWords(words)
  return (household, command) => {
    const decided = decideHouseholdCommand(household, command, context)
    if (!decided.ok) return { code: decided.code, sentence: refusalText(decided, language) }
    const isWhole = householdCommandInputs[command.type].safeParse(command.input).success
    return isWhole ? null : { code: 'incomplete', sentence: say.incomplete }
  }
}

/** The refusal's sentence for a field, when it is one of these codes and the person has tried to send. */
export type ErrorOf = (...codes: readonly string[]) => string | undefined

export interface ActDialogProps {
  readonly household: HouseholdView
  /** Null while the form cannot make a command yet. */
  readonly command: HouseholdCommand | null
  /** Commands to other ledgers that belong to the same act. */
  readonly also?: LedgerCommand['also']
  readonly title: string
  readonly description?: ReactNode
  /** The verb of the deed. */
  readonly confirmLabel: string
  readonly isDangerous?: boolean
  readonly size?: 'small' | 'normal' | 'large'
  readonly onClose: () => void
  /** After the command went out, before the dialog closes. */
  readonly onDone?: () => void
  /** What stands in the way whatever is filled in: shown at once, and the deed cannot be done. */
  readonly blocked?: string | null
  /** Codes that the fields show themselves; any other refusal stands above the buttons. */
  readonly fieldCodes?: readonly string[]
  readonly children?: ((errorOf: ErrorOf) => ReactNode) | undefined
}

/** A dialog that gives one command to a household: judged by core while it is filled in, sent only when accepted. */
export const ActDialog = ({
  household,
  command,
  also = [],
  title,
  description,
  confirmLabel,
  isDangerous = false,
  size = 'normal',
  onClose,
  onDone,
  blocked = null,
  fieldCodes = [],
  children,
}: ActDialogProps) => {
  const say = useWords(words)
  const judge = useJudge()
  const { giveToHousehold, isGiving } = useCommand()
  const [isAttempted, setAttempted] = useState(false)

  const judged: Judgement | null =
    command === null ? { code: 'incomplete', sentence: say.incomplete } : judge(household, command)
  const shown = isAttempted && blocked === null ? judged : null
  let isSaidAtField = false
  const errorOf: ErrorOf = (...codes) => {
    if (shown === null || !codes.includes(shown.code)) return undefined
    isSaidAtField = true
    return shown.code === 'incomplete' ? say.fillIn : shown.sentence
  }
  const fields = children?.(errorOf)

  const confirm = async () => {
    setAttempted(true)
    if (command === null || judged !== null) return
    const result = await giveToHousehold(household, command, also)
    if (!result.ok) return
    onDone?.()
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size={size}
      isInsistent={isGiving}
      actions={
        <>
          <Button
            kind={isDangerous ? 'danger' : 'primary'}
            onPress={() => void confirm()}
            isPending={isGiving}
            isDisabled={blocked !== null}
          >
            {confirmLabel}
          </Button>
          <Button onPress={onClose} isDisabled={isGiving}>
            {isDangerous ? say.leave : say.cancel}
          </Button>
        </>
      }
    >
      <FieldStack>
        {description !== undefined && <div>{description}</div>}
        {blocked !== null && (
          <Notice tone="danger" title={say.notYet} isLive>
            {blocked}
          </Notice>
        )}
        {fields}
        {shown !== null && !isSaidAtField && !fieldCodes.includes(shown.code) && (
          <Notice tone="danger" isLive>
            {shown.sentence}
          </Notice>
        )}
      </FieldStack>
    </Dialog>
  )
}
