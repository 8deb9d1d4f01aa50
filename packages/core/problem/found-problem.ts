import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId, ProblemId } from '../ledger/identifiers.ts'
import type { Round } from '../round/round.ts'
import { dueDay } from './due-day.ts'
import type { Problem, ProblemSource } from './problem.ts'
import type { ProblemKindRule } from './problem-kind.ts'
import { isSolved } from './problem-state.ts'

interface Finding {
  readonly problemId: ProblemId
  readonly memberId: MemberId | null
  readonly description: string
  readonly source: ProblemSource
  readonly foundOn: Day
}

/** The fact that a hardship was found, with severity, level, lead agency and due day from its kind and the round. */
export const foundProblem = (
  household: Household,
  finding: Finding,
  kind: ProblemKindRule,
  round: Round,
): Extract<HouseholdEvent, { type: 'ProblemFound' }> => ({
  type: 'ProblemFound',
  problemId: finding.problemId,
  kindCode: kind.code,
  memberId: finding.memberId,
  source: finding.source,
  roundId: round.id,
  foundOn: finding.foundOn,
  description: finding.description,
  severity: kind.severity,
  restricted: kind.restricted,
  level: kind.startLevel,
  dueOn: dueDay(kind.severity, finding.foundOn, round, household.areaCode),
  leadAgency: kind.leadAgency,
})

/**
 * An earlier hardship of the same kind and person: raised again, a live one is confirmed and a solved one has come
 * back (R4), never a duplicate (domain brief 12). An old one recorded for the whole house matches any of its people.
 */
export const matchingProblem = (
  household: Household,
  kindCode: string,
  memberId: MemberId | null,
  which: 'live' | 'solved',
): Problem | undefined =>
  household.problems.find(
    p =>
      p.kindCode === kindCode &&
      (p.memberId === memberId || p.memberId === null) &&
      (which === 'solved' ? isSolved(p.state) : !isSolved(p.state) && p.state !== 'CANCELLED'),
  )
