import { z } from 'zod'
import { isDistrictOfficer } from '../access/actor.ts'
import { seesConflict } from '../access/visible-conflict.ts'
import type { FormEvaluation } from '../form/evaluate-form.ts'
import { type Household, missedReason, position } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { member } from '../member/member.ts'
import { problemAllows } from '../problem/problem-state.ts'
import { isRechecked } from '../rexray/old-problem.ts'
import { missingAnswers } from '../survey/evaluate-survey.ts'
import type { Hand, Survey } from '../survey/survey.ts'
import {
  answerName,
  type Conflict,
  type ConflictChoice,
  conflictChoice,
  conflictId,
  foundWith,
  isSaidAlike,
  placeName,
} from './conflict.ts'
import { repeats, valueAt } from './found-conflicts.ts'
import { type HouseholdSayings, putTogether, type Saying, takeApart } from './household-sayings.ts'
import { evaluateWhole } from './merge-form.ts'
import { verdictFact } from './merge-verdicts.ts'

export const settleConflictInput = z.object({
  /** What stands may be kept, or the other taken in its place. */
  settled: z
    .array(z.object({ conflictId, choice: conflictChoice }))
    .min(1)
    .max(500),
})
export type SettleConflictInput = z.infer<typeof settleConflictInput>

export type SettleConflictRefusal =
  | 'conflict-unknown'
  | 'changed-by-another'
  | 'survey-certified'
  | 'answers-missing'
  | 'answers-invalid'
  | 'head-missing'
  | 'member-missing'
  | 'not-in-this-state'
  | 'verifier-is-recorder'
  | 'form-unknown'

/** What a person decided, and what goes with it unasked. */
type Decided = Map<Conflict, ConflictChoice>

const isAnswer = (conflict: Conflict): conflict is Conflict & { readonly place: { readonly kind: 'answer' } } =>
  conflict.place.kind === 'answer'

/**
 * A person who may survey or review the household decides between two things said of it (decision 0020). The value
 * chosen is written by the ordinary facts; what was not chosen stays in the ledger.
 */
export const decideSettleConflict = (
  household: Household,
  input: SettleConflictInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], SettleConflictRefusal> => {
  const { actor, findForm, seen } = context
  const conflicts = household.conflicts ?? []
  const decided: Decided = new Map()
  for (const { conflictId: id, choice } of input.settled) {
    const conflict = conflicts.find(c => c.id === id && !c.follows && seesConflict(actor, c, household, findForm))
    if (conflict === undefined) return refuse('conflict-unknown')
    const shown = seen?.conflicts?.find(c => c.id === id) ?? conflict
    if (!isSaidAlike(shown.standing.value, conflict.standing.value))
      return refuse('changed-by-another', { fields: [conflict.place.kind] })
    decided.set(conflict, choice)
  }
  const guarded = guardForms(household, [...decided.keys()], context)
  if (!guarded.ok) return guarded
  takeRepeating(conflicts, decided)

  const verdicts = verdictFacts(household, decided, context)
  if (!verdicts.ok) return verdicts
  const forms = formFacts(household, decided, context)
  if (!forms.ok) return forms
  const record = recordFacts(household, decided)
  if (!record.ok) return record
  leaveRest(conflicts, decided)
  const settled = [...decided].map(([{ id }, choice]) => ({ conflictId: id, choice }))
  return succeed([{ type: 'ConflictsSettled', settled }, ...record.value, ...forms.value, ...verdicts.value])
}

/** What the district has certified, or the tambon verified, only the district changes. */
const guardForms = (
  { surveys }: Household,
  chosen: readonly Conflict[],
  { actor }: DecisionContext,
): Outcome<null, 'survey-certified'> => {
  if (isDistrictOfficer(actor)) return succeed(null)
  const isClosed = chosen.some(({ place }) => {
    const survey = 'roundId' in place ? surveys.find(s => s.roundId === place.roundId) : undefined
    return survey?.state === 'CERTIFIED' || survey?.state === 'VERIFIED'
  })
  return isClosed ? refuse('survey-certified') : succeed(null)
}

/** Answers that only repeat what was decided go the same way. */
const takeRepeating = (conflicts: readonly Conflict[], decided: Decided): void => {
  const sides = ({ place, standing, other }: Conflict) => ({ place, standing: standing.value, other: other.value })
  for (const [main, choice] of [...decided])
    for (const follower of conflicts)
      if (
        follower.follows &&
        foundWith(follower) === foundWith(main) &&
        repeats(sides(follower), sides(main), ['other'])
      )
        decided.set(follower, choice)
}

