import type { CompiledForm } from '../form/compile-form.ts'
import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import type { Survey } from '../survey/survey.ts'
import { type Actor, hidesIdentity, readsReferredOnly, seesRestricted } from './actor.ts'
import { seesProblem } from './visible-problem.ts'

const without = (answers: Readonly<Record<string, AnswerValue>>, hidden: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)))

const withoutAnswers = (answers: FormAnswers, hidden: ReadonlySet<string>): FormAnswers => {
  const each = (all: FormAnswers['members']) =>
    Object.fromEntries(Object.entries(all).map(([id, own]) => [id, without(own, hidden)]))
  return {
    household: without(answers.household, hidden),
    members: each(answers.members),
    problems: each(answers.problems),
  }
}

type FindForm = (version: string) => CompiledForm | undefined

/** Answers to restricted questions tell as much as the hardship itself: only its own surveyor and designated officers read them. */
const viewSurvey = (survey: Survey, actor: Actor, findForm: FindForm): Survey => {
  if (seesRestricted(actor) || survey.submittedBy === actor.personId) return survey
  const questions = findForm(survey.formVersion)?.inOrder ?? []
  const hidden = new Set(
    questions.filter(({ question }) => question.restricted === true).map(({ question }) => question.id),
  )
  return { ...survey, answers: withoutAnswers(survey.answers, hidden) }
}

/** An agency or partner sees the hardships referred to it, whom they concern, and its own help; nothing else of the house. */
const viewForPartner = (household: Household, actor: Actor): Household => {
  const problems = household.problems.filter(
    p =>
      p.referral !== null &&
      p.referral.state !== 'RETURNED' &&
      p.referral.agencyCode === actor.agencyCode &&
      seesProblem(actor, p),
  )
  const concerned = new Set(problems.map(p => p.memberId))
  const own = new Set(problems.map(p => p.id))
  return {
    ...household,
    statedMemberCount: null,
    photos: [],
    members: household.members
      .filter(m => m.isHead || concerned.has(m.id))
      .map(m => ({ ...m, nationalNumber: null, birth: null })),
    problems,
    surveys: [],
    visits: [],
    plans: household.plans.map(plan => ({
      ...plan,
      goals: '',
      fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
      actions: plan.actions.filter(a => a.agencyCode === actor.agencyCode && a.problemIds.some(id => own.has(id))),
    })),
    assistances: household.assistances.filter(a => a.recordedBy === actor.personId),
  }
}

/** What stands where a partner who is no state agency would read a name: identity waits for consent (domain brief 13.2, PARTNER). */
export const UNDISCLOSED_NAME = 'ไม่เปิดเผยชื่อ'

/** The case without the people: a temple or a firm sees what is needed and where, not whose hardship it is. */
const withoutIdentity = (household: Household): Household => ({
  ...household,
  missedReason: null,
  phone: null,
  members: household.members.map(m => ({
    ...m,
    title: '',
    firstName: UNDISCLOSED_NAME,
    lastName: '',
    sex: null,
    idKind: 'UNKNOWN' as const,
    numberStatus: 'none' as const,
    isThai: true,
  })),
  problems: household.problems.map(p => ({ ...p, description: '', evidence: [], rechecks: [] })),
})

/**
 * A household as one person may see it: every reader of household documents goes through here. Hidden hardships are
 * not there at all; plans and help keep only what speaks of visible ones.
 */
export const viewHousehold = (household: Household, actor: Actor, findForm: FindForm): Household => {
  if (readsReferredOnly(actor)) {
    const referred = viewForPartner(household, actor)
    return hidesIdentity(actor) ? withoutIdentity(referred) : referred
  }
  const surveys = household.surveys.map(s => viewSurvey(s, actor, findForm))
  const problems = household.problems.filter(p => seesProblem(actor, p))
  if (problems.length === household.problems.length) return { ...household, surveys }
  const visible = new Set(problems.map(p => p.id))
  return {
    ...household,
    surveys,
    problems,
    plans: household.plans.map(plan => ({
      ...plan,
      actions: plan.actions.filter(a => a.problemIds.every(id => visible.has(id))),
    })),
    assistances: household.assistances.filter(a => a.problemIds.every(id => visible.has(id))),
  }
}
