import type { HouseholdEvent, ProblemBirth } from '../household/household-event.ts'
import { type Day, dayOf, type Instant } from '../ledger/day.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import { stateAfter } from '../rexray/verdict.ts'
import type { Problem } from './problem.ts'
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
  ...(isSolved(problem.state) ? { reopenedOn: [...(problem.reopenedOn ?? []), dayOf(at)] } : {}),
  closedOn: null,
  closedBy: null,
  closeNote: '',
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
})

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
      return {
        ...problem,
        state: 'REFERRED',
        referral: {
          agencyCode: event.agencyCode,
          organisationId: event.organisationId,
          dueOn: event.dueOn,
          note: event.note,
          sentAt: at,
          state: 'SENT',
          reply: '',
        },
      }
    case 'ReferralAccepted':
      return {
        ...problem,
        state: 'IN_PROGRESS',
        referral: problem.referral && { ...problem.referral, state: 'ACCEPTED', reply: event.reply },
      }
    case 'ReferralReturned':
      return {
        ...problem,
        state: 'IN_PROGRESS',
        referral: problem.referral && { ...problem.referral, state: 'RETURNED', reply: event.reason },
      }
    case 'NeedPublished': {
      const { type: _type, problemId: _id, ...need } = event
      return { ...problem, need: { ...need, publishedBy: by } }
    }
    case 'NeedWithdrawn':
      return withoutNeed(problem)
    case 'WorkStarted':
      return { ...problem, state: 'IN_PROGRESS' }
    case 'ProblemClosed':
      return closed(
        { ...problem, evidence: [...problem.evidence, ...event.evidence] },
        'RESOLVED',
        event.on,
        by,
        event.note,
      )
    case 'ProblemSelfResolved':
      return closed(problem, 'SELF_RESOLVED', event.on, by, event.how)
    case 'ProblemDeclaredUnresolvable':
      return closed(problem, 'UNRESOLVABLE', event.on, by, event.continuingCare)
    case 'WorkResumed':
      return { ...open(problem, event.dueOn, at), state: 'IN_PROGRESS' }
    case 'CancellationProposed':
      return { ...problem, cancellationProposal: { reason: event.reason, survivorId: event.survivorId, by } }
    case 'CancellationDeclined':
      return { ...problem, cancellationProposal: null }
    case 'ProblemCancelled':
      return closed(problem, 'CANCELLED', event.on, by, event.reason)
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
