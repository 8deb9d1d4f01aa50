import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import type { HouseholdCommandType } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isLive, type ProblemAct, problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import { isOpenReferral } from '@thaiqm/core/referral/referral-of.ts'
import { isRechecked, oldProblems } from '@thaiqm/core/rexray/old-problem.ts'
import { currentRounds, type Round, roundPhase } from '@thaiqm/core/round/round.ts'
import { referralFor } from '../referral/referral-for.ts'

type ProblemView = HouseholdView['problems'][number]

/** An act a screen offers on one hardship. `DecideCancellation` is approving or declining what another has proposed. */
/** Call-backs have a page of their own, where nothing is seen that would colour the question. */
export type OfferedAct =
  | Exclude<ProblemAct, 'Plan' | 'RecordReferralLetter' | 'LapseReferral' | 'DrawCallBack' | 'AnswerCallBack'>
  | 'DecideCancellation'

/** In the order an officer needs them: answering and finishing first, giving up last. */
const inOrder: readonly OfferedAct[] = [
  'DecideCancellation',
  'DecidePause',
  'AcceptReferral',
  'CompleteReferral',
  'ReturnReferral',
  'AnswerContribution',
  'CloseProblem',
  'RecordAssistance',
  'RecheckProblem',
  'RecordRevisit',
  'ChooseLane',
  'RecordFollowUp',
  'ReferProblem',
  'PublishNeed',
  'WithdrawNeed',
  'ReferToContributor',
  'StartWork',
  'AnalyseCauses',
  'MarkSelfResolved',
  'ReopenProblem',
  'ResumeWork',
  'RequestPause',
  'DeclareUnresolvable',
  'ProposeCancellation',
  'CancelProblem',
]

/** Acts that are not named as their command. */
const commandOf: Partial<Record<ProblemAct, HouseholdCommandType>> = {
  ReferToContributor: 'ReferProblem',
  AnswerContribution: 'AcceptReferral',
  DecidePause: 'ApprovePause',
}

interface Circumstances {
  readonly actor: Actor
  readonly rounds: readonly Round[]
  readonly today: Day
}

/** The Re-X-Ray round in which this hardship is an old one and may still be looked at again; none for new ones. */
export const recheckRound = (
  household: HouseholdView,
  problem: ProblemView,
  { rounds, today }: Omit<Circumstances, 'actor'>,
): Round | undefined =>
  currentRounds(rounds).find(
    round =>
      ['OPEN', 'RESOLVING'].includes(roundPhase(round, household.areaCode, today)) &&
      oldProblems(household, round.id).some(old => old.id === problem.id),
  )

/**
 * What this person may do about this hardship now: what its state allows, what the person's role may do, and what makes
 * sense on top of it. Guards that need words or evidence are judged by core when the act is filled in.
 */
export const allowedActs = (
  household: HouseholdView,
  problem: ProblemView,
  circumstances: Circumstances,
): readonly OfferedAct[] => {
  const { actor } = circumstances
  const may = (act: ProblemAct): boolean =>
    problemAllows[problem.state].includes(act) && mayCommand(actor, commandOf[act] ?? (act as HouseholdCommandType))
  const proposal = problem.cancellationProposal
  const referral = referralFor(problem, actor)
  // An agency answers its own referral in any state of the problem; the lead's follows the problem's state.
  const mayAnswer = (act: 'AcceptReferral' | 'ReturnReferral' | 'CompleteReferral') =>
    mayCommand(actor, act) &&
    (problem.referral === referral ? may(act) : problemAllows[problem.state].includes('AnswerContribution'))
  return inOrder.filter(act => {
    switch (act) {
      case 'DecideCancellation':
        return proposal !== null && proposal.by !== actor.personId && may('CancelProblem')
      case 'CancelProblem':
        return proposal === null && may('CancelProblem')
      case 'ProposeCancellation':
        return proposal === null && may('ProposeCancellation') && !mayCommand(actor, 'CancelProblem')
      case 'AcceptReferral':
        return referral?.state === 'SENT' && mayAnswer(act)
      case 'ReturnReferral':
        return referral !== undefined && isOpenReferral(referral) && mayAnswer(act)
      case 'CompleteReferral':
        return referral?.state === 'ACCEPTED' && mayAnswer(act)
      case 'AnswerContribution':
        return actor.role !== 'AGENCY' && may(act) && (problem.contributions ?? []).some(isOpenReferral)
      case 'PublishNeed':
        return may(act) && !problem.restricted
      case 'WithdrawNeed':
        return may(act) && problem.need !== undefined
      case 'RequestPause':
        return may(act) && problem.pause === undefined
      case 'DecidePause':
        return may(act) && problem.pause?.approvedOn === null && problem.pause.askedBy !== actor.personId
      case 'RecheckProblem':
        return may(act) && recheckRound(household, problem, circumstances) !== undefined
      default:
        return may(act)
    }
  })
}

/**
 * The act most likely wanted next, shown as a button; the rest stand in the menu. A hardship that is solved or given up
 * has none: nobody should reopen one by a slip of the hand.
 */
export const mainAct = (
  household: HouseholdView,
  problem: ProblemView,
  acts: readonly OfferedAct[],
  circumstances: Circumstances,
): OfferedAct | undefined => {
  const { actor } = circumstances
  const round = recheckRound(household, problem, circumstances)
  const wanted: readonly OfferedAct[] = [
    'DecideCancellation',
    'DecidePause',
    // The district may answer for an agency, but that is not what it usually does.
    ...(actor.role === 'AGENCY' ? (['AcceptReferral'] as const) : []),
    ...(round !== undefined && !isRechecked(problem, round.id) ? (['RecheckProblem'] as const) : []),
    ...(problem.state === 'ASSISTED' && !problem.helpedBy.includes(actor.personId) ? (['CloseProblem'] as const) : []),
    ...(isLive(problem.state) ? (['RecordAssistance', 'StartWork', 'ProposeCancellation'] as const) : []),
  ]
  return wanted.find(act => acts.includes(act))
}
