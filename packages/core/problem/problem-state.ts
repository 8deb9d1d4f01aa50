import { z } from 'zod'

/** The life of a hardship (domain brief 13.1). UNRESOLVABLE is never counted as solved; CANCELLED leaves every count. */
export const problemState = z.enum([
  'OPEN',
  'PLANNED',
  'REFERRED',
  'IN_PROGRESS',
  'ASSISTED',
  'RESOLVED',
  'SELF_RESOLVED',
  'UNRESOLVABLE',
  'CANCELLED',
])
export type ProblemState = z.infer<typeof problemState>

export type ProblemAct =
  | 'AnalyseCauses'
  | 'Plan'
  | 'ReferProblem'
  | 'ReferToContributor'
  | 'RecordReferralLetter'
  | 'CompleteReferral'
  | 'AnswerContribution'
  | 'LapseReferral'
  | 'ChooseLane'
  | 'RecordFollowUp'
  | 'RequestPause'
  | 'DecidePause'
  | 'DrawCallBack'
  | 'AnswerCallBack'
  | 'RecordRevisit'
  | 'AcceptReferral'
  | 'ReturnReferral'
  | 'StartWork'
  | 'RecordAssistance'
  | 'CloseProblem'
  | 'MarkSelfResolved'
  | 'DeclareUnresolvable'
  | 'ResumeWork'
  | 'ProposeCancellation'
  | 'CancelProblem'
  | 'ReopenProblem'
  | 'RecheckProblem'
  | 'PublishNeed'
  | 'WithdrawNeed'

const cancelling = ['ProposeCancellation', 'CancelProblem'] as const
const working = [
  'AnalyseCauses',
  'ChooseLane',
  'RecordFollowUp',
  'ReferToContributor',
  'RecordReferralLetter',
  'AnswerContribution',
  'RecordAssistance',
  'RequestPause',
  'DecidePause',
  'DeclareUnresolvable',
  'RecheckProblem',
  'WithdrawNeed',
  ...cancelling,
] as const
const solved = [
  'DrawCallBack',
  'AnswerCallBack',
  'RecordRevisit',
  'ReopenProblem',
  'RecheckProblem',
  ...cancelling,
] as const

/**
 * What may be done to a hardship in each state. Screens disable by this table and a test holds every decision to it.
 * Guards beyond the state (evidence, another person, the district) stand in each command's own file.
 */
export const problemAllows: Record<ProblemState, readonly ProblemAct[]> = {
  OPEN: ['Plan', 'ReferProblem', 'StartWork', 'MarkSelfResolved', 'PublishNeed', ...working],
  PLANNED: ['Plan', 'ReferProblem', 'StartWork', 'MarkSelfResolved', 'PublishNeed', ...working],
  REFERRED: ['Plan', 'AcceptReferral', 'ReturnReferral', 'LapseReferral', 'PublishNeed', ...working],
  IN_PROGRESS: ['Plan', 'ReferProblem', 'CompleteReferral', 'CloseProblem', 'PublishNeed', ...working],
  ASSISTED: ['Plan', 'CompleteReferral', 'CloseProblem', ...working],
  RESOLVED: solved,
  SELF_RESOLVED: solved,
  UNRESOLVABLE: ['ChooseLane', 'RecordFollowUp', 'ResumeWork', 'RecheckProblem', ...cancelling],
  CANCELLED: [],
}

export const isSolved = (state: ProblemState): boolean => state === 'RESOLVED' || state === 'SELF_RESOLVED'

/** Someone still has to act: neither solved, cancelled nor beyond anyone's power. */
export const isLive = (state: ProblemState): boolean =>
  !isSolved(state) && state !== 'CANCELLED' && state !== 'UNRESOLVABLE'
