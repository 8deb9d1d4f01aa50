import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { householdCommand, type LedgerCommand } from '../platform/commands.ts'
import { LedgerDialog, type LedgerDialogProps } from '../platform/ledger-dialog.tsx'
import { ProblemHeading } from './problem-heading.tsx'
import { isWhole } from './use-judge.ts'

export interface ActDialogProps extends Omit<LedgerDialogProps, 'command' | 'isWhole'> {
  readonly household: HouseholdView
  /** The hardship it is about, named in the place of a description. */
  readonly problem?: HouseholdView['problems'][number]
  /** Null while the form cannot make a command yet. */
  readonly command: HouseholdCommand | null
  /** The other half of the same deed, to another ledger. */
  readonly also?: LedgerCommand | undefined
}

/** A dialog that gives one command to a household. */
export const ActDialog = ({ household, problem, command, also, description, ...dialog }: ActDialogProps) => (
  <LedgerDialog
    {...dialog}
    description={problem === undefined ? description : <ProblemHeading household={household} problem={problem} />}
    command={command === null ? null : householdCommand(household, command, also)}
    isWhole={command !== null && isWhole(command)}
  />
)
