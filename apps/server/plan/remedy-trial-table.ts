import type { Household } from '@thaiqm/core/household/household.ts'
import type { IncomeLines } from '@thaiqm/core/plan/eligibility-rule.ts'
import { onceSolved, remedyTrials } from '@thaiqm/core/plan/remedy-trial.ts'
import { own, shape } from '../household/household-tables.ts'
import type { RowOf } from '../platform/database/write-rows.ts'

/**
 * What came of the remedies in one household's plans, beside its document, and of each hardship that was solved once,
 * whatever was done about it: those rows name no remedy. `trial` tells a household's rows apart.
 */
export const remedyTrialTable = shape(
  'remedy_trials',
  {
    ...own,
    kind_code: 'text',
    remedy_id: 'text',
    profile: 'text',
    outcome: 'text',
    eye: 'text',
    trial: 'text',
  },
  'shard_key',
  'household_id',
  'trial',
)

export type RemedyTrialRow = RowOf<typeof remedyTrialTable>

interface Own {
  readonly shard_key: number
  readonly household_id: string
  readonly area_code: number
}

/** In place of a remedy: the hardship itself, whatever was done about it. */
export const WHATEVER_WAS_DONE = ''

export const remedyTrialRows = (household: Household, owner: Own, incomeLines: IncomeLines): RemedyTrialRow[] => [
  ...remedyTrials(household, incomeLines).map(({ kindCode, remedyId, profile, outcome, eye }) => ({
    ...owner,
    kind_code: kindCode,
    remedy_id: remedyId,
    profile,
    outcome,
    eye,
    trial: `${kindCode} ${remedyId} ${eye}`,
  })),
  ...onceSolved(household).map(({ problem, outcome, eye }) => ({
    ...owner,
    kind_code: problem.kindCode,
    remedy_id: WHATEVER_WAS_DONE,
    profile: '',
    outcome,
    eye,
    trial: `${problem.id} ${eye}`,
  })),
]
