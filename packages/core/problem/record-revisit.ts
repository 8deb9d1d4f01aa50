import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evidence } from './evidence.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'
import { reopenedFact } from './reopen-problem.ts'
import { tookPart } from './took-part.ts'

export const recordRevisitInput = z.object({
  problemId,
  found: z.enum(['STILL_SOLVED', 'RECURRED']),
  note: z.string().max(2000),
  evidence: z.array(evidence),
})
export type RecordRevisitInput = z.infer<typeof recordRevisitInput>

export type RecordRevisitRefusal = FindProblemRefusal | 'note-missing' | 'revisit-too-early' | 'verifier-is-recorder'

/**
 * เยี่ยมซ้ำ: sixty days after a closing somebody goes and looks. That it is still solved counts from that day on only, and
 * not from whoever helped; that it is back may be said on any day, by anybody, and opens it again (R4).
 */
export const decideRecordRevisit = (
  household: Household,
  input: RecordRevisitInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], RecordRevisitRefusal> => {
  const { actor, today } = context
  const found = findProblemFor(household, input.problemId, 'RecordRevisit', actor)
  if (!found.ok) return found
  const problem = found.value
  if (input.note.trim() === '') return refuse('note-missing')
  const visited: HouseholdEvent = { ...input, type: 'RevisitRecorded', on: today }
  if (input.found === 'RECURRED') return succeed([visited, reopenedFact(household, problem, input.note, context)])
  if (problem.revisitOn !== undefined && today < problem.revisitOn)
    return refuse('revisit-too-early', { day: problem.revisitOn })
  if (tookPart(household, problem, actor) !== null) return refuse('verifier-is-recorder')
  return succeed([visited])
}
