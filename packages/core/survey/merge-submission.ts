import { viewHousehold } from '../access/view-household.ts'
import { isSaidAlike } from '../conflict/conflict.ts'
import { conflictsFound, type Difference, differencesIn } from '../conflict/found-conflicts.ts'
import { type HouseholdSayings, takeApart } from '../conflict/household-sayings.ts'
import { answersNotMine, evaluateWhole, mergeForm } from '../conflict/merge-form.ts'
import { mergeSayings } from '../conflict/merge-sayings.ts'
import { mergeVerdicts, type Rechecked } from '../conflict/merge-verdicts.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { FormEvaluation, RaisedProblem } from '../form/evaluate-form.ts'
import { type FormAnswers, NO_ANSWERS } from '../form/form-answers.ts'
import { type Household, type MissedReason, surveyIn } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { RoundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { isRechecked, oldProblemsFor } from '../rexray/old-problem.ts'
import type { Round } from '../round/round.ts'
import { handOfAnswer } from './hand-of-answer.ts'
import { type RaisedAnswers, raisedFacts } from './raised-problem.ts'
import type { Hand, Survey } from './survey.ts'

/** A form as it is to be written down beside what stands. */
export interface MergedSubmission {
  readonly said: HouseholdSayings
  readonly answers: FormAnswers
  readonly sameAsLastRound: readonly string[]
  readonly noNewProblem: boolean
  readonly otherHands: Readonly<Record<string, Hand>>
  readonly status: 'ACTIVE' | null
  readonly missedReason: MissedReason | null
  readonly hardships: readonly HouseholdEvent[]
  /** The fact that differences were kept; none when there are none. */
  readonly conflicts: readonly HouseholdEvent[]
}

/** What a form says, as far as it may meet what somebody else said. */
export interface SubmittedForm extends Omit<HouseholdSayings, 'answers'>, RaisedAnswers {
  readonly formVersion: string
  readonly visitedAt: Instant
  readonly missedReason: MissedReason | null
  readonly sameAsLastRound: readonly string[]
}

export interface SubmissionToMerge {
  readonly household: Household
  readonly seen: Household
  readonly input: SubmittedForm
  readonly round: Round
  readonly form: CompiledForm
  /** The form as the person filled it in, held against the household as seen. */
  readonly evaluated: FormEvaluation
  readonly verdicts: readonly HouseholdEvent[]
  readonly context: DecisionContext
}

const sayingsOf = (household: Household, roundId: RoundId): HouseholdSayings => ({
  address: household.address,
  phone: household.phone,
  position: household.position,
  members: household.members,
  answers: surveyIn(household, roundId)?.answers ?? NO_ANSWERS,
})

/** Whether the actor saw all that stands: then the new form simply takes the place of the old one. */
export const seesAllThatStands = ({ household, seen, round, context }: SubmissionToMerge): boolean => {
  if (seen !== household) return false
  const survey = surveyIn(household, round.id)
  if (survey === undefined) return true
  return isSaidAlike(
    surveyIn(viewHousehold(household, context.actor, context.findForm), round.id)?.answers,
    survey.answers,
  )
}

const mergedSections = (seen: Survey | undefined, stands: Survey | undefined, mine: readonly string[]): string[] => {
  const before = seen?.sameAsLastRound ?? []
  const now = stands?.sameAsLastRound ?? []
  return [...new Set([...before, ...now, ...mine])].filter(id => {
    const touched = mine.includes(id) !== before.includes(id)
    return touched ? mine.includes(id) : now.includes(id)
  })
}

const changed = (fields: readonly string[]) => refuse('changed-by-another' as const, { fields })

/** Hardships that only both forms together raise: nobody has been asked about them. */
const raisesMore = (of: SubmissionToMerge, whole: FormEvaluation, standing: Survey | undefined): boolean => {
  const { household, form, round, evaluated, context } = of
  const visitedAt = (standing === undefined ? of.input.visitedAt : `${standing.surveyedOn}T05:00:00.000Z`) as Instant
  const known: readonly RaisedProblem[] = [
    ...evaluated.raised,
    ...(standing === undefined
      ? []
      : evaluateWhole(
          form,
          household,
          { ...standing, roundId: round.id, visitedAt, members: household.members },
          context,
        ).raised),
  ]
  return whole.raised.some(
    raise =>
      !known.some(k => k.kindCode === raise.kindCode && k.memberId === raise.memberId) &&
      !household.problems.some(p => p.kindCode === raise.kindCode && p.state !== 'CANCELLED'),
  )
}

/**
 * A form beside what has been written down meanwhile, field by field: what only one of the two touched is taken, what
 * both said differently is kept side by side, and what stands goes on standing (decision 0020). Refuses
 * `changed-by-another` where the two cannot stand in one form: it is then kept whole, for a person to look at.
 */
export const mergeSubmission = (
  of: SubmissionToMerge,
): Outcome<MergedSubmission, 'changed-by-another' | 'verdict-missing' | 'kind-unknown'> => {
  const { household, input, round, form, evaluated, context } = of
  const seen = viewHousehold(of.seen, context.actor, context.findForm)
  const [standing, before] = [surveyIn(household, round.id), surveyIn(seen, round.id)]
  if (standing !== undefined && standing.formVersion !== input.formVersion) return changed(['form'])
  const unasked = oldProblemsFor(household, round.id, context.actor).find(
    p => !isRechecked(p, round.id) && !of.seen.problems.some(s => s.id === p.id),
  )
  if (unasked !== undefined) return refuse('verdict-missing', { kind: unasked.kindCode })

  const mine: HouseholdSayings = { ...input, answers: evaluated.clean }
  const stands = sayingsOf(household, round.id)
  const apart = (said: HouseholdSayings) => takeApart(said, round.id, form)
  const cells = mergeSayings(apart(sayingsOf(seen, round.id)), apart(stands), apart(mine))
  const sameAsLastRound = mergedSections(before, standing, input.sameAsLastRound)
  const merged = mergeForm({
    form,
    household,
    cells,
    stands,
    mine,
    draft: { roundId: round.id, visitedAt: input.visitedAt, sameAsLastRound },
    standsSame: standing?.sameAsLastRound ?? [],
    context,
  })
  if (merged === null || raisesMore(of, merged.evaluated, standing)) return changed(['answers'])
  if (merged.said.members.filter(m => m.isHead).length !== 1) return changed(['members'])

  const hardships = mergeHardships(of)
  if (!hardships.ok) return hardships
  const place = placeOfHousehold(of)
  const differences = [
    ...differencesIn(cells, stands.members, mine.members),
    ...place.differences,
    ...hardships.value.differences,
  ]
  const foundMeanwhile = household.problems.some(
    p => p.foundInRoundId === round.id && !of.seen.problems.some(s => s.id === p.id),
  )
  return succeed({
    said: merged.said,
    answers: merged.evaluated.clean,
    sameAsLastRound: merged.sameAsLastRound,
    noNewProblem: input.noNewProblem && !foundMeanwhile,
    otherHands:
      standing === undefined
        ? {}
        : Object.fromEntries(
            answersNotMine(cells, merged.evaluated.clean).map(name => [name, handOfAnswer(standing, name)]),
          ),
    status: place.status,
    missedReason: place.missedReason,
    hardships: hardships.value.events,
    conflicts: conflictsFound(household, differences, context),
  })
}

/** What the form says of the household beside its questions: that people live here, and why it was missed. */
const placeOfHousehold = ({ household, seen, input }: SubmissionToMerge) => {
  const differences: Difference[] = []
  const isEmptied = household.status !== 'ACTIVE' && household.status !== seen.status
  if (isEmptied) {
    const [standing, other] = [{ status: household.status }, { status: 'ACTIVE' }]
    differences.push({ place: { kind: 'status' }, standing, other, follows: false })
  }
  const saidWhy = seen.origin === 'REGISTRY' && seen.missedReason === null ? input.missedReason : null
  const stands = household.missedReason
  if (saidWhy !== null && stands !== null && stands !== saidWhy) {
    const [standing, other] = [{ missedReason: stands }, { missedReason: saidWhy }]
    differences.push({ place: { kind: 'missed-reason' }, standing, other, follows: false })
  }
  return {
    differences,
    status: household.status === 'ACTIVE' || isEmptied ? null : ('ACTIVE' as const),
    missedReason: stands === null ? saidWhy : null,
  }
}

const mergeHardships = (
  of: SubmissionToMerge,
): Outcome<
  { readonly events: readonly HouseholdEvent[]; readonly differences: readonly Difference[] },
  'changed-by-another' | 'kind-unknown'
> => {
  const { household, seen, input, round, context } = of
  const given = of.verdicts.filter((e): e is Rechecked => e.type === 'ProblemRechecked')
  if (given.some(e => !household.problems.some(p => p.id === e.problemId))) return changed(['problems'])
  const verdicts = mergeVerdicts(given, seen, household)
  const raised = raisedFacts(household, input, round, context)
  if (!raised.ok) return raised
  // Solved meanwhile, and said to be there still: neither word may win unseen.
  const isBackUnseen = raised.value.events.some(
    e =>
      e.type === 'ProblemReopened' &&
      household.problems.find(p => p.id === e.problemId)?.state !==
        seen.problems.find(p => p.id === e.problemId)?.state,
  )
  if (isBackUnseen) return changed(['problems'])
  return succeed({ events: [...verdicts.events, ...raised.value.events], differences: verdicts.differences })
}
