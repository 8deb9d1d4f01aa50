import { answerName } from '../conflict/conflict.ts'
import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import { findNamingWords } from '../need/screen-words.ts'
import { helpPhotosOf } from '../photo/help-photo.ts'
import type { PlanAction } from '../plan/plan.ts'
import type { Referral } from '../problem/problem.ts'
import { isReadBy, type Reading } from '../referral/referral-of.ts'

import { handOfAnswer } from '../survey/hand-of-answer.ts'
import type { Survey } from '../survey/survey.ts'
import { type Actor, hidesIdentity, isSystem, readsReferredOnly, seesRestricted } from './actor.ts'
import { abilityRoles } from './permission.ts'
import { type FindForm, restrictedQuestions, seesConflict } from './visible-conflict.ts'
import { seesProblem } from './visible-problem.ts'

type IsHidden = (answer: {
  readonly scope: string
  readonly instanceId: string | null
  readonly questionId: string
}) => boolean

const withoutAnswers = (answers: FormAnswers, isHidden: IsHidden): FormAnswers => {
  const without = (own: Readonly<Record<string, AnswerValue>>, scope: string, instanceId: string | null) =>
    Object.fromEntries(Object.entries(own).filter(([questionId]) => !isHidden({ scope, instanceId, questionId })))
  const each = (all: FormAnswers['members'], scope: string) =>
    Object.fromEntries(Object.entries(all).map(([id, own]) => [id, without(own, scope, id)]))
  return {
    household: without(answers.household, 'household', null),
    members: each(answers.members, 'member'),
    problems: each(answers.problems, 'problem'),
  }
}

/** Answers to restricted questions tell as much as the hardship itself: only whoever gave one and designated officers read it. */
const viewSurvey = (survey: Survey, actor: Actor, findForm: FindForm): Survey => {
  const { otherHands } = survey
  const isOwn = survey.submittedBy === actor.personId
  if (seesRestricted(actor) || (isOwn && otherHands === undefined)) return survey
  const restricted = restrictedQuestions(survey, findForm)
  const isHidden: IsHidden = answer =>
    restricted.has(answer.questionId) && handOfAnswer(survey, answerName(answer)).by !== actor.personId
  const answers = withoutAnswers(survey.answers, isHidden)
  if (otherHands === undefined) return { ...survey, answers }
  const hands = Object.entries(otherHands).filter(([name]) => !restricted.has(name.split('/')[2] ?? ''))
  return { ...survey, answers, otherHands: Object.fromEntries(hands) }
}

/** One of several firms or temples sees what is its own, not what another has taken on; an agency sees all of its offices'. */
const isOwnPart = (actor: Actor, { agencyCode, organisationId }: PlanAction): boolean =>
  actor.role === 'AGENCY' || organisationId === null || actor.organisationId === null
    ? agencyCode === actor.agencyCode
    : organisationId === actor.organisationId

/** An agency or partner sees the hardships referred to it, whom they concern, and its own help; nothing else of the house. */
const viewForPartner = (household: Household, actor: Actor, reading: Reading | undefined): Household => {
  const problems = household.problems.filter(p => isReadBy(p, actor, reading) && seesProblem(actor, p))
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
    conflicts: [],
    dataRequests: undefined,
    photoConsents: undefined,
    merged: undefined,
    takenOver: undefined,
    moves: undefined,
    visits: [],
    plans: household.plans.map(plan => ({
      ...plan,
      goals: '',
      fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
      actions: plan.actions.filter(a => isOwnPart(actor, a) && a.problemIds.some(id => own.has(id))),
    })),
    assistances: household.assistances.filter(a => a.recordedBy === actor.personId),
  }
}

/** What stands where a partner who is no state agency would read a name: identity waits for consent (domain brief 13.2, PARTNER). */
export const UNDISCLOSED_NAME = 'ไม่เปิดเผยชื่อ'

type OneProblem = Household['problems'][number]

