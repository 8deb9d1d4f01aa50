import type { TimelineEntry } from '@thaiqm/contract/household/household-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Conflict } from '@thaiqm/core/conflict/conflict.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import type { Carried } from '@thaiqm/core/merger/merger.ts'
import { LINK_POSITION } from '../plan/task-link-store.ts'
import type { RecordedFact } from '../sync/ledger-store.ts'

type Details = TimelineEntry['details']

/** A correction in words, as far as the reader may see the questions; empty when that is none of them. */
export type TellCorrection = (
  correction: Extract<HouseholdEvent, { type: 'AnswersCorrected' }>,
  language: 'th' | 'en',
) => string

/** The conflicts a fact speaks of, as far as the reader may know of them; those that only follow another are not told. */
const namedConflicts = (event: HouseholdEvent, mayTell: ReadonlySet<string>): readonly string[] => {
  const ids =
    event.type === 'ConflictsFound'
      ? event.conflicts.map(c => c.id)
      : event.type === 'ConflictsSettled'
        ? event.settled.map(s => s.conflictId)
        : []
  return ids.filter(id => mayTell.has(id))
}

/** The words of a fact that belong on the household's line of life; people and answers stay in the record itself. */
const detailsOf = (
  event: HouseholdEvent,
  mayTell: ReadonlySet<string>,
  seesOne: (problemId: string) => boolean,
  tellCorrection: TellCorrection,
): Details => {
  const sizeOf = ({ problems, members }: Carried) => ({
    members: members.length,
    problems: problems.filter(p => seesOne(p.id)).length,
  })
  switch (event.type) {
    case 'AnswersCorrected':
      return {
        changedTh: tellCorrection(event, 'th'),
        changedEn: tellCorrection(event, 'en'),
        reason: event.reason,
      }
    case 'DataRequestRecorded':
      return { request: event.kind, dueOn: event.dueOn }
    case 'DataRequestAnswered':
      return { requestAnswer: event.answer }
    case 'HouseholdRegistered':
      return { origin: event.origin, missedReason: event.missedReason }
    case 'HouseholdVisited':
      return { outcome: event.outcome, note: event.note }
    case 'HouseholdStatusChanged':
      return { status: event.status }
    case 'HouseholdMoved':
      return { reason: event.reason, from: event.fromAreaCode, to: event.areaCode }
    case 'HouseholdTakenOver':
      return { reason: event.reason, household: event.duplicateId, ...sizeOf(event.carried) }
    case 'HouseholdUnmerged':
      return { reason: event.reason, household: event.survivorId, ...sizeOf(event.returned) }
    case 'HouseholdMerged':
      return { reason: event.reason, household: event.survivorId }
    case 'HouseholdGivenBack':
      return { reason: event.reason, household: event.duplicateId }
    case 'MissedReasonGiven':
      return { missedReason: event.missedReason }
    case 'MembersRecorded':
      return { members: event.members.length }
    case 'MemberDied':
      return { diedOn: event.diedOn, note: event.note }
    case 'SurveySubmitted':
      return { late: event.late, noNewProblem: event.noNewProblem }
    case 'ConflictsFound':
    case 'ConflictsSettled':
      return { conflicts: namedConflicts(event, mayTell).length }
    case 'HouseholdCorrected':
    case 'SurveyReturned':
    case 'ProblemReopened':
    case 'ReferralReturned':
    case 'WorkResumed':
    case 'CancellationProposed':
    case 'ProblemCancelled':
    case 'CancellationDeclined':
    case 'PlanReturned':
    case 'NeedWithdrawn':
    case 'PauseDeclined':
      return { reason: event.reason }
    case 'ProblemImported':
      return { state: event.state, description: event.description }
    case 'ProblemFound':
      return { description: event.description, dueOn: event.dueOn }
    case 'ProblemRechecked':
      return { verdict: event.verdict, note: event.note, cause: event.cause, dueOn: event.dueOn }
    case 'CausesAnalysed':
      return { rootCause: event.rootCause }
    case 'ProblemReferred':
      return {
        agencyCode: event.agencyCode,
        dueOn: event.dueOn,
        note: event.note,
        part: event.part ?? 'LEAD',
        answerBy: event.answerBy ?? null,
      }
    case 'ReferralLetterRecorded':
      return {
        agencyCode: event.agencyCode,
        letterNumber: event.number,
        writtenOn: event.writtenOn,
        references: event.references.join(', '),
      }
    case 'ReferralAccepted':
      return { reply: event.reply, contributor: event.contributor ?? null }
    case 'ReferralCompleted':
      return { result: event.result, contributor: event.contributor ?? null }
    case 'ReferralLapsed':
      return { contributor: event.contributor ?? null }
    case 'LaneChosen':
      return { lane: event.lane, owner: event.ownerName, lookAgainOn: event.lookAgainOn, note: event.note }
    case 'FollowedUp':
      return { note: event.note, lookAgainOn: event.lookAgainOn }
    case 'PauseRequested':
      return { reason: event.reason, untilOn: event.untilOn }
    case 'PauseApproved':
      return { dueOn: event.dueOn }
    case 'CallBackDrawn':
      return { dueOn: event.dueOn }
    case 'CallBackAnswered':
      return { answer: event.answer, words: event.words }
    case 'RevisitRecorded':
      return { found: event.found, note: event.note }
    case 'WorkStarted':
    case 'PlanApproved':
      return { note: event.note }
    case 'AssistanceRecorded': {
      const { what, giverName, sector, valueBaht, givenOn } = event.assistance
      return { what, giverName, sector, valueBaht, givenOn, completes: event.completes }
    }
    case 'ProblemClosed':
      return {
        note: event.note,
        evidence: event.evidence.length,
        withoutOwnEvidence: event.withoutOwnEvidence ?? null,
      }
    case 'NeedPublished':
      return { what: `${event.what} ${event.quantity} ${event.unit}`.trim(), dueOn: event.dueOn }
    case 'ProblemSelfResolved':
      return { how: event.how, on: event.on }
    case 'ProblemDeclaredUnresolvable':
      return { reasonCode: event.reasonCode, continuingCare: event.continuingCare }
    case 'PlanProposed':
      return { actions: event.actions.length, goals: event.goals }
    case 'PlanActionAnswered':
      return { actionAnswer: event.answer, answeredBy: event.answeredBy, actionWords: event.words }
    case 'PhotoConsentRecorded':
      return { consentedBy: event.consentedBy, consentedOn: event.consentedOn }
    case 'PhotoConsentWithdrawn':
      return { reason: event.reason }
    case 'PlanActionCompleted':
      return { result: event.result }
    default:
      return {}
  }
}

