import { z } from 'zod'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { roundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { dueDay } from '../problem/due-day.ts'
import type { Problem } from '../problem/problem.ts'
import { problemAllows } from '../problem/problem-state.ts'
import { deadlinesFor, type Round, roundPhase } from '../round/round.ts'
import { isRechecked, oldProblems, oldProblemsFor } from './old-problem.ts'
import { type Verdict, verdict, verdictNeeds } from './verdict.ts'

export type OneVerdictRefusal =
  | 'verdict-cause-missing'
  | 'verdict-plan-day-missing'
  | 'due-day-passed'
  | 'due-day-after-deadline'
  | 'evidence-missing'
  | 'verdict-reason-missing'
  | 'verifier-is-recorder'
  | 'not-in-this-state'

export type VerdictRefusal = OneVerdictRefusal | 'verdict-missing' | 'problem-unknown'

/** One verdict with its guards (domain brief 13.1): unfinished needs cause and plan day; solved needs evidence and another person. */
const decideVerdict = (
  problem: Problem,
  given: Verdict,
  round: Round,
  area: string,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent, OneVerdictRefusal> => {
  const kind = { kind: problem.kindCode }
  const needs = verdictNeeds[given.verdict]
  if (!problemAllows[problem.state].includes('RecheckProblem') && !isRechecked(problem, round.id)) {
    return refuse('not-in-this-state', { state: problem.state, act: 'RecheckProblem' })
  }
  if (needs.cause && given.causeCodes.length === 0 && given.cause.trim() === '')
    return refuse('verdict-cause-missing', kind)
  if (needs.planDay && given.planDueOn === null) return refuse('verdict-plan-day-missing', kind)
  const { resolveBy } = deadlinesFor(round, area)
  if (given.planDueOn !== null) {
    if (given.planDueOn < today) return refuse('due-day-passed', { ...kind, day: given.planDueOn })
    if (given.planDueOn > resolveBy) {
      return refuse('due-day-after-deadline', { ...kind, day: given.planDueOn, deadline: resolveBy })
    }
  }
  if (needs.evidence && given.evidence.length === 0) return refuse('evidence-missing', kind)
  if (needs.reason && given.reason.trim() === '') return refuse('verdict-reason-missing', kind)
  if (given.verdict === 'R1' && problem.helpedBy.includes(actor.personId)) return refuse('verifier-is-recorder', kind)
  return succeed({
    type: 'ProblemRechecked',
    problemId: problem.id,
    roundId: round.id,
    verdict: given.verdict,
    note: [given.reason, given.helpers].filter(text => text.trim() !== '').join(' · '),
    causeCodes: given.causeCodes,
    cause: given.cause,
    dueOn:
      given.planDueOn ??
      (given.verdict === 'R3' || given.verdict === 'R4' ? dueDay(problem.severity, today, round, area) : null),
    evidence: given.evidence,
    on: today,
  })
}

/** Every old hardship the surveyor may see gets its verdict; restricted ones wait for a designated officer. */
export const decideVerdicts = (
  household: Household,
  given: readonly Verdict[],
  round: Round,
  context: DecisionContext,
): Outcome<HouseholdEvent[], VerdictRefusal> => {
  const old = oldProblemsFor(household, round.id, context.actor)
  if (given.some(v => !old.some(p => p.id === v.problemId))) return refuse('problem-unknown')
  const events: HouseholdEvent[] = []
  for (const problem of old) {
    const own = given.find(v => v.problemId === problem.id)
    if (own === undefined) {
      if (isRechecked(problem, round.id)) continue
      return refuse('verdict-missing', { kind: problem.kindCode })
    }
    const event = decideVerdict(problem, own, round, household.areaCode, context)
    if (!event.ok) return event
    events.push(event.value)
  }
  return succeed(events)
}

export const recheckProblemInput = z.object({ roundId, verdict })
export type RecheckProblemInput = z.infer<typeof recheckProblemInput>

export type RecheckProblemRefusal = VerdictRefusal | 'round-unknown' | 'round-closed'

/** A single verdict outside the form: restricted hardships by a designated officer, or a re-visit later in the round. */
export const decideRecheckProblem = (
  household: Household,
  input: RecheckProblemInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], RecheckProblemRefusal> => {
  const round = context.rounds.find(r => r.id === input.roundId && r.kind === 'RE_XRAY')
  if (round === undefined) return refuse('round-unknown')
  if (['PLANNED', 'CLOSED'].includes(roundPhase(round, household.areaCode, context.today)))
    return refuse('round-closed')
  const known = household.problems.find(p => p.id === input.verdict.problemId && seesProblem(context.actor, p))
  if (known === undefined) return refuse('problem-unknown')
  const problem = oldProblems(household, round.id).find(p => p === known)
  if (problem === undefined) return refuse('not-in-this-state', { state: known.state, act: 'RecheckProblem' })
  const event = decideVerdict(problem, input.verdict, round, household.areaCode, context)
  return event.ok ? succeed([event.value]) : event
}