/** The officers' own notes stay with the officers; of referrals the words that name nobody, without what letters refer to. */
const wordsForPartner = (
  { referral, contributions, lane, pause, callBack, revisit, cancellationProposal }: OneProblem,
  unnamed: (text: string) => string,
): Partial<OneProblem> => {
  const cut = (r: Referral): Referral => ({
    ...r,
    note: unnamed(r.note),
    reply: unnamed(r.reply),
    ...(r.letter === undefined ? {} : { letter: { ...r.letter, references: [] } }),
  })
  return {
    rootCause: '',
    closeNote: '',
    withoutOwnEvidence: undefined,
    cancellationProposal: cancellationProposal && { ...cancellationProposal, reason: '' },
    ...(lane === undefined ? {} : { lane: { ...lane, ownerName: '', note: '' } }),
    ...(pause === undefined ? {} : { pause: { ...pause, reason: '' } }),
    ...(callBack === undefined ? {} : { callBack: { ...callBack, words: '' } }),
    ...(revisit === undefined ? {} : { revisit: { ...revisit, note: '' } }),
    referral: referral && cut(referral),
    ...(contributions === undefined ? {} : { contributions: contributions.map(cut) }),
  }
}

/** What stands where words of before the screening, or of somebody else, would name people to a partner. */
export const UNDISCLOSED_WORDS = 'ปิดข้อความไว้เพราะระบุถึงบุคคล โปรดสอบถามอำเภอ'

/** The case without the people: a temple or a firm sees what is needed and where, not whose hardship it is. */
const withoutIdentity = (household: Household, whole: Household): Household => {
  const unnamed = (text: string): string => (findNamingWords(text, whole) === undefined ? text : UNDISCLOSED_WORDS)
  return {
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
    problems: household.problems.map(p => ({
      ...p,
      description: '',
      evidence: [],
      rechecks: [],
      ...wordsForPartner(p, unnamed),
    })),
    plans: household.plans.map(plan => ({
      ...plan,
      returnReason: '',
      actions: plan.actions.map(a => ({
        ...a,
        what: unnamed(a.what),
        fundSource: unnamed(a.fundSource),
        result: unnamed(a.result),
        ...(a.answer === undefined ? {} : { answer: { ...a.answer, words: unnamed(a.answer.words) } }),
      })),
    })),
  }
}

/**
 * A household as one person may see it: every reader of household documents goes through here. Hidden hardships are
 * not there at all; plans and help keep only what speaks of visible ones. `reading` ends what an agency or partner sees of
 * a case that is over; whoever serves them gives it.
 */
export const viewHousehold = (household: Household, actor: Actor, findForm: FindForm, reading?: Reading): Household => {
  if (readsReferredOnly(actor)) {
    const referred = viewForPartner(household, actor, reading)
    return hidesIdentity(actor) ? withoutIdentity(referred, household) : referred
  }
  const surveys = household.surveys.map(s => viewSurvey(s, actor, findForm))
  const problems = household.problems.filter(p => seesProblem(actor, p))
  const conflicts = household.conflicts?.filter(c => seesConflict(actor, c, household, findForm))
  const answersRequests = isSystem(actor) || abilityRoles['read-data-requests'].includes(actor.role)
  const { dataRequests, ...rest } = household
  const seen: Household = {
    ...rest,
    surveys,
    ...(conflicts === undefined ? {} : { conflicts }),
    ...(dataRequests === undefined || !answersRequests ? {} : { dataRequests }),
  }
  if (problems.length === household.problems.length) return seen
  const visible = new Set(problems.map(p => p.id))
  const shown: Household = {
    ...seen,
    problems,
    plans: household.plans.map(plan => ({
      ...plan,
      actions: plan.actions.filter(a => a.problemIds.every(id => visible.has(id))),
    })),
    assistances: household.assistances.filter(a => a.problemIds.every(id => visible.has(id))),
  }
  const takenOver = seen.takenOver?.map(t => ({ ...t, problemIds: t.problemIds.filter(id => visible.has(id)) }))
  const ownPhotos = new Set(helpPhotosOf(shown).map(p => p.photo))
  const photoConsents = seen.photoConsents?.filter(c => ownPhotos.has(c.photo))
  return {
    ...shown,
    ...(takenOver === undefined ? {} : { takenOver }),
    ...(photoConsents === undefined ? {} : { photoConsents }),
  }
}
