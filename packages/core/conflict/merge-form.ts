import type { CompiledForm } from '../form/compile-form.ts'
import { evaluateForm, type FormEvaluation, type QuestionPlace } from '../form/evaluate-form.ts'
import { referencesOf } from '../form/expression.ts'
import type { FormAnswers } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import { oldProblems } from '../rexray/old-problem.ts'
import { type SurveyDraft, surveyFormInput } from '../survey/evaluate-survey.ts'
import { answerName, isSaidAlike, placeName, type RecordPlace } from './conflict.ts'
import { answerAt, type HouseholdSayings } from './household-sayings.ts'
import { type MergeCell, type MergeCells, memberOf, mergedSayings, takenValue } from './merge-sayings.ts'

type AnswerPlace = Extract<RecordPlace, { kind: 'answer' }>

/** The whole form, whoever looks: also the hidden hardships that somebody permitted has answered for. */
export const evaluateWhole = (
  form: CompiledForm,
  household: Household,
  draft: SurveyDraft,
  context: Pick<DecisionContext, 'actor' | 'thresholdBaht'>,
): FormEvaluation => {
  const input = surveyFormInput(household, draft, context)
  const asked = new Set(input.problems.map(p => p.id))
  const hidden = oldProblems(household, draft.roundId)
    .filter(p => !asked.has(p.id) && Object.hasOwn(draft.answers.problems, p.id))
    .map(p => ({ id: p.id, facts: { kind_code: p.kindCode } }))
  return evaluateForm(form, { ...input, problems: [...input.problems, ...hidden] })
}

/** Of somebody who is in one of the two records only, nothing is compared but the presence itself. */
const isOfAbsent = ({ place }: MergeCell, cells: MergeCells): boolean => {
  const memberId = memberOf(place) as MemberId | null
  if (place.kind === 'member' || memberId === null) return false
  const presence = cells.get(placeName({ kind: 'member', memberId }))
  return presence !== undefined && (presence.mine !== true || presence.stands !== true)
}

/** The places that decide whether a question is asked: what its condition reads, and who its person is. */
const leadsOf = (place: AnswerPlace, form: CompiledForm, cells: MergeCells): MergeCell[] => {
  const relevant = form.questionById.get(place.questionId)?.relevant
  const references = relevant === undefined ? [] : referencesOf(relevant.node)
  return [...cells.values()].filter(cell => {
    if (isOfAbsent(cell, cells)) return false
    const other = cell.place
    const isOwn = memberOf(other) !== null && memberOf(other) === memberOf(place)
    if (other.kind !== 'answer') {
      const readsPeople = references.some(r => r.perMember || form.questionById.get(r.name) === undefined)
      return isOwn || (readsPeople && memberOf(other) !== null)
    }
    const reference = references.find(r => r.name === other.questionId)
    if (reference === undefined) return false
    return other.scope === 'household' || reference.perMember || (isOwn && other.scope === 'member')
  })
}

export interface FormMerge {
  readonly said: HouseholdSayings
  readonly evaluated: FormEvaluation
  readonly sameAsLastRound: readonly string[]
}

export interface FormToMerge {
  readonly form: CompiledForm
  readonly household: Household
  readonly cells: MergeCells
  readonly stands: HouseholdSayings
  readonly mine: HouseholdSayings
  readonly draft: Omit<SurveyDraft, 'members' | 'answers'>
  /** Sections the standing form answers by pointing at the round before. */
  readonly standsSame: readonly string[]
  readonly context: DecisionContext
}

/** Turns of looking again: each keeps at least one more difference apart, so the forms at hand need two or three. */
const MOST_TURNS = 12

/**
 * Chooses so that the form still holds together. An answer of either side that the merged form would no longer ask
 * for is never dropped: the answers that decide about it become a difference themselves, and it waits with them.
 * Null when the two cannot stand in one form.
 */
