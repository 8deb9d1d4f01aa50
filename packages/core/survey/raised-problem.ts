import { z } from 'zod'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type MemberId, memberId, problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { dueDay } from '../problem/due-day.ts'
import { foundProblem, matchingProblem } from '../problem/found-problem.ts'
import type { Round } from '../round/round.ts'

export const raisedProblem = z.object({
  problemId,
  kindCode: z.string().regex(/^P\d{3}$/),
  memberId: memberId.nullable(),
  description: z.string().max(2000),
})
export type RaisedProblem = z.infer<typeof raisedProblem>

/** A hardship the answers raise but the officer takes out, with the reason (domain brief 12). */
export const removedProblem = z.object({
  kindCode: z.string().regex(/^P\d{3}$/),
  memberId: memberId.nullable(),
  reason: z.string().max(2000),
})
export type RemovedProblem = z.infer<typeof removedProblem>

/** What a form says of hardships, old and new. */
export interface RaisedAnswers {
  readonly raised: readonly RaisedProblem[]
  readonly removed: readonly RemovedProblem[]
  readonly verdicts: readonly { readonly problemId: string }[]
  readonly noNewProblem: boolean
}

export type RaisedRefusal =
  | 'raised-differs'
  | 'removal-reason-missing'
  | 'no-new-problem-contradicted'
  | 'new-problem-unanswered'
  | 'kind-unknown'

interface Raise {
  readonly kindCode: string
  readonly memberId: string | null
}

const keyOf = (raise: Raise): string => `${raise.kindCode}|${raise.memberId ?? ''}`

/**
 * What the surveyor says of hardships, held against the answers: each one raised is shown or taken out with a reason, and
 * "no new problem" is true (domain brief 12).
 */
const refuseContradiction = (
  input: RaisedAnswers,
  byAnswers: readonly Raise[],
): Outcome<null, 'removal-reason-missing' | 'raised-differs'> => {
  const removed = new Set(input.removed.map(keyOf))
  if (input.removed.some(r => r.reason.trim() === '')) return refuse('removal-reason-missing')
  const shown = new Set(input.raised.map(keyOf))
  const unseen = byAnswers.filter(raise => !shown.has(keyOf(raise)) && !removed.has(keyOf(raise)))
  return unseen.length > 0
    ? refuse('raised-differs', { kinds: [...new Set(unseen.map(r => r.kindCode))] })
    : succeed(null)
}

interface RaisedFacts {
  readonly events: readonly HouseholdEvent[]
  /** How many of them are new in this round, for all the surveyor may know. */
  readonly news: number
}

/**
 * The hardships that the answers raise, as facts: a live one of the same kind and person is confirmed, a solved one
 * comes back (R4), the rest are new (domain brief 12). One that an old verdict of this same form speaks of is left to
 * that verdict.
 */
export const raisedFacts = (
  household: Household,
  input: Pick<RaisedAnswers, 'raised' | 'verdicts'>,
  round: Round,
  context: DecisionContext,
): Outcome<RaisedFacts, 'kind-unknown'> => {
  const judged = new Set(input.verdicts.map(v => v.problemId as string))
  const events: HouseholdEvent[] = []
  let news = 0
  for (const raise of input.raised) {
    const kind = context.kinds.get(raise.kindCode)
    if (kind === undefined) return refuse('kind-unknown', { kind: raise.kindCode })
    const about: MemberId | null = raise.memberId
    const live = matchingProblem(household, raise.kindCode, about, 'live')
    const solved = live ?? matchingProblem(household, raise.kindCode, about, 'solved')
    if (live !== undefined) {
      // A hidden one is news to the surveyor, who may not be told that it is known.
      if (live.foundInRoundId === round.id || !seesProblem(context.actor, live)) news += 1
      if (!judged.has(live.id)) events.push({ type: 'ProblemConfirmed', problemId: live.id, roundId: round.id })
    } else if (solved !== undefined) {
      if (judged.has(solved.id)) continue
      const dueOn = dueDay(kind.severity, context.today, round, household.areaCode)
      events.push({ type: 'ProblemReopened', problemId: solved.id, reason: raise.description, dueOn })
    } else {
      news += 1
      const finding = { ...raise, source: 'SURVEY' as const, foundOn: context.today }
      events.push(foundProblem(household, finding, kind, round))
    }
  }
  return succeed({ events, news })
}

/** The same, with what the surveyor says held against the answers: hardships may be added by hand, taken out only with a reason. */
export const findRaised = (
  household: Household,
  input: RaisedAnswers,
  byAnswers: readonly Raise[],
  round: Round,
  context: DecisionContext,
): Outcome<readonly HouseholdEvent[], RaisedRefusal> => {
  const said = refuseContradiction(input, byAnswers)
  if (!said.ok) return said
  const facts = raisedFacts(household, input, round, context)
  if (!facts.ok) return facts
  const { events, news } = facts.value
  if (input.noNewProblem && news > 0) return refuse('no-new-problem-contradicted', { count: news })
  if (!input.noNewProblem && news === 0) return refuse('new-problem-unanswered')
  return succeed(events)
}
