import { openConflicts } from '../conflict/open-conflicts.ts'
import type { Household } from '../household/household.ts'
import { isTarget } from '../household/household.ts'
import { addDays, type Day, dayOf, earlierDay } from '../ledger/day.ts'
import type { Problem, Referral } from '../problem/problem.ts'
import { isLive, isSolved } from '../problem/problem-state.ts'
import type { SolvingLane } from '../problem/solving-lane.ts'
import { referralsOf } from '../referral/referral-of.ts'
import type { Round } from '../round/round.ts'
import type { Clocks } from './clocks.ts'
import type { Duty, DutyHolder, DutyKind } from './duty.ts'

const laterDay = (a: Day, b: Day): Day => (a > b ? a : b)

/** Whoever is nearest to the lane's owner looks again. */
const laneHolder: Record<SolvingLane, DutyHolder> = {
  SELF: 'VILLAGE',
  COMMUNITY: 'TAMBON',
  AGENCY: 'DISTRICT',
  CARE: 'TAMBON',
}

type Draft = Omit<Duty, 'key' | 'problemId' | 'severity' | 'restricted' | 'agencyCode'> & {
  readonly agencyCode?: string
  readonly about?: string
}

const surveyDuties = (household: Household, round: Pick<Round, 'id'>, clocks: Clocks): Draft[] => {
  const survey = household.surveys.find(s => s.roundId === round.id)
  const drafts: Draft[] = []
  const add = (kind: DutyKind, holder: DutyHolder, waitingSince: Day, days: number) =>
    drafts.push({ kind, holder, waitingSince, dueOn: addDays(waitingSince, days) })
  if (survey?.state === 'SUBMITTED')
    add('survey-to-verify', 'TAMBON', dayOf(survey.submittedAt), clocks.verifyWithinDays)
  if (survey?.state === 'VERIFIED')
    add('survey-to-certify', 'DISTRICT', dayOf(survey.verifiedAt ?? survey.submittedAt), clocks.verifyWithinDays)
  if (survey?.state === 'RETURNED')
    add('survey-to-correct', 'VILLAGE', dayOf(survey.submittedAt), clocks.verifyWithinDays + clocks.correctWithinDays)
  const plan = household.plans.at(-1)
  if (plan?.state === 'PROPOSED') add('plan-to-approve', 'CHIEF', dayOf(plan.proposedAt), clocks.decideWithinDays)
  if (plan?.state === 'RETURNED')
    add('plan-to-revise', 'TAMBON', dayOf(plan.proposedAt), clocks.decideWithinDays + clocks.correctWithinDays)
  return drafts
}

const referralDuties = (problem: Problem, referral: Referral, clocks: Clocks): Draft[] => {
  const { agencyCode, state, dueOn } = referral
  const sentOn = dayOf(referral.sentAt)
  const answeredOn = referral.answeredAt === undefined ? sentOn : dayOf(referral.answeredAt)
  const about = agencyCode
  if (state === 'SENT')
    return [
      {
        kind: 'referral-to-answer',
        holder: 'AGENCY',
        agencyCode,
        about,
        waitingSince: sentOn,
        dueOn: referral.answerBy ?? dueOn,
      },
    ]
  if (state === 'ACCEPTED')
    return [{ kind: 'referral-to-finish', holder: 'AGENCY', agencyCode, about, waitingSince: answeredOn, dueOn }]
  // Back with the district: until the problem has gone another way.
  if (problem.state !== 'IN_PROGRESS' && referral === problem.referral) return []
  const decideBy = addDays(answeredOn, clocks.decideWithinDays)
  if (state === 'RETURNED')
    return [{ kind: 'referral-returned', holder: 'DISTRICT', about, waitingSince: answeredOn, dueOn: decideBy }]
  if (state === 'LAPSED') {
    // Silence comes up one level; a second silence on the same problem goes to the province.
    const holder = (problem.lapsedCount ?? 1) > 1 ? 'PROVINCE' : 'CHIEF'
    return [{ kind: 'referral-silent', holder, about, waitingSince: answeredOn, dueOn: decideBy }]
  }
  return []
}

