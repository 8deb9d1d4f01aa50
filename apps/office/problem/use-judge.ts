import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  householdCommandInputs,
} from '@thaiqm/core/household/household-command.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { dialogWords } from '../platform/ledger-dialog.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'

export interface Judgement {
  readonly code: string
  readonly sentence: string
}

/** Whether the wire would take it. */
export const isWhole = ({ type, input }: HouseholdCommand): boolean =>
  householdCommandInputs[type].safeParse(input).success

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
