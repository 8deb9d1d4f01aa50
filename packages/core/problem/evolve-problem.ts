import type { HouseholdEvent, ProblemBirth } from '../household/household-event.ts'
import { type Day, dayOf, type Instant } from '../ledger/day.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import { withReferral } from '../referral/evolve-referral.ts'
import { stateAfter } from '../rexray/verdict.ts'
import type { CallBack, LaneChoice, Problem } from './problem.ts'
import { isSolved, type ProblemState } from './problem-state.ts'

const born = (birth: ProblemBirth, by: PersonId, state: ProblemState): Problem => ({
  id: birth.problemId,
  kindCode: birth.kindCode,
  memberId: birth.memberId,
  source: birth.source,
  importedIn: null,
  foundInRoundId: birth.roundId,
  foundOn: birth.foundOn,
  recordedBy: by,
  description: birth.description,
  severity: birth.severity,
  restricted: birth.restricted,
  state,
  level: birth.level,
  dueOn: birth.dueOn,
  leadAgency: birth.leadAgency,
  causeCodes: [],
  rootCause: '',
  rechecks: [],
  referral: null,
  helpedBy: [],
  assistanceIds: [],
  doneActionIds: [],
  evidence: [],
  cancellationProposal: null,
  reopenedCount: 0,
  closedOn: null,
  closedBy: null,
  closeNote: '',
})

const open = (problem: Problem, dueOn: Day | null, at: Instant): Problem => ({
  ...problem,
  state: 'OPEN',
  dueOn: dueOn ?? problem.dueOn,
  reopenedCount: problem.reopenedCount + (isSolved(problem.state) ? 1 : 0),
  ...(isSolved(problem.state)
    ? {
        reopenedOn: [...(problem.reopenedOn ?? []), dayOf(at)],
        reopenedWith: {
          evidence: problem.evidence.length,
          help: problem.assistanceIds.length + problem.doneActionIds.length,
        },
      }
    : {}),
  closedOn: null,
  closedBy: null,
  closeNote: '',
  callBack: undefined,
  revisitOn: undefined,
  revisit: undefined,
  withoutOwnEvidence: undefined,
  pause: undefined,
})

const withoutNeed = ({ need: _need, ...problem }: Problem): Problem => problem

const closed = (problem: Problem, state: ProblemState, on: Day, by: PersonId, closeNote: string): Problem => ({
  // What was published of it is no longer asked for.
  ...withoutNeed(problem),
  state,
  closedOn: on,
  closedBy: by,
  closeNote,
  cancellationProposal: null,
  pause: undefined,
})

type Declared = Extract<HouseholdEvent, { type: 'ProblemDeclaredUnresolvable' }>

/** What cannot be solved goes on in continuing care, with somebody who looks again. */
const careOf = ({ careOwner, reviewOn, continuingCare }: Declared): LaneChoice | undefined =>
  reviewOn === undefined
    ? undefined
    : { lane: 'CARE', ownerName: careOwner ?? '', organisationId: null, lookAgainOn: reviewOn, note: continuingCare }

type CallBackAnswered = Extract<HouseholdEvent, { type: 'CallBackAnswered' }>

const answeredCallBack = (
  { callBack }: Problem,
  { answer, words, dueOn }: CallBackAnswered,
  by: PersonId,
): CallBack | undefined => {
  if (callBack === undefined) return undefined
  const tries = callBack.tries + 1
  return answer === 'NOT_REACHED' ? { ...callBack, tries, dueOn } : { ...callBack, tries, answer, by, words }
}

