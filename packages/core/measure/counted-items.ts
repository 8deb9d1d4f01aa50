import { openConflicts } from '../conflict/open-conflicts.ts'
import type { Household } from '../household/household.ts'
import { isTarget, surveyIn } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { HouseholdId, ProblemId } from '../ledger/identifiers.ts'
import type { Problem } from '../problem/problem.ts'
import type { ProblemKindRule } from '../problem/problem-kind.ts'
import { isLive, isSolved } from '../problem/problem-state.ts'
import { isRechecked, oldProblems } from '../rexray/old-problem.ts'
import type { Round } from '../round/round.ts'
import { isCovered } from '../survey/survey.ts'
import type { Measure } from './measure.ts'

/**
 * Whose eyes an item is counted for: `both`, only those who may see restricted hardships (`full`), or only those who
 * may not (`open`): a household is solved in open eyes while a restricted hardship of it lives on.
 */
export type Eye = 'both' | 'full' | 'open'

/** One member of one counted set. Numbers are sums of these, lists are these: so both always agree. */
export interface CountedItem {
  readonly measure: Measure
  readonly householdId: HouseholdId
  /** Null where a household is counted. */
  readonly problemId: ProblemId | null
  /** Day after which a live hardship is overdue; null where no day matters. */
  readonly dueOn: Day | null
  /** Breakdown: the dimension of a hardship (D1–D6), the reason a household was missed (M1–M8). */
  readonly detail: string
  readonly eye: Eye
}

type Item = Omit<CountedItem, 'eye' | 'householdId'>

const ofHousehold = (measure: Measure, detail = ''): Item => ({ measure, problemId: null, dueOn: null, detail })

const householdItems = (household: Household, visible: readonly Problem[], round: Round, seesAll: boolean): Item[] => {
  const survey = surveyIn(household, round.id)
  const items: Item[] = [ofHousehold('target-household')]
  const sent = survey !== undefined && survey.state !== 'RETURNED'
  if (survey === undefined) {
    items.push(ofHousehold('not-started-household'))
    if (household.visits.some(v => v.roundId === round.id && v.outcome !== 'DONE'))
      items.push(ofHousehold('attempted-household'))
  } else {
    if (sent) items.push(ofHousehold('surveyed-household'))
    if (isCovered(survey.state)) items.push(ofHousehold('covered-household'))
    if (survey.late) items.push(ofHousehold('late-household'))
    if (survey.state === 'CERTIFIED') items.push(ofHousehold('certified-household'))
    if (survey.state === 'SUBMITTED') items.push(ofHousehold('survey-awaiting-verification'))
    if (survey.state === 'VERIFIED') items.push(ofHousehold('survey-awaiting-certification'))
    if (survey.state === 'RETURNED') items.push(ofHousehold('survey-returned'))
    if (sent && household.missedReason !== null) items.push(ofHousehold('missed-household', household.missedReason))
    if (sent && household.origin === 'NEW') items.push(ofHousehold('new-household'))
  }
  if (household.origin === 'BASELINE') {
    const old = visible.filter(p => oldProblems(household, round.id).includes(p))
    const done = sent && old.every(p => isRechecked(p, round.id))
    items.push(ofHousehold('baseline-household'), ofHousehold(done ? 'rechecked-household' : 'not-rechecked-household'))
  }
  const counted = visible.filter(p => p.state !== 'CANCELLED')
  if (counted.length > 0) {
    items.push(ofHousehold('household-in-hardship'))
    if (counted.every(p => isSolved(p.state))) items.push(ofHousehold('household-solved'))
  }
  const waitsForChoice = openConflicts(household).some(
    c => (seesAll || !c.restricted) && (!('roundId' in c.place) || c.place.roundId === round.id),
  )
  if (waitsForChoice) items.push(ofHousehold('household-with-conflict'))
  if (household.plans.at(-1)?.state === 'PROPOSED') items.push(ofHousehold('plan-awaiting-approval'))
  return items
}

