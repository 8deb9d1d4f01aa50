import type { TimelineEntry } from '@thaiqm/contract/household/household-routes.ts'
import { type Actor, readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import { restrictedQuestions, seesConflict } from '@thaiqm/core/access/visible-conflict.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Conflict } from '@thaiqm/core/conflict/conflict.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { AnswerChange } from '@thaiqm/core/survey/survey.ts'
import { tellChanges } from '@thaiqm/core/survey/tell-change.ts'
import { findPersonNames } from '../person/person-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { readingOn } from '../platform/reading-on.ts'
import { findFacts } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { findHousehold } from './household-store.ts'
import { problemsOfTimeline, type TellCorrection, timelineOf } from './timeline.ts'

/** Corrections in words, without restricted questions and hidden hardships for whoever may not see them. */
const correctionsFor = (
  household: Household,
  { catalogue: { findForm } }: ServerParts,
  actor: Actor,
): TellCorrection => {
  const isHidden = ({ scope, instanceId, questionId }: AnswerChange, restricted: ReadonlySet<string>) => {
    const problem = scope === 'problem' ? household.problems.find(p => p.id === instanceId) : undefined
    if (scope === 'problem' && (problem === undefined || !seesProblem(actor, problem))) return true
    return restricted.has(questionId) && !seesRestricted(actor)
  }
  return ({ surveyId, changes }, language) => {
    const survey = household.surveys.find(s => s.id === surveyId)
    if (survey === undefined) return ''
    const restricted = restrictedQuestions(survey, findForm)
    const form = findForm(survey.formVersion)
    return tellChanges(changes, form, household.members, change => isHidden(change, restricted), language)
  }
}

/** A household as the actor may see it, with its line of life; undefined where there is none for this actor. */
export const readTimelineOf = async (
  trx: Scoped,
  parts: ServerParts,
  actor: Actor,
  id: HouseholdId,
): Promise<{ readonly household: Household; readonly entries: TimelineEntry[] } | undefined> => {
  const { keys, catalogue } = parts
  const stored = await findHousehold(trx, keys, id)
  if (stored === undefined || readsReferredOnly(actor)) return undefined
  const household = viewHousehold(stored.household, actor, catalogue.findForm, readingOn(parts))
  const facts = (await findFacts(trx, keys, [id])).get(id) ?? []
  const { kinds, visible } = problemsOfTimeline(stored.household, facts, actor)
  const people = await findPersonNames(
    trx,
    keys,
    facts.map(fact => fact.by),
  )
  const seesPlace = (conflict: Conflict) => seesConflict(actor, conflict, stored.household, catalogue.findForm)
  const entries = timelineOf(facts, visible, kinds, people, seesPlace, correctionsFor(stored.household, parts, actor))
  return { household, entries }
}
