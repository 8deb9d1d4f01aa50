import type { Conflict } from '../conflict/conflict.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { Household } from '../household/household.ts'
import { type Actor, readsReferredOnly, seesRestricted } from './actor.ts'
import { seesProblem } from './visible-problem.ts'

export type FindForm = (version: string) => CompiledForm | undefined

/** Questions of a form whose answers few may read. */
export const restrictedQuestions = (
  { formVersion }: { readonly formVersion: string },
  findForm: FindForm,
): ReadonlySet<string> =>
  new Set(
    (findForm(formVersion)?.inOrder ?? [])
      .filter(({ question }) => question.restricted === true)
      .map(({ question }) => question.id),
  )

/**
 * A conflict shows two answers at once, so it is seen only by eyes that may read both: on a restricted question by the
 * district chief and designated officers, on a hidden hardship by whoever sees the hardship (domain brief 13.2).
 */
export const seesConflict = (
  actor: Actor,
  { place }: Pick<Conflict, 'place'>,
  household: Household,
  findForm: FindForm,
): boolean => {
  if (readsReferredOnly(actor)) return false
  if (place.kind !== 'verdict' && place.kind !== 'answer') return true
  const problemId = place.kind === 'verdict' ? place.problemId : place.scope === 'problem' ? place.instanceId : null
  const problem = household.problems.find(p => p.id === problemId)
  if (problem !== undefined && !seesProblem(actor, problem)) return false
  if (place.kind === 'verdict' || seesRestricted(actor)) return problemId === null || problem !== undefined
  const survey = household.surveys.find(s => s.roundId === place.roundId)
  return survey !== undefined && !restrictedQuestions(survey, findForm).has(place.questionId)
}