const problemItems = (household: Household, problem: Problem, round: Round, dimension: string): Item[] => {
  const item = (measure: Measure, dueOn: Day | null = null): Item => ({
    measure,
    problemId: problem.id,
    dueOn,
    detail: dimension,
  })
  const items: Item[] = []
  const old = oldProblems(household, round.id).includes(problem)
  if (old) {
    items.push(item('baseline-problem'))
    if (isRechecked(problem, round.id)) items.push(item('rechecked-problem'))
  }
  if (problem.state === 'CANCELLED') return items
  items.push(item('problem'))
  if (isSolved(problem.state)) {
    items.push(item('solved-problem'))
    const { closedOn, dueOn } = problem
    if (closedOn !== null && (dueOn === null || closedOn <= dueOn)) items.push(item('solved-on-time-problem'))
    if (problem.withoutOwnEvidence !== undefined) items.push(item('problem-without-own-evidence'))
    if (problem.revisit !== undefined) items.push(item('problem-revisited'))
    else if (problem.revisitOn !== undefined) items.push(item('problem-to-revisit', problem.revisitOn))
    if (problem.callBack?.answer === 'SOLVED') items.push(item('problem-called-back'))
  }
  if (isLive(problem.state)) {
    items.push(item('live-problem', problem.dueOn))
    if (problem.state === 'OPEN') items.push(item('problem-without-plan'))
    if (problem.state === 'ASSISTED') items.push(item('problem-awaiting-verification'))
    if (problem.state === 'REFERRED') items.push(item('problem-at-agency'))
    if (problem.pause?.approvedOn != null) items.push(item('problem-paused'))
    if ((problem.lapsedCount ?? 0) > 0) items.push(item('problem-silent-agency'))
  }
  if (problem.state === 'UNRESOLVABLE') items.push(item('unresolvable-problem'))
  if (problem.foundInRoundId === round.id) {
    items.push(item('new-problem'))
    if (household.origin === 'BASELINE') items.push(item('new-problem-in-known-household'))
  }
  if (problem.cancellationProposal !== null) items.push(item('cancellation-proposed'))
  if (problem.reopenedCount > 0) items.push(item('reopened-problem'))
  return items
}

const keyOf = (item: Item): string => `${item.measure}|${item.problemId ?? ''}|${item.dueOn ?? ''}|${item.detail}`

/**
 * Every set a household and its hardships are in, for one Re-X-Ray round. Households that are empty, demolished, moved
 * or withdrawn are in none; hardships of theirs leave the count with them.
 */
export const countedItems = (
  household: Household,
  round: Round,
  kinds: ReadonlyMap<string, ProblemKindRule>,
): readonly CountedItem[] => {
  if (!isTarget(household)) return []
  const itemsSeen = (problems: readonly Problem[], seesAll: boolean): Item[] => [
    ...householdItems(household, problems, round, seesAll),
    ...problems.flatMap(p => problemItems(household, p, round, kinds.get(p.kindCode)?.dimension ?? '')),
  ]
  const withEye = ({ measure, problemId, dueOn, detail }: Item, eye: Eye): CountedItem => ({
    measure,
    householdId: household.id,
    problemId,
    dueOn,
    detail,
    eye,
  })
  const full = itemsSeen(household.problems, true)
  const hidesNothing = !household.problems.some(p => p.restricted) && !household.conflicts?.some(c => c.restricted)
  if (hidesNothing) return full.map(item => withEye(item, 'both'))
  const open = itemsSeen(
    household.problems.filter(p => !p.restricted),
    false,
  )
  const inOpen = new Set(open.map(keyOf))
  const inFull = new Set(full.map(keyOf))
  return [
    ...full.map(item => withEye(item, inOpen.has(keyOf(item)) ? 'both' : 'full')),
    ...open.filter(item => !inFull.has(keyOf(item))).map(item => withEye(item, 'open')),
  ]
}
