import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evidence } from './evidence.ts'
import { type EvidenceLacking, evidenceLacking } from './evidence-lacking.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'
import { tookPart } from './took-part.ts'

export const closeProblemInput = z.object({
  problemId,
  evidence: z.array(evidence),
  note: z.string().max(2000),
  /** Why the evidence this kind asks for cannot be had; such closings can be listed and are told apart. */
  withoutOwnEvidence: z.string().max(500).optional(),
})
export type CloseProblemInput = z.infer<typeof closeProblemInput>

export type CloseProblemRefusal =
  | FindProblemRefusal
  | EvidenceLacking
  | 'no-help-recorded'
  | 'verifier-is-recorder'
  | 'verifier-is-giver'

/**
 * Verify that a hardship is solved. Guards (domain brief 13.1): at least one assistance or finished plan action, the
 * evidence its kind asks for, and a verifier who neither gave nor recorded the help.
 */
export const decideCloseProblem = (
  household: Household,
  input: CloseProblemInput,
  { actor, today, kinds, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], CloseProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'CloseProblem', actor)
  if (!problem.ok) return problem
  const { assistanceIds, doneActionIds, kindCode, reopenedWith } = problem.value
  if (assistanceIds.length + doneActionIds.length <= (reopenedWith?.help ?? 0)) return refuse('no-help-recorded')
  const part = tookPart(household, problem.value, actor)
  if (part !== null) return refuse(part === 'recorded' ? 'verifier-is-recorder' : 'verifier-is-giver')
  const lacking = evidenceLacking(household, problem.value, input.evidence, kinds.get(kindCode))
  const excuse = input.withoutOwnEvidence?.trim() ?? ''
  if (lacking === 'evidence-missing' || (lacking !== null && excuse === '')) return refuse(lacking)
  return succeed([
    {
      type: 'ProblemClosed',
      problemId: input.problemId,
      evidence: input.evidence,
      note: input.note,
      on: today,
      revisitOn: addDays(today, clocks.revisitAfterDays),
      ...(lacking === null ? {} : { withoutOwnEvidence: excuse }),
    },
  ])
}
