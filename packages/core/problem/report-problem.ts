import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { memberId, problemId, roundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { foundProblem, matchingProblem } from './found-problem.ts'

export const reportProblemInput = z.object({
  problemId,
  roundId,
  kindCode: z.string().regex(/^P\d{3}$/),
  memberId: memberId.nullable(),
  description: z.string().max(2000),
  source: z.enum(['MANUAL', 'REPORT']),
})
export type ReportProblemInput = z.infer<typeof reportProblemInput>

export type ReportProblemRefusal = 'round-unknown' | 'kind-unknown' | 'member-unknown' | 'problem-already-recorded'

/** A hardship that came up outside a form: seen on a visit, or reported to ศูนย์ดำรงธรรม. */
export const decideReportProblem = (
  household: Household,
  input: ReportProblemInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], ReportProblemRefusal> => {
  const round = context.rounds.find(r => r.id === input.roundId)
  if (round === undefined) return refuse('round-unknown')
  const kind = context.kinds.get(input.kindCode)
  if (kind === undefined) return refuse('kind-unknown', { kind: input.kindCode })
  if (input.memberId !== null && !household.members.some(m => m.id === input.memberId)) return refuse('member-unknown')
  if (matchingProblem(household, input.kindCode, input.memberId, 'live')) return refuse('problem-already-recorded')
  return succeed([foundProblem(household, { ...input, foundOn: context.today }, kind, round)])
}
