import { FormDialog, type FormDialogProps } from '@thaiqm/ui/dialog.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { uiWords } from '@thaiqm/ui/ui-words.ts'
import { type ReactNode, useState } from 'react'
import { type CommandResult, decideWhole, type LedgerCommand, useCommand } from './commands.ts'
import { refusalText } from './refusal-text.ts'
import { useDecisionContext } from './session.tsx'

export const dialogWords = defineWords({
  // “ยกเลิก” beside “ยกเลิกปัญหานี้” could be either.
  leave: { th: 'ไม่ดำเนินการ', en: 'Leave as it is' },
  incomplete: {
    th: 'กรอกข้อมูลยังไม่ครบ โปรดตรวจสอบช่องที่จำเป็น',
    en: 'Something is still missing. Please check the required fields.',
  },
  notYet: { th: 'ยังทำรายการนี้ไม่ได้', en: 'Not possible yet' },
})

/** The refusal's sentence for a field, when it is one of these codes and the person has tried to send. */
export type ErrorOf = (...codes: readonly string[]) => string | undefined

type Outcome = Extract<CommandResult, { ok: true }>['outcome']

export interface LedgerDialogProps
  extends Pick<FormDialogProps, 'title' | 'confirmLabel' | 'size' | 'isDangerous' | 'onClose'> {
  /** Null while the form cannot make a command yet. */
  readonly command: LedgerCommand | null
  /** False while the wire would not take the command; what the rules refuse is said first. */
  readonly isWhole?: boolean
  readonly description?: ReactNode
  /** After the command went out, before the dialog closes. */
  readonly onDone?: ((outcome: Outcome) => void) | undefined
  /** What stands in the way whatever is filled in: shown at once, and the deed cannot be done. */
  readonly blocked?: string | null
  /** Codes that the fields show themselves; any other refusal stands above the buttons. */
  readonly fieldCodes?: readonly string[]
  readonly children?: ((errorOf: ErrorOf, isTried: boolean) => ReactNode) | undefined
}

/** A dialog that gives one command: judged by core while it is filled in, sent only when accepted. */
export const LedgerDialog = ({
  command,
  isWhole = true,
  description,
  onClose,
  onDone,
  blocked = null,
  fieldCodes = [],
  children,
  ...form
}: LedgerDialogProps) => {
  const say = useWords(dialogWords)
  const spoken = useWords(uiWords)
  const { language } = useLanguage()
  const context = useDecisionContext()
  const { give, isGiving } = useCommand()
  const [isTried, setTried] = useState(false)

  const decided = command === null ? undefined : decideWhole(command, context)
  const refusal =
    decided?.ok === false
      ? { code: decided.code, sentence: refusalText(decided, language) }
      : decided === undefined || !isWhole
        ? { code: 'incomplete', sentence: say.incomplete }
        : null
  // While it is sent what stands changes already: what is accepted must not look refused.
  const shown = isTried && !isGiving && blocked === null ? refusal : null
  let isSaidAtField = false
  const errorOf: ErrorOf = (...codes) => {
    if (shown === null || !codes.includes(shown.code)) return undefined
    isSaidAtField = true
    return shown.code === 'incomplete' ? spoken.fillIn : shown.sentence
  }
  const fields = children?.(errorOf, isTried)

  const confirm = async () => {
    setTried(true)
    if (command === null || refusal !== null) return
    const result = await give(command)
    if (!result.ok) return
    onDone?.(result.outcome)
    onClose()
  }
  return (
    <FormDialog
      {...form}
      cancelLabel={form.isDangerous === true ? say.leave : undefined}
      onClose={onClose}
      onConfirm={() => void confirm()}
      isPending={isGiving}
      isDisabled={blocked !== null}
      isMissingMarked={shown !== null}
      error={shown === null || isSaidAtField || fieldCodes.includes(shown.code) ? null : shown.sentence}
    >
      {description !== undefined && <div>{description}</div>}
      {blocked !== null && (
        <Notice tone="danger" title={say.notYet} isLive>
          {blocked}
        </Notice>
      )}
      {fields}
    </FormDialog>
  )
}
