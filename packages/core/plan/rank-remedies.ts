import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'
import type { Problem } from '../problem/problem.ts'
import { problemAllows } from '../problem/problem-state.ts'
import { type Eligibility, type EligibilityContext, eligibilityFor } from './eligibility.ts'
import type { IncomeLines } from './eligibility-rule.ts'
import { profileOf } from './household-profile.ts'
import type { RemedyCapacity } from './remedy-capacity.ts'
import { chanceOfSuccess, evidenceFor, type RemedyEvidence, type RemedyOutcomeSum } from './remedy-evidence.ts'
import type { RemedyRule } from './remedy-rule.ts'
import { remedyTrials, type TrialOutcome } from './remedy-trial.ts'

/** Points a remedy gets in each respect; they add up to its place. Never shown as a mark of the household. */
export interface RemedyScore {
  /** 24 for each hardship it answers, 30 for an urgent one, 40 for a crisis. */
  readonly problems: number
  /** 0–20 */
  readonly eligibility: number
  /** 0–15 */
  readonly capacity: number
  /** 0–10: the cheaper, the more. */
  readonly cost: number
  /** 0–30: what has worked here before; less where it already failed in this very household. */
  readonly evidence: number
}

/** A remedy for one household: which of its hardships it answers, and why it stands where it does. */
export interface RemedyProposal {
  readonly remedyId: string
  readonly problemIds: readonly ProblemId[]
  readonly eligibility: Eligibility
  /** Null where no partner of the area has said what it can give. */
  readonly capacity: RemedyCapacity | null
  readonly evidence: RemedyEvidence | null
  /** What came of it in this household before; null when it was not tried here. */
  readonly triedHere: TrialOutcome | null
  readonly score: RemedyScore
}

export interface RankingInput {
  readonly household: Household
  /** The hardships whoever asks may see. */
  readonly problems: readonly Problem[]
  readonly remedies: readonly RemedyRule[]
  readonly capacity: ReadonlyMap<string, RemedyCapacity>
  readonly outcomes: readonly RemedyOutcomeSum[]
  readonly today: Day
  readonly incomeLines: IncomeLines
}

export const totalScore = (score: RemedyScore): number =>
  score.problems + score.eligibility + score.capacity + score.cost + score.evidence

const pointsOfProblem = { 1: 40, 2: 30, 3: 24 } as const
const pointsOfEligibility = { eligible: 20, 'no-rule': 15, 'cannot-tell': 8, 'not-eligible': 0 } as const
const pointsOfTriedHere = { SOLVED: 0, PENDING: 0, RELAPSED: -20, UNRESOLVED: -20 } as const

const pointsOfCapacity = (capacity: RemedyCapacity | null): number =>
  capacity === null ? 8 : capacity.quantityLeft > 0 ? 15 : 0

/** Up to so many baht, so many points. */
const pointsByBudget = [
  [1_000, 10],
  [5_000, 8],
  [20_000, 6],
  [50_000, 4],
] as const

const pointsOfCost = (baht: number | null): number =>
  baht === null ? 6 : (pointsByBudget.find(([most]) => baht <= most)?.[1] ?? 2)

const verdictOrder = ['eligible', 'no-rule', 'cannot-tell', 'not-eligible'] as const

/** What stands in the way for one of the hardships is told for all of them. */
const strictest = (a: Eligibility, b: Eligibility): Eligibility =>
  verdictOrder.indexOf(b.verdict) > verdictOrder.indexOf(a.verdict) ? b : a

const proposalFor = (
  remedy: RemedyRule,
  answered: readonly Problem[],
  input: RankingInput,
  context: EligibilityContext,
  profile: ReturnType<typeof profileOf>,
  triedHere: ReadonlyMap<string, TrialOutcome>,
): RemedyProposal => {
  const judged = answered.map(problem => ({
    problem,
    eligibility: eligibilityFor(remedy.eligibility, problem.memberId, context),
  }))
  const open = judged.filter(one => one.eligibility.verdict !== 'not-eligible')
  const kept = open.length > 0 ? open : judged
  const eligibility = kept.map(one => one.eligibility).reduce(strictest)
  const kindCodes = kept.map(one => one.problem.kindCode)
  const sums = input.outcomes.filter(row => row.remedyId === remedy.id)
  const capacity = input.capacity.get(remedy.id) ?? null
  const tried = kindCodes.flatMap(kind => triedHere.get(`${kind}|${remedy.id}`) ?? []).toSorted()
  const failedHere = tried.find(outcome => outcome === 'RELAPSED' || outcome === 'UNRESOLVED')
  const here = failedHere ?? tried[0] ?? null
  return {
    remedyId: remedy.id,
    problemIds: kept.map(one => one.problem.id).toSorted(),
    eligibility,
    capacity,
    evidence: evidenceFor(sums, kindCodes, profile),
    triedHere: here,
    score: {
      problems: kept.reduce((sum, one) => sum + pointsOfProblem[one.problem.severity], 0),
      eligibility: pointsOfEligibility[eligibility.verdict],
      capacity: pointsOfCapacity(capacity),
      cost: pointsOfCost(remedy.typicalBudgetBaht),
      evidence: 30 * chanceOfSuccess(sums, kindCodes, profile) + (here === null ? 0 : pointsOfTriedHere[here]),
    },
  }
}

const place = (a: RemedyProposal, b: RemedyProposal): number => {
  const isOut = (one: RemedyProposal) => (one.eligibility.verdict === 'not-eligible' ? 1 : 0)
  return isOut(a) - isOut(b) || totalScore(b.score) - totalScore(a.score) || (a.remedyId < b.remedyId ? -1 : 1)
}

/**
 * The menu for a household's whole set of hardships, best first: a remedy that answers several of them gathers the points
 * of all; one the household surely may not have stands behind all others. The team chooses, orders and changes
 * (letter, item 4; domain brief 11).
 */
export const rankRemedies = (input: RankingInput): readonly RemedyProposal[] => {
  const { household, today, incomeLines, remedies } = input
  const live = input.problems.filter(p => problemAllows[p.state].includes('Plan'))
  const context: EligibilityContext = { household, today, incomeLines }
  const profile = profileOf(household, today, incomeLines)
  const triedHere = new Map<string, TrialOutcome>(
    remedyTrials({ ...household, problems: input.problems }, incomeLines)
      .filter(trial => trial.eye !== 'open')
      .map(trial => [`${trial.kindCode}|${trial.remedyId}`, trial.outcome]),
  )
  return remedies
    .map(remedy => ({ remedy, answered: live.filter(p => remedy.kindCodes.includes(p.kindCode)) }))
    .filter(({ answered }) => answered.length > 0)
    .map(({ remedy, answered }) => proposalFor(remedy, answered, input, context, profile, triedHere))
    .toSorted(place)
}
