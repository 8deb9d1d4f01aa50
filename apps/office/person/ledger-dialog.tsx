import { Button } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { type ReactNode, useState } from 'react'
import { type LedgerCommand, useCommand } from '../platform/commands.ts'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'
import type { ErrorOf } from '../problem/act-dialog.tsx'

const words = defineWords({
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  incomplete: {
    th: 'กรอกข้อมูลยังไม่ครบ โปรดตรวจสอบช่องที่จำเป็น',
    en: 'Something is still missing. Please check the required fields.',
  },
})

export interface LedgerDialogProps {
  /** Null while the form cannot make a command yet. */
  readonly command: LedgerCommand | null
  readonly title: string
  readonly confirmLabel: string
  readonly size?: 'small' | 'normal' | 'large'
  readonly isDangerous?: boolean
  readonly onClose: () => void
  /** After the command was sent, before the dialog closes; not while it still waits in this browser. */
  readonly onDone?: () => void
  /** Codes that the fields show themselves. */
  readonly fieldCodes?: readonly string[]
  readonly children: (errorOf: ErrorOf, isTried: boolean) => ReactNode
}

/** A dialog that gives one command to a round, a person or a partner: judged by core here, sent only when accepted. */
export const LedgerDialog = ({
  command,
  title,
  confirmLabel,
  size = 'normal',
  isDangerous = false,
  onClose,
  onDone,
  fieldCodes = [],
  children,
}: LedgerDialogProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const context = useDecisionContext()
  const { give, isGiving } = useCommand()
  const [isTried, setTried] = useState(false)

  const decided = command?.decide(context)
  const refusal =
    decided === undefined
      ? { code: 'incomplete', sentence: say.incomplete }
      : decided.ok
        ? null
        : { code: decided.code, sentence: refusalText(decided, language) }
  const shown = isTried ? refusal : null
  const errorOf: ErrorOf = (...codes) => (shown !== null && codes.includes(shown.code) ? shown.sentence : undefined)

  const confirm = async () => {
    setTried(true)
    if (command === null || refusal !== null) return
    const result = await give(command)
    if (!result.ok) return
    if (result.outcome === 'applied') onDone?.()
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
          <Button kind={isDangerous ? 'danger' : 'primary'} onPress={() => void confirm()} isPending={isGiving}>
            {confirmLabel}
          </Button>
          <Button onPress={onClose} isDisabled={isGiving}>
            {say.cancel}
          </Button>
        </>
      }
    >
      <FieldStack>
        {children(errorOf, isTried)}
        {shown !== null && !fieldCodes.includes(shown.code) && (
          <Notice tone="danger" isLive>
            {shown.sentence}
          </Notice>
        )}
      </FieldStack>
    </Dialog>
  )
}
