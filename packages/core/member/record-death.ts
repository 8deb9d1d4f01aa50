import { z } from 'zod'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { memberId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { isLive } from '../problem/problem-state.ts'
import { isRechecked, oldProblems } from '../rexray/old-problem.ts'
import { currentRounds, type Round, roundPhase } from '../round/round.ts'
import { isLivingHere, type Member } from './member.ts'

export const recordDeathInput = z.object({
  memberId,
  diedOn: day,
  /** Who is head from now on, where the head has died; null where nobody living is left, or somebody else died. */
  newHeadId: memberId.nullable(),
  note: z.string().max(2000),
})
export type RecordDeathInput = z.infer<typeof recordDeathInput>

export type RecordDeathRefusal = 'member-unknown' | 'day-in-future' | 'new-head-missing' | 'already-dead'

/** As the catalogue words it (`cancel-reasons.json`), for whoever cancels such a hardship alone. */
const DECEASED = 'เสียชีวิต'

const isUnsettled = ({ state }: Problem): boolean => isLive(state) || state === 'UNRESOLVABLE'

const openRound = ({ areaCode }: Household, { rounds, today }: DecisionContext): Round | undefined =>
  currentRounds(rounds).find(r => ['OPEN', 'RESOLVING'].includes(roundPhase(r, areaCode, today)))

/** What ends with a person: their own hardships that nobody has settled. */
export const endingWith = <Of extends Problem>(household: { readonly problems: readonly Of[] }, diedId: string): Of[] =>
  household.problems.filter(p => p.memberId === diedId && isUnsettled(p))

/** Who of the household is left: the new head is one of them. */
export const livingWithout = ({ members }: Pick<Household, 'members'>, diedId: string): Member[] =>
  members.filter(m => m.id !== diedId && isLivingHere(m))

/** An old hardship that the round still asks about gets its verdict, so that the round's books close; others are cancelled. */
const ended = (problem: Problem, household: Household, context: DecisionContext): HouseholdEvent => {
  const round = openRound(household, context)
  const { id } = problem
  if (round === undefined || isRechecked(problem, round.id) || !oldProblems(household, round.id).includes(problem))
    return { type: 'ProblemCancelled', problemId: id, reason: DECEASED, survivorId: null, on: context.today }
  return {
    type: 'ProblemRechecked',
    problemId: id,
    roundId: round.id,
    verdict: 'R6',
    note: DECEASED,
    causeCodes: [],
    cause: '',
    dueOn: null,
    evidence: [],
    on: context.today,
  }
}

/**
 * A member has died: the person's own hardships end, the household's stay (scenario 16). Hardships that whoever records
 * it may not see end too. Somebody a form already calls dead is recorded once more only while the recorder sees
 * anything of that person still open, so that the answer never tells of what is hidden.
 */
export const decideRecordDeath = (
  household: Household,
  input: RecordDeathInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], RecordDeathRefusal> => {
  const { memberId: diedId, diedOn, note } = input
  const died = household.members.find(m => m.id === diedId)
  if (died === undefined) return refuse('member-unknown')
  if (diedOn > context.today) return refuse('day-in-future', { day: diedOn })
  const open = endingWith(household, diedId)
  if (died.residence === 'dead' && !open.some(p => seesProblem(context.actor, p))) return refuse('already-dead')
  const living = livingWithout(household, diedId)
  const needsHead = died.isHead && living.length > 0
  if (needsHead && !living.some(m => m.id === input.newHeadId)) return refuse('new-head-missing')
  const events: HouseholdEvent[] = [
    { type: 'MemberDied', memberId: diedId, diedOn, newHeadId: needsHead ? input.newHeadId : null, note },
    ...open.map(problem => ended(problem, household, context)),
  ]
  if (living.length === 0 && household.status === 'ACTIVE')
    events.push({ type: 'HouseholdStatusChanged', status: 'VACANT' })
  return succeed(events)
}