/** Which hardships each action of the plans is for, as the plans said when they were proposed. */
const problemsOfActions = (facts: readonly RecordedFact[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    facts.flatMap(({ event }) =>
      event.type === 'PlanProposed' ? event.actions.map(a => [a.id as string, a.problemIds] as const) : [],
    ),
  )

/** The hardships a fact speaks of, the one it is told under first. */
const problemsOf = (event: HouseholdEvent, ofActions: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  if ('problemId' in event) return [event.problemId]
  if (event.type === 'AssistanceRecorded') return event.assistance.problemIds
  return 'planActionId' in event ? (ofActions.get(event.planActionId) ?? []) : []
}

interface KnownProblem {
  readonly id: string
  readonly kindCode: string
  readonly isSeen: boolean
}

/** Hardships that a fact brought or took: they may stand in another household's record by now. */
const problemsToldIn = ({ event, by }: RecordedFact, actor: Actor): readonly KnownProblem[] => {
  if (event.type === 'ProblemFound' || event.type === 'ProblemImported') {
    const { problemId: id, kindCode, restricted } = event
    return [{ id, kindCode, isSeen: seesProblem(actor, { restricted, recordedBy: by, referral: null }) }]
  }
  const carried =
    event.type === 'HouseholdTakenOver'
      ? event.carried.problems
      : event.type === 'HouseholdUnmerged'
        ? event.returned.problems
        : []
  return carried.map(p => ({ id: p.id, kindCode: p.kindCode, isSeen: seesProblem(actor, p) }))
}

/** Every hardship a household's line of life speaks of: its kind, and whether this reader may know of it. */
export const problemsOfTimeline = (
  household: Household,
  facts: readonly RecordedFact[],
  actor: Actor,
): { readonly kinds: ReadonlyMap<string, string>; readonly visible: ReadonlySet<string> } => {
  const now = household.problems.map(p => ({ id: p.id as string, kindCode: p.kindCode, isSeen: seesProblem(actor, p) }))
  const all = new Map([...facts.flatMap(fact => problemsToldIn(fact, actor)), ...now].map(p => [p.id, p]))
  return {
    kinds: new Map([...all.values()].map(p => [p.id, p.kindCode])),
    visible: new Set([...all.values()].filter(p => p.isSeen).map(p => p.id)),
  }
}

/**
 * A household's line of life as one person may see it: facts about hardships hidden from the reader are left out.
 * `kinds` tells the kind of each hardship the household ever had.
 */
export const timelineOf = (
  facts: readonly RecordedFact[],
  visibleProblems: ReadonlySet<string>,
  kinds: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, { readonly name: string; readonly position: string }>,
  seesPlace: (conflict: Conflict) => boolean,
  tellCorrection: TellCorrection,
): TimelineEntry[] => {
  const conflicts = facts.flatMap(({ event }) => (event.type === 'ConflictsFound' ? event.conflicts : []))
  const mayTell = new Set<string>(conflicts.filter(c => !c.follows && seesPlace(c)).map(c => c.id))
  const ofActions = problemsOfActions(facts)
  return facts.flatMap(({ event, at, by, version }) => {
    const isOfConflicts = event.type === 'ConflictsFound' || event.type === 'ConflictsSettled'
    if (isOfConflicts && namedConflicts(event, mayTell).length === 0) return []
    if (event.type === 'AnswersCorrected' && tellCorrection(event, 'th') === '') return []
    // As the record itself: what speaks of one hidden hardship among others is not told at all.
    const spokenOf = problemsOf(event, ofActions)
    if (spokenOf.some(id => kinds.has(id) && !visibleProblems.has(id))) return []
    const problemId = spokenOf[0] ?? null
    const person = people.get(by) ?? { name: 'ระบบ ThaiQM', position: '' }
    return [
      {
        version,
        at,
        by: { personId: by, ...person },
        type: event.type,
        problemId,
        kindCode: problemId === null ? null : (kinds.get(problemId) ?? null),
        details: {
          ...detailsOf(event, mayTell, id => visibleProblems.has(id), tellCorrection),
          ...(person.position === LINK_POSITION ? { byLink: true } : {}),
        },
      },
    ]
  })
}