export const mergeForm = (of: FormToMerge): FormMerge | null => {
  const { form, household, cells, stands, mine, context } = of
  let same = of.draft.sameAsLastRound
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const said = mergedSayings(cells, stands, mine)
    const draft = { ...of.draft, sameAsLastRound: same, members: said.members, answers: said.answers }
    const evaluated = evaluateWhole(form, household, draft, context)
    const lost = lostAnswers(cells, evaluated)
    if (lost.length === 0) {
      const missing = evaluated.missing.filter(m => !same.includes(m.sectionId))
      if (missing.length > 0) {
        if (!missing.every(place => giveBack(cells, place))) return null
        continue
      }
      keepUnasked(cells, evaluated, form)
      const fits = evaluated.violations.every(v => v.severity !== 'block')
      return fits ? { said, evaluated, sameAsLastRound: same } : null
    }
    const overridden = lost.flatMap(({ place }) => form.questionById.get(place.questionId)?.sectionId ?? [])
    const pointing = same.filter(id => overridden.includes(id) && !of.standsSame.includes(id))
    if (pointing.length > 0) same = same.filter(id => !pointing.includes(id))
    else if (!lost.every(({ cell, place, whose }) => keepApart(cell, whose, leadsOf(place, form, cells)))) return null
  }
  return null
}

/** Left empty by one of the two only because that one was not asked; asked now, what the other has still holds. */
const giveBack = (cells: MergeCells, { questionId, instanceId }: QuestionPlace): boolean => {
  const cell = [...cells.values()].find(
    ({ place }) => place.kind === 'answer' && place.questionId === questionId && place.instanceId === instanceId,
  )
  if (cell === undefined || takenValue(cell) !== null) return false
  cell.take = cell.take === 'mine' ? 'stands' : 'mine'
  return takenValue(cell) !== null
}

const askedIn = ({ sections }: FormEvaluation): ReadonlySet<string> =>
  new Set(
    sections
      .flatMap(section => section.instances)
      .flatMap(instance => instance.questions)
      .filter(state => state.relevant)
      .map(state => answerName({ ...state, questionId: state.question.id })),
  )

/** Not asked as the form stands, but it would be if the other were chosen: then it must not have to be asked again. */
const keepUnasked = (cells: MergeCells, evaluated: FormEvaluation, form: CompiledForm): void => {
  if (![...cells.values()].some(cell => cell.differs)) return
  const asked = askedIn(evaluated)
  for (const cell of cells.values()) {
    const { place, mine, stands, differs } = cell
    if (place.kind !== 'answer' || differs || mine === null || stands !== null || asked.has(answerName(place))) continue
    if (!leadsOf(place, form, cells).some(lead => lead.differs)) continue
    cell.take = 'stands'
    cell.differs = true
    cell.follows = true
  }
}

interface LostAnswer {
  readonly cell: MergeCell
  readonly place: AnswerPlace
  readonly whose: 'mine' | 'stands'
}

/** What one of the two said anew, the merged form does not hold, and no difference keeps. */
const lostAnswers = (cells: MergeCells, evaluated: FormEvaluation): LostAnswer[] => {
  const { clean } = evaluated
  const asked = askedIn(evaluated)
  return [...cells.values()].flatMap((cell): LostAnswer[] => {
    const { place } = cell
    if (place.kind !== 'answer') return []
    const kept = answerAt(clean, place)
    const isLost = (said: unknown) => said !== null && !isSaidAlike(said, cell.seen) && !isSaidAlike(said, kept)
    // Kept apart, what stands must really stand; what is beside it must be something that can still be chosen.
    if (isLost(cell.stands) && !cell.follows) return [{ cell, place, whose: 'stands' }]
    const waits = cell.follows || (cell.differs && asked.has(answerName(place)))
    return isLost(cell.mine) && !waits ? [{ cell, place, whose: 'mine' }] : []
  })
}

const keepApart = (cell: MergeCell, whose: 'mine' | 'stands', leads: readonly MergeCell[]): boolean => {
  const deciding = leads.filter(lead => lead !== cell && isUndecided(lead, whose))
  for (const lead of deciding) {
    lead.take = 'stands'
    lead.differs = true
  }
  cell.differs = true
  cell.take = 'stands'
  if (whose === 'mine') cell.follows = true
  return deciding.length > 0 || (whose === 'mine' && leads.some(lead => lead.differs))
}

/** The form now stands by the other hand’s value here, and the two really differ. */
const isUndecided = (lead: MergeCell, whose: 'mine' | 'stands'): boolean =>
  !isSaidAlike(lead.mine, lead.stands) && !isSaidAlike(takenValue(lead), lead[whose])

/** Answers of the merged form that stand by the other hand alone: whoever sends it has not said them. */
export const answersNotMine = (cells: MergeCells, clean: FormAnswers): string[] =>
  [...cells.values()].flatMap(cell =>
    cell.place.kind === 'answer' && !isSaidAlike(cell.mine, cell.stands) && cell.take === 'stands'
      ? answerAt(clean, cell.place) === null
        ? []
        : [answerName(cell.place)]
      : [],
  )