/** When nothing of a find is left to decide, what only followed it is left as it stands. */
const leaveRest = (conflicts: readonly Conflict[], decided: Decided): void => {
  const open = new Set(conflicts.filter(c => !c.follows && !decided.has(c)).map(foundWith))
  for (const conflict of conflicts)
    if (conflict.follows && !decided.has(conflict) && !open.has(foundWith(conflict))) decided.set(conflict, 'standing')
}

const takenIn = (decided: Decided): Conflict[] =>
  [...decided].flatMap(([conflict, choice]) => (choice === 'other' ? [conflict] : []))

const verdictFacts = (
  household: Household,
  decided: Decided,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], 'not-in-this-state' | 'verifier-is-recorder' | 'conflict-unknown'> => {
  const events: HouseholdEvent[] = []
  for (const { place, other } of takenIn(decided)) {
    if (place.kind !== 'verdict') continue
    const problem = household.problems.find(p => p.id === place.problemId)
    if (problem === undefined) return refuse('conflict-unknown')
    if (!problemAllows[problem.state].includes('RecheckProblem') && !isRechecked(problem, place.roundId))
      return refuse('not-in-this-state', { state: problem.state, act: 'RecheckProblem' })
    const fact = verdictFact(place, valueAt(place, other.value), today)
    if (fact.verdict === 'R1' && problem.helpedBy.includes(actor.personId))
      return refuse('verifier-is-recorder', { kind: problem.kindCode })
    events.push(fact)
  }
  return succeed(events)
}

/** Puts what was chosen where it belongs; a person comes or goes with all their parts. */
const withTaken = (sayings: Map<string, Saying>, { place, other }: Conflict): void => {
  const value = valueAt(place, other.value)
  if (place.kind !== 'member') {
    sayings.set(placeName(place), { place, value })
    return
  }
  if (value === null) sayings.delete(placeName(place))
  else {
    const said = { ...nothingSaid, members: [member.parse(value)] }
    for (const [name, saying] of takeApart(said, null, null))
      if (name.startsWith(placeName(place))) sayings.set(name, saying)
  }
}

const nothingSaid: HouseholdSayings = {
  address: { houseCode: null, houseNumber: '', villageName: '', lane: '', road: '', sequenceInHouse: 1 },
  phone: null,
  position: null,
  members: [],
  answers: { household: {}, members: {}, problems: {} },
}

const orderOf = (household: Household, sayings: ReadonlyMap<string, Saying>) => [
  ...new Set([
    ...household.members.map(m => m.id),
    ...[...sayings.values()].flatMap(({ place }) => (place.kind === 'member' ? [place.memberId] : [])),
  ]),
]

const sayingsOf = (household: Household, survey: Survey | null, decided: Decided): Map<string, Saying> => {
  const said = { ...household, answers: survey?.answers ?? nothingSaid.answers }
  const sayings = new Map(takeApart(said, survey?.roundId ?? null, null))
  for (const conflict of takenIn(decided)) {
    const { place } = conflict
    if (place.kind === 'verdict' || place.kind === 'status' || place.kind === 'missed-reason') continue
    if (place.kind !== 'answer' || place.roundId === survey?.roundId) withTaken(sayings, conflict)
  }
  return sayings
}

/** Address, telephone, position, people, and why or whether the household counts. */
const recordFacts = (
  household: Household,
  decided: Decided,
): Outcome<HouseholdEvent[], 'head-missing' | 'member-missing'> => {
  const taken = takenIn(decided)
  const sayings = sayingsOf(household, null, decided)
  const { address, phone, position: at, members } = putTogether(sayings.values(), orderOf(household, sayings))
  const events: HouseholdEvent[] = []
  const touches = (...kinds: readonly string[]) => taken.some(({ place }) => kinds.includes(place.kind))
  if (touches('address', 'phone', 'position')) {
    const fix = touches('position') ? position.nullable().parse(at) : null
    events.push({ type: 'HouseholdCorrected', address, phone, position: fix, reason: '' })
  }
  if (touches('head', 'member', 'member-part')) {
    if (members.length === 0) return refuse('member-missing')
    if (members.filter(m => m.isHead).length !== 1) return refuse('head-missing')
    events.push({ type: 'MembersRecorded', members })
  }
  for (const { place, other } of taken) {
    if (place.kind === 'missed-reason')
      events.push({ type: 'MissedReasonGiven', missedReason: missedReason.parse(valueAt(place, other.value)) })
    if (place.kind === 'status') events.push({ type: 'HouseholdStatusChanged', status: 'ACTIVE' })
  }
  return succeed(events)
}