/** A hardship after one more fact; facts about other hardships leave it as it is. */
const evolveOne = (problem: Problem, event: HouseholdEvent, at: Instant, by: PersonId): Problem => {
  switch (event.type) {
    case 'ProblemRechecked': {
      const state = stateAfter[event.verdict]
      const rechecked: Problem = {
        ...problem,
        rechecks: [
          ...problem.rechecks.filter(r => r.roundId !== event.roundId),
          { roundId: event.roundId, verdict: event.verdict, note: event.note, by, at },
        ],
        causeCodes: event.causeCodes.length > 0 ? event.causeCodes : problem.causeCodes,
        rootCause: event.cause === '' ? problem.rootCause : event.cause,
        evidence: [...problem.evidence, ...event.evidence],
      }
      if (state === 'OPEN') return open(rechecked, event.dueOn, at)
      if (state === 'IN_PROGRESS') return { ...open(rechecked, event.dueOn, at), state }
      return closed(rechecked, state, event.on, by, event.note)
    }
    case 'ProblemReopened':
      return open({ ...problem, closeNote: event.reason }, event.dueOn, at)
    case 'CausesAnalysed':
      return { ...problem, causeCodes: event.causeCodes, rootCause: event.rootCause }
    case 'ProblemReferred':
    case 'ReferralLetterRecorded':
    case 'ReferralAccepted':
    case 'ReferralReturned':
    case 'ReferralCompleted':
    case 'ReferralLapsed':
      return withReferral(problem, event, at, by)
    case 'NeedPublished': {
      const { type: _type, problemId: _id, ...need } = event
      return { ...problem, need: { ...need, publishedBy: by } }
    }
    case 'NeedWithdrawn':
      return withoutNeed(problem)
    case 'WorkStarted':
      return { ...problem, state: 'IN_PROGRESS' }
    case 'LaneChosen': {
      const { type: _type, problemId: _id, ...lane } = event
      return { ...problem, lane }
    }
    case 'FollowedUp':
      return {
        ...problem,
        evidence: [...problem.evidence, ...event.evidence],
        ...(problem.lane === undefined ? {} : { lane: { ...problem.lane, lookAgainOn: event.lookAgainOn } }),
      }
    case 'PauseRequested': {
      const { reason, untilOn, on } = event
      return { ...problem, pause: { reason, untilOn, askedBy: by, askedOn: on, approvedOn: null } }
    }
    case 'PauseApproved':
      return {
        ...problem,
        dueOn: event.dueOn ?? problem.dueOn,
        pause: problem.pause && { ...problem.pause, approvedOn: event.on },
        pauseCount: (problem.pauseCount ?? 0) + 1,
      }
    case 'PauseDeclined':
      return { ...problem, pause: undefined }
    case 'CallBackDrawn':
      return { ...problem, callBack: { dueOn: event.dueOn, tries: 0, answer: null, by: null, words: '' } }
    case 'CallBackAnswered':
      return { ...problem, callBack: answeredCallBack(problem, event, by) }
    case 'RevisitRecorded':
      return {
        ...problem,
        evidence: [...problem.evidence, ...event.evidence],
        revisit: { on: event.on, by, note: event.note },
      }
    case 'ProblemClosed':
      return closed(
        {
          ...problem,
          evidence: [...problem.evidence, ...event.evidence],
          revisitOn: event.revisitOn,
          withoutOwnEvidence: event.withoutOwnEvidence,
        },
        'RESOLVED',
        event.on,
        by,
        event.note,
      )
    case 'ProblemSelfResolved':
      return closed({ ...problem, revisitOn: event.revisitOn }, 'SELF_RESOLVED', event.on, by, event.how)
    case 'ProblemDeclaredUnresolvable':
      return closed(
        { ...problem, lane: careOf(event) ?? problem.lane },
        'UNRESOLVABLE',
        event.on,
        by,
        event.continuingCare,
      )
    case 'WorkResumed':
      return { ...open(problem, event.dueOn, at), state: 'IN_PROGRESS', lane: undefined }
    case 'CancellationProposed':
      return {
        ...problem,
        cancellationProposal: { reason: event.reason, survivorId: event.survivorId, by, on: dayOf(at) },
      }
    case 'CancellationDeclined':
      return { ...problem, cancellationProposal: null }
    case 'ProblemCancelled':
      return closed(
        event.survivorId === null ? problem : { ...problem, survivorId: event.survivorId },
        'CANCELLED',
        event.on,
        by,
        event.reason,
      )
    default:
      return problem
  }
}

/** All hardships of a household after one more fact. */
export const evolveProblems = (
  problems: readonly Problem[],
  event: HouseholdEvent,
  at: Instant,
  by: PersonId,
): readonly Problem[] => {
  if (event.type === 'ProblemFound') return [...problems, born(event, by, 'OPEN')]
  if (event.type === 'ProblemImported') {
    const imported: Problem = { ...born(event, by, event.state), importedIn: event.batchId }
    const solvedOn = event.solvedOn ?? (isSolved(event.state) ? event.foundOn : null)
    return [...problems, solvedOn === null ? imported : { ...imported, closedOn: solvedOn, closedBy: by }]
  }
  if (event.type === 'BaselineImportUndone') return problems.filter(p => p.importedIn !== event.batchId)
  if (event.type === 'AssistanceRecorded') {
    const { id, problemIds, evidence, recordedBy } = event.assistance
    return problems.map(problem =>
      problemIds.includes(problem.id)
        ? {
            ...problem,
            state: event.completes ? 'ASSISTED' : 'IN_PROGRESS',
            assistanceIds: [...problem.assistanceIds, id],
            helpedBy: [...problem.helpedBy, recordedBy],
            evidence: [...problem.evidence, ...evidence],
          }
        : problem,
    )
  }
  if ('problemId' in event) {
    return problems.map(problem => (problem.id === event.problemId ? evolveOne(problem, event, at, by) : problem))
  }
  return problems
}
