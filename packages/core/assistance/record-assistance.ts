import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { assistanceId, organisationId, planActionId, problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { sector } from '../plan/plan.ts'
import { evidence } from '../problem/evidence.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'

export const recordAssistanceInput = z.object({
  assistanceId,
  problemIds: z.array(problemId).min(1),
  planActionId: planActionId.nullable(),
  sector,
  agencyCode: z.string().max(20).nullable(),
  organisationId: organisationId.nullable(),
  giverName: z.string().max(200),
  what: z.string().max(500),
  quantity: z.number().min(0).nullable(),
  unit: z.string().max(40),
  valueBaht: z.number().int().min(0),
  givenOn: day,
  evidence: z.array(evidence),
  /** The giver holds the help to be complete: the hardship waits for someone else to verify (ช่วยเหลือแล้ว รอตรวจผล). */
  completes: z.boolean(),
})
export type RecordAssistanceInput = z.infer<typeof recordAssistanceInput>

export type RecordAssistanceRefusal =
  | FindProblemRefusal
  | 'what-missing'
  | 'giver-missing'
  | 'day-in-future'
  | 'changed-by-another'

/** Help a partner gave, recorded by the partner or by an officer on its behalf. */
export const decideRecordAssistance = (
  household: Household,
  input: RecordAssistanceInput,
  { actor, today, seen }: DecisionContext,
): Outcome<HouseholdEvent[], RecordAssistanceRefusal> => {
  for (const id of input.problemIds) {
    const problem = findProblemFor(household, id, 'RecordAssistance', actor)
    if (!problem.ok) return problem
  }
  if (input.what.trim() === '') return refuse('what-missing')
  if (input.giverName.trim() === '') return refuse('giver-missing')
  if (input.givenOn > today) return refuse('day-in-future', { day: input.givenOn })
  if (household.assistances.some(a => a.id === input.assistanceId)) return succeed([])
  const { completes: completesNow, assistanceId: id, ...rest } = input
  // Held to be complete by somebody this person has not heard of: more help does not take that back.
  const heldComplete = input.problemIds.filter(
    own =>
      household.problems.some(p => p.id === own && p.state === 'ASSISTED') &&
      seen?.problems.some(p => p.id === own && p.state === 'ASSISTED') === false,
  )
  const completes = completesNow || heldComplete.length === input.problemIds.length
  if (!completes && heldComplete.length > 0) return refuse('changed-by-another', { fields: ['state'] })
  return succeed([{ type: 'AssistanceRecorded', assistance: { ...rest, id, recordedBy: actor.personId }, completes }])
}
