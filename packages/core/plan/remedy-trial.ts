import { z } from 'zod'
import { type Household, isTarget } from '../household/household.ts'
import { type Day, dayOf } from '../ledger/day.ts'
import type { Eye } from '../measure/counted-items.ts'
import type { Problem } from '../problem/problem.ts'
import { isSolved } from '../problem/problem-state.ts'
import type { IncomeLines } from './eligibility-rule.ts'
import { profileOf, profileText } from './household-profile.ts'
import type { PlanAction } from './plan.ts'

/**
 * What came of a remedy: solved and it stood, solved and it came back, ended without a solution (beyond anyone's power,
 * or the household did not want it), or not to be told yet.
 */
export const trialOutcome = z.enum(['SOLVED', 'RELAPSED', 'UNRESOLVED', 'PENDING'])
export type TrialOutcome = z.infer<typeof trialOutcome>

/** One remedy tried on one kind of hardship in one household, which counts once however often it was tried there. */
export interface RemedyTrial {
  readonly kindCode: string
  readonly remedyId: string
  /** What the household was like when the plan was approved (`profileText`). */
  readonly profile: string
  readonly outcome: TrialOutcome
  readonly eye: Eye
}

/** The code and the words of "ครัวเรือนไม่ประสงค์" among the reasons a hardship is cancelled for (catalogue, cancel-reasons). */
const NOT_WANTED = /^(DECLINED|ครัวเรือนไม่ประสงค์)/

/** When the remedy was given: the action was done, or help was recorded for it; null while it was not. */
const givenOn = (household: Household, action: PlanAction): Day | null => {
  const helped = household.assistances.filter(a => a.planActionId === action.id).map(a => a.givenOn)
  const days = [...helped, ...(action.doneOn === null ? [] : [action.doneOn])].sort()
  return days[0] ?? null
}

/** Null where the trial says nothing at all: the hardship was recorded in error, twice, or left with its people. */
const outcomeOf = (problem: Problem, given: Day | null): TrialOutcome | null => {
  if (problem.state === 'CANCELLED') return NOT_WANTED.test(problem.closeNote) ? 'UNRESOLVED' : null
  if (given !== null && problem.reopenedOn?.some(on => on >= given)) return 'RELAPSED'
  if (problem.state === 'UNRESOLVABLE') return 'UNRESOLVED'
  // Solved by somebody else's hand, or before the remedy came, is no word about the remedy.
  const isItsDoing =
    problem.state === 'RESOLVED' && given !== null && problem.closedOn !== null && problem.closedOn >= given
  return isItsDoing ? 'SOLVED' : 'PENDING'
}

/** Of several hardships of one kind, or several plans, the gravest word counts. */
const gravest: readonly TrialOutcome[] = ['RELAPSED', 'UNRESOLVED', 'SOLVED', 'PENDING']
const graver = (a: TrialOutcome, b: TrialOutcome): TrialOutcome => (gravest.indexOf(a) <= gravest.indexOf(b) ? a : b)

type Trial = Omit<RemedyTrial, 'eye'>

const trialsOf = (household: Household, problems: readonly Problem[], incomeLines: IncomeLines): Map<string, Trial> => {
  const byId = new Map(problems.map(p => [p.id, p]))
  const trials = new Map<string, Trial>()
  for (const plan of household.plans) {
    if (plan.state !== 'APPROVED' || plan.approvedAt === null) continue
    const tried = plan.actions.filter(action => action.remedyId !== null && action.problemIds.some(id => byId.has(id)))
    if (tried.length === 0) continue
    const profile = profileText(profileOf(household, dayOf(plan.approvedAt), incomeLines))
    for (const action of tried) {
      const { remedyId } = action
      const given = givenOn(household, action)
      for (const problem of action.problemIds.flatMap(id => byId.get(id) ?? [])) {
        const outcome = outcomeOf(problem, given)
        if (remedyId === null || outcome === null) continue
        const key = `${problem.kindCode}|${remedyId}`
        const known = trials.get(key)
        trials.set(key, {
          kindCode: problem.kindCode,
          remedyId,
          profile,
          outcome: known === undefined ? outcome : graver(known.outcome, outcome),
        })
      }
    }
  }
  return trials
}

const isSame = (a: Trial | undefined, b: Trial): boolean => a?.outcome === b.outcome && a.profile === b.profile

/** What a household's plans say of the remedies in them, for those who see restricted hardships and those who do not. */
export const remedyTrials = (household: Household, incomeLines: IncomeLines): readonly RemedyTrial[] => {
  if (
    !household.plans.some(plan => plan.state === 'APPROVED') ||
    household.status === 'WITHDRAWN' ||
    household.status === 'MERGED'
  )
    return []
  const full = trialsOf(household, household.problems, incomeLines)
  if (!household.problems.some(p => p.restricted)) return [...full.values()].map(trial => ({ ...trial, eye: 'both' }))
  const open = trialsOf(
    household,
    household.problems.filter(p => !p.restricted),
    incomeLines,
  )
  return [
    ...[...full].map(([key, trial]) => ({
      ...trial,
      eye: isSame(open.get(key), trial) ? ('both' as const) : ('full' as const),
    })),
    ...[...open]
      .filter(([key, trial]) => !isSame(full.get(key), trial))
      .map(([, trial]) => ({ ...trial, eye: 'open' as const })),
  ]
}

/** One hardship that was solved at least once, whoever solved it and however. */
export interface OnceSolved {
  readonly problem: Problem
  readonly outcome: Extract<TrialOutcome, 'SOLVED' | 'RELAPSED'>
  readonly eye: Eye
}

/**
 * Every hardship of a household that was solved at least once, and whether it came back: what relapse rates of kinds and
 * areas are made of. Those that came back are the members of the list `reopened-problem`.
 */
export const onceSolved = (household: Household): readonly OnceSolved[] =>
  isTarget(household)
    ? household.problems.flatMap((problem): OnceSolved[] => {
        const cameBack = problem.reopenedCount > 0
        if (problem.state === 'CANCELLED' || !(cameBack || isSolved(problem.state))) return []
        return [{ problem, outcome: cameBack ? 'RELAPSED' : 'SOLVED', eye: problem.restricted ? 'full' : 'both' }]
      })
    : []