/** Old hardships are planned after they were looked at again in this round; new ones from the day they were found. */
const planSince = (problem: Problem, round: Pick<Round, 'id'>): Day | null => {
  const reopened = problem.reopenedOn?.at(-1)
  if (reopened !== undefined) return reopened
  if (problem.foundInRoundId === round.id) return problem.foundOn
  const recheck = problem.rechecks.find(r => r.roundId === round.id)
  return recheck === undefined ? null : dayOf(recheck.at)
}

const liveDuties = (household: Household, problem: Problem, round: Pick<Round, 'id'>, clocks: Clocks): Draft[] => {
  const drafts: Draft[] = []
  const since = planSince(problem, round)
  if (problem.state === 'OPEN' && since !== null) {
    const planBy = addDays(since, clocks.planWithinDays[problem.severity])
    const dueOn = problem.dueOn === null ? planBy : earlierDay(planBy, problem.dueOn)
    drafts.push({ kind: 'problem-to-plan', holder: 'TAMBON', waitingSince: since, dueOn })
  }
  if (problem.state === 'ASSISTED' && since !== null) {
    const given = household.assistances.filter(a => a.problemIds.includes(problem.id)).map(a => a.givenOn)
    const helpedOn = given.reduce(laterDay, since)
    const dueOn = addDays(helpedOn, clocks.verifyWithinDays)
    drafts.push({ kind: 'help-to-verify', holder: 'TAMBON', waitingSince: helpedOn, dueOn })
  }
  // Where something nearer waits (a plan, a verification), the problem's own day does not wait a second time.
  if (problem.dueOn !== null && since !== null && problem.state !== 'OPEN' && problem.state !== 'ASSISTED')
    drafts.push({ kind: 'problem-due', holder: 'TAMBON', waitingSince: problem.foundOn, dueOn: problem.dueOn })
  const { pause } = problem
  if (pause !== undefined && pause.approvedOn === null) {
    const dueOn = earlierDay(addDays(pause.askedOn, clocks.decideWithinDays), pause.untilOn)
    drafts.push({ kind: 'pause-to-decide', holder: 'CHIEF', waitingSince: pause.askedOn, dueOn })
  }
  const paused = pause?.approvedOn == null ? null : addDays(pause.untilOn, 1)
  return drafts
    .concat(referralsOf(problem).flatMap(referral => referralDuties(problem, referral, clocks)))
    .map(draft =>
      paused === null || draft.kind === 'problem-due' ? draft : { ...draft, dueOn: laterDay(draft.dueOn, paused) },
    )
}

const closedDuties = (problem: Problem, clocks: Clocks): Draft[] => {
  const drafts: Draft[] = []
  const { callBack, revisitOn, revisit, closedOn } = problem
  if (callBack !== undefined && callBack.answer === null) {
    const waitingSince = addDays(callBack.dueOn, -clocks.callBackWithinDays)
    drafts.push({ kind: 'call-back', holder: 'DISTRICT', waitingSince, dueOn: callBack.dueOn })
  }
  if (revisitOn !== undefined && revisit === undefined) {
    const dueOn = addDays(revisitOn, clocks.revisitWithinDays)
    drafts.push({ kind: 'revisit', holder: 'VILLAGE', waitingSince: closedOn ?? revisitOn, dueOn })
  }
  return drafts
}

const problemDuties = (household: Household, problem: Problem, round: Pick<Round, 'id'>, clocks: Clocks): Draft[] => {
  const drafts: Draft[] = []
  if (isLive(problem.state)) drafts.push(...liveDuties(household, problem, round, clocks))
  if (isSolved(problem.state)) drafts.push(...closedDuties(problem, clocks))
  const { lane } = problem
  if (lane !== undefined && (isLive(problem.state) || problem.state === 'UNRESOLVABLE')) {
    const waitingSince = earlierDay(lane.lookAgainOn, addDays(lane.lookAgainOn, -clocks.lookAgainAfterDays[lane.lane]))
    drafts.push({ kind: 'look-again', holder: laneHolder[lane.lane], waitingSince, dueOn: lane.lookAgainOn })
  }
  if (problem.cancellationProposal !== null && problem.state !== 'CANCELLED') {
    const since = dayOf(household.lastChangedAt)
    drafts.push({
      kind: 'cancellation-to-decide',
      holder: 'DISTRICT',
      waitingSince: problem.cancellationProposal.on ?? since,
      dueOn: addDays(problem.cancellationProposal.on ?? since, clocks.decideWithinDays),
    })
  }
  return drafts
}