/** The forms with the answers chosen, each still whole; adds to the decided what the choice now asks for. */
const formFacts = (
  household: Household,
  decided: Decided,
  context: DecisionContext,
): Outcome<HouseholdEvent[], 'answers-missing' | 'answers-invalid' | 'form-unknown'> => {
  const rounds = new Set(takenIn(decided).flatMap(c => (isAnswer(c) ? [c.place.roundId] : [])))
  const events: HouseholdEvent[] = []
  for (const survey of household.surveys.filter(s => rounds.has(s.roundId))) {
    const settled = settleForm(household, survey, decided, context)
    if (!settled.ok) return settled
    events.push(settled.value)
  }
  return succeed(events)
}

const settleForm = (
  household: Household,
  survey: Survey,
  decided: Decided,
  context: DecisionContext,
): Outcome<HouseholdEvent, 'answers-missing' | 'answers-invalid' | 'form-unknown'> => {
  const form = context.findForm(survey.formVersion)
  if (form === undefined) return refuse('form-unknown', { version: survey.formVersion })
  const conflicts = household.conflicts ?? []
  const visitedAt = `${survey.surveyedOn}T05:00:00.000Z` as Instant
  const sections = (taken: readonly Conflict[]) =>
    taken.flatMap(c => (isAnswer(c) ? (form.questionById.get(c.place.questionId)?.sectionId ?? []) : []))
  const evaluate = (members: Household['members'], answers: Survey['answers'], sameAsLastRound: readonly string[]) =>
    evaluateWhole(form, household, { roundId: survey.roundId, visitedAt, members, answers, sameAsLastRound }, context)

  const before = evaluate(household.members, survey.answers, survey.sameAsLastRound)
  for (;;) {
    const taken = takenIn(decided)
    const sayings = sayingsOf(household, survey, decided)
    const { members, answers } = putTogether(sayings.values(), orderOf(household, sayings))
    const same = survey.sameAsLastRound.filter(id => !sections(taken).includes(id))
    const after = evaluate(members, answers, same)
    const awaited = conflicts.filter(c => !decided.has(c) && isAwaited(c, survey, taken, after))
    if (awaited.length > 0) {
      for (const conflict of awaited) decided.set(conflict, 'other')
      continue
    }
    const isNew = <Place extends { questionId: string; instanceId: string | null }>(
      place: Place,
      known: readonly Place[],
    ) => !known.some(k => k.questionId === place.questionId && k.instanceId === place.instanceId)
    const missing = missingAnswers(after, same).filter(m => isNew(m, missingAnswers(before, survey.sameAsLastRound)))
    if (missing.length > 0) {
      const questions = [...new Set(missing.map(m => m.questionId))]
      return refuse('answers-missing', { count: missing.length, questions })
    }
    const blocked = after.violations.filter(v => v.severity === 'block' && isNew(v, before.violations))
    if (blocked.length > 0)
      return refuse('answers-invalid', { questions: [...new Set(blocked.map(v => v.questionId))] })
    return succeed({
      type: 'AnswersSettled',
      surveyId: survey.id,
      answers: after.clean,
      sameAsLastRound: same,
      otherHands: handsOf(taken, survey),
    })
  }
}

/** An answer that waited for the choice just made: its question is asked now, and nothing is answered there yet. */
const isAwaited = (conflict: Conflict, survey: Survey, taken: readonly Conflict[], after: FormEvaluation): boolean => {
  if (!conflict.follows || !isAnswer(conflict) || conflict.place.roundId !== survey.roundId) return false
  if (!taken.some(c => foundWith(c) === foundWith(conflict))) return false
  const name = answerName(conflict.place)
  return after.sections
    .flatMap(section => section.instances)
    .flatMap(instance => instance.questions)
    .some(q => answerName({ ...q, questionId: q.question.id }) === name && q.relevant && !q.answered)
}

const handsOf = (taken: readonly Conflict[], survey: Survey): Record<string, Hand> =>
  Object.fromEntries(
    taken.flatMap(conflict => {
      const { by, at } = conflict.other
      if (!isAnswer(conflict) || conflict.place.roundId !== survey.roundId || by === null || at === null) return []
      return [[answerName(conflict.place), { by, at }]]
    }),
  )
