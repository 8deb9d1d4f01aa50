import { z } from 'zod'
import { villageCode } from '../area/area-code.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { batchId, problemId, roundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { member } from '../member/member.ts'
import { dueDay } from '../problem/due-day.ts'
import { isSolved } from '../problem/problem-state.ts'
import { currentRounds } from '../round/round.ts'
import { address, type Household } from './household.ts'
import type { HouseholdEvent } from './household-event.ts'

const importedProblem = z.object({
  problemId,
  kindCode: z.string().regex(/^P\d{3}$/),
  state: z.enum(['OPEN', 'IN_PROGRESS', 'ASSISTED', 'RESOLVED', 'SELF_RESOLVED', 'UNRESOLVABLE']),
  /** As the office wrote it, kept word for word. */
  wording: z.string().max(500),
  agencyCode: z.string().max(20).nullable(),
  foundOn: day,
  solvedOn: day.nullable(),
})

export const importBaselineHouseholdInput = z.object({
  batchId,
  roundId,
  sourceRows: z.array(z.number().int().min(1)),
  areaCode: villageCode,
  address,
  phone: z.string().max(40).nullable(),
  statedMemberCount: z.number().int().min(0).max(60).nullable(),
  members: z.array(member).max(60),
  recordedOn: day,
  problems: z.array(importedProblem).max(100),
})
export type ImportBaselineHouseholdInput = z.infer<typeof importBaselineHouseholdInput>

export type ImportBaselineHouseholdRefusal = 'round-unknown' | 'kind-unknown' | 'household-already-known'

/**
 * One household of last round's workbook with its hardships (letter, item 1). Repeating an import adds only what is
 * new: a household already known from the baseline gains the hardships it did not have, and nothing else.
 */
export const decideImportBaselineHousehold = (
  household: Household | null,
  input: ImportBaselineHouseholdInput,
  { rounds, kinds }: DecisionContext,
): Outcome<HouseholdEvent[], ImportBaselineHouseholdRefusal> => {
  if (!rounds.some(r => r.id === input.roundId && r.kind === 'BASELINE')) return refuse('round-unknown')
  const known = household !== null && household.status !== 'WITHDRAWN' ? household : null
  if (known !== null && known.origin !== 'BASELINE') return refuse('household-already-known')
  const events: HouseholdEvent[] = []
  if (known === null) {
    const { batchId: batch, roundId: baseline, sourceRows, members, problems: _problems, ...rest } = input
    events.push({
      type: 'HouseholdRegistered',
      ...rest,
      origin: 'BASELINE',
      missedReason: null,
      position: null,
      importedIn: { batchId: batch, roundId: baseline, sourceRows },
    })
    if (members.length > 0) events.push({ type: 'MembersRecorded', members })
  }
  const round = currentRounds(rounds)[0]
  for (const problem of input.problems) {
    if (known?.problems.some(p => p.id === problem.problemId)) continue
    const kind = kinds.get(problem.kindCode)
    if (kind === undefined) return refuse('kind-unknown', { kind: problem.kindCode })
    const waiting = !isSolved(problem.state) && problem.state !== 'UNRESOLVABLE'
    events.push({
      type: 'ProblemImported',
      batchId: input.batchId,
      problemId: problem.problemId,
      kindCode: problem.kindCode,
      memberId: null,
      source: 'IMPORT',
      roundId: input.roundId,
      foundOn: problem.foundOn,
      description: problem.wording,
      severity: kind.severity,
      restricted: kind.restricted,
      level: kind.startLevel,
      // An old hardship's clock starts with the round that checks it again, not in the year it was found.
      dueOn: waiting && round !== undefined ? dueDay(3, problem.foundOn, round, input.areaCode) : null,
      leadAgency: problem.agencyCode ?? kind.leadAgency,
      state: problem.state,
      solvedOn: problem.solvedOn,
    })
  }
  return succeed(events)
}

export const undoBaselineHouseholdInput = z.object({ batchId })
export type UndoBaselineHouseholdInput = z.infer<typeof undoBaselineHouseholdInput>

export type UndoBaselineHouseholdRefusal = 'not-of-this-batch' | 'work-builds-on-it'

/** Takes back one imported household while nothing builds on it; the ledger keeps both facts. */
export const decideUndoBaselineHousehold = (
  household: Household,
  input: UndoBaselineHouseholdInput,
  _context: DecisionContext,
): Outcome<HouseholdEvent[], UndoBaselineHouseholdRefusal> => {
  if (household.status === 'WITHDRAWN') return succeed([])
  const ofBatch = household.problems.filter(p => p.importedIn === input.batchId)
  const bornInBatch = household.importedIn?.batchId === input.batchId
  if (!bornInBatch && ofBatch.length === 0) return refuse('not-of-this-batch')
  const carriesOthers = bornInBatch && household.problems.length > ofBatch.length
  if (household.workedOn || carriesOthers) return refuse('work-builds-on-it')
  return succeed([{ type: 'BaselineImportUndone', batchId: input.batchId }])
}
