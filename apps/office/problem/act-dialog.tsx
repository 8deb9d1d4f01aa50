import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  householdCommandInputs,
} from '@thaiqm/core/household/household-command.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { householdCommand, type LedgerCommand } from '../platform/commands.ts'
import { dialogWords, LedgerDialog, type LedgerDialogProps } from '../platform/ledger-dialog.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'
import { ProblemHeading } from './problem-heading.tsx'

const words = defineWords({
  // “ยกเลิก” beside “ยกเลิกปัญหานี้” could be either.
  leave: { th: 'ไม่ดำเนินการ', en: 'Leave as it is' },
})

export interface Judgement {
  readonly code: string
  readonly sentence: string
}

const isWhole = ({ type, input }: HouseholdCommand): boolean => householdCommandInputs[type].safeParse(input).success

/** What core says to a command before anything is sent: nothing when it would be accepted. */
export const useJudge = (): ((household: HouseholdView, command: HouseholdCommand) => Judgement | null) => {
  const context = useDecisionContext()
  const { language } = useLanguage()
  const say = useWords(dialogWords)
  return (household, command) => {
    const decided = decideHouseholdCommand(household, command, context)
    if (!decided.ok) return { code: decided.code, sentence: refusalText(decided, language) }
    return isWhole(command) ? null : { code: 'incomplete', sentence: say.incomplete }
  }
}

export interface ActDialogProps extends Omit<LedgerDialogProps, 'command' | 'isWhole' | 'cancelLabel'> {
  readonly household: HouseholdView
  /** The hardship it is about, named in the place of a description. */
  readonly problem?: HouseholdView['problems'][number]
  /** Null while the form cannot make a command yet. */
  readonly command: HouseholdCommand | null
  /** Commands to other ledgers that belong to the same act. */
  readonly also?: LedgerCommand['also']
}

/** A dialog that gives one command to a household. */
export const ActDialog = ({ household, problem, command, also, description, ...dialog }: ActDialogProps) => {
  const say = useWords(words)
  return (
    <LedgerDialog
      {...dialog}
      description={problem === undefined ? description : <ProblemHeading household={household} problem={problem} />}
      command={command === null ? null : householdCommand(household, command, also)}
      isWhole={command !== null && isWhole(command)}
      cancelLabel={dialog.isDangerous === true ? say.leave : undefined}
    />
  )
}