/** Actions of the plan that stands, each held by the agency it names, else by the tambon that chases it. */
const actionDuties = (household: Household, clocks: Clocks): (Draft & { readonly problem: Problem })[] => {
  const plan = household.plans.findLast(p => p.state === 'APPROVED')
  return (plan?.actions ?? []).flatMap((action): (Draft & { readonly problem: Problem })[] => {
    const problem = household.problems.find(p => action.problemIds.includes(p.id) && isLive(p.state))
    if (action.state === 'DONE' || problem === undefined || plan === undefined) return []
    if (action.state === 'CANNOT' && action.answer !== undefined) {
      const waitingSince = action.answer.on
      const dueOn = earlierDay(addDays(waitingSince, clocks.decideWithinDays), laterDay(action.dueOn, waitingSince))
      return [{ kind: 'action-refused', holder: 'TAMBON', about: action.id, waitingSince, dueOn, problem }]
    }
    const holder: DutyHolder = action.agencyCode === null ? 'TAMBON' : 'AGENCY'
    return [
      {
        kind: 'action-due',
        holder,
        ...(action.agencyCode === null ? {} : { agencyCode: action.agencyCode }),
        about: action.id,
        waitingSince: dayOf(plan.approvedAt ?? plan.proposedAt),
        dueOn: action.dueOn,
        problem,
      },
    ]
  })
}

const requestDuties = ({ dataRequests = [] }: Household): Draft[] =>
  dataRequests
    .filter(request => request.answered === null)
    .map(({ requestId, receivedOn, dueOn }) => ({
      kind: 'data-request-to-answer',
      holder: 'DISTRICT',
      about: requestId,
      waitingSince: receivedOn,
      dueOn,
    }))

/**
 * Everything about a household that waits for somebody, with its day: computed whole from the ledger, with no clock, so
 * that it can be kept beside the ledger and read by anybody's "today". Households that left the round have none.
 */
export const householdDuties = (household: Household, round: Pick<Round, 'id'>, clocks: Clocks): readonly Duty[] => {
  const finish = ({ about, agencyCode, ...draft }: Draft, problem: Problem | null): Duty => ({
    ...draft,
    key: [draft.kind, problem?.id, about].filter(part => part !== undefined).join('/'),
    problemId: problem?.id ?? null,
    agencyCode: agencyCode ?? null,
    severity: problem?.severity ?? 3,
    restricted: problem?.restricted ?? false,
  })
  // Asked is asked: also of a household that left the round.
  const requests = requestDuties(household).map(draft => finish(draft, null))
  if (!isTarget(household)) return requests
  const conflicts = openConflicts(household)
  const conflictDuties: Duty[] = conflicts.slice(0, 1).map(conflict => {
    const since = dayOf(conflict.other.at ?? conflict.standing.at ?? household.lastChangedAt)
    const draft: Draft = {
      kind: 'conflict-to-settle',
      holder: 'TAMBON',
      waitingSince: since,
      dueOn: addDays(since, clocks.decideWithinDays),
    }
    return { ...finish(draft, null), restricted: conflicts.every(c => c.restricted) }
  })
  return [
    ...requests,
    ...surveyDuties(household, round, clocks).map(draft => finish(draft, null)),
    ...conflictDuties,
    ...household.problems.flatMap(problem =>
      problemDuties(household, problem, round, clocks).map(draft => finish(draft, problem)),
    ),
    ...actionDuties(household, clocks).map(({ problem, ...draft }) => finish(draft, problem)),
  ]
}
