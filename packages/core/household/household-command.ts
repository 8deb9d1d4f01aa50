import type { z } from 'zod'
import { actorRange, readsReferredOnly } from '../access/actor.ts'
import { mayCommand } from '../access/permission.ts'
import { isInRange } from '../area/area-code.ts'
import { decideRecordAssistance, recordAssistanceInput } from '../assistance/record-assistance.ts'
import { refuseOverwriting } from '../conflict/overwritten.ts'
import { decideSettleConflict, settleConflictInput } from '../conflict/settle-conflict.ts'
import {
  answerDataRequestInput,
  decideAnswerDataRequest,
  decideRecordDataRequest,
  recordDataRequestInput,
} from '../data-request/data-request-command.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse } from '../ledger/outcome.ts'
import { decideRecordDeath, recordDeathInput } from '../member/record-death.ts'
import {
  decideMergeHousehold,
  decideTakeOverFrom,
  mergeHouseholdInput,
  takeOverFromInput,
} from '../merger/merge-household.ts'
import {
  decideGiveBackTo,
  decideUnmergeHousehold,
  giveBackToInput,
  unmergeHouseholdInput,
} from '../merger/unmerge-household.ts'
import { decidePublishNeed, publishNeedInput } from '../need/publish-need.ts'
import { decideWithdrawNeed, withdrawNeedInput } from '../need/withdraw-need.ts'
import {
  decideRecordPhotoConsent,
  decideWithdrawPhotoConsent,
  recordPhotoConsentInput,
  withdrawPhotoConsentInput,
} from '../photo/photo-consent-command.ts'
import { answerPlanActionInput, decideAnswerPlanAction } from '../plan/answer-plan-action.ts'
import {
  approvePlanInput,
  completePlanActionInput,
  decideApprovePlan,
  decideCompletePlanAction,
  decideReturnPlan,
  returnPlanInput,
} from '../plan/decide-plan.ts'
import { decideProposePlan, proposePlanInput } from '../plan/propose-plan.ts'
import { analyseCausesInput, decideAnalyseCauses } from '../problem/analyse-causes.ts'
import {
  answerCallBackInput,
  decideAnswerCallBack,
  decideDrawCallBack,
  drawCallBackInput,
} from '../problem/call-back.ts'
import {
  cancelProblemInput,
  decideCancelProblem,
  decideDeclineCancellation,
  decideProposeCancellation,
  declineCancellationInput,
} from '../problem/cancel-problem.ts'
import { chooseLaneInput, decideChooseLane, decideRecordFollowUp, recordFollowUpInput } from '../problem/choose-lane.ts'
import { closeProblemInput, decideCloseProblem } from '../problem/close-problem.ts'
import { decideDeclareUnresolvable, declareUnresolvableInput } from '../problem/declare-unresolvable.ts'
import { decideMarkSelfResolved, markSelfResolvedInput } from '../problem/mark-self-resolved.ts'
import {
  approvePauseInput,
  decideApprovePause,
  decideDeclinePause,
  decideRequestPause,
  declinePauseInput,
  requestPauseInput,
} from '../problem/pause-clock.ts'
import { decideRecordRevisit, recordRevisitInput } from '../problem/record-revisit.ts'
import { decideReopenProblem, reopenProblemInput } from '../problem/reopen-problem.ts'
import { decideReportProblem, reportProblemInput } from '../problem/report-problem.ts'
import { decideResumeWork, resumeWorkInput } from '../problem/resume-work.ts'
import { decideStartWork, startWorkInput } from '../problem/start-work.ts'
import {
  acceptReferralInput,
  completeReferralInput,
  decideAcceptReferral,
  decideCompleteReferral,
  decideLapseReferral,
  decideReturnReferral,
  lapseReferralInput,
  returnReferralInput,
} from '../referral/answer-referral.ts'
import { decideRecordReferralLetter, recordReferralLetterInput } from '../referral/record-referral-letter.ts'
import { decideReferProblem, referProblemInput } from '../referral/refer-problem.ts'
import { decideRecheckProblem, recheckProblemInput } from '../rexray/decide-verdict.ts'
import { correctAnswersInput, decideCorrectAnswers } from '../survey/correct-answers.ts'
import {
  certifySurveyInput,
  decideCertifySurvey,
  decideReturnSurvey,
  decideVerifySurvey,
  returnSurveyInput,
  verifySurveyInput,
} from '../survey/review-survey.ts'
import { decideSubmitSurvey, submitSurveyInput } from '../survey/submit-survey.ts'
import { correctHouseholdInput, decideCorrectHousehold } from './correct-household.ts'
import type { Household } from './household.ts'
import type { HouseholdEvent } from './household-event.ts'
import {
  decideImportBaselineHousehold,
  decideUndoBaselineHousehold,
  importBaselineHouseholdInput,
  undoBaselineHouseholdInput,
} from './import-baseline-household.ts'
import { decideMoveHousehold, moveHouseholdInput } from './move-household.ts'
import { decideRecordVisit, recordVisitInput } from './record-visit.ts'
import { decideRegisterHousehold, registerHouseholdInput } from './register-household.ts'

type Decide<Input> = (household: Household, input: Input, context: DecisionContext) => Outcome<HouseholdEvent[], string>

interface CommandDefinition<Input> {
  readonly input: z.ZodType<Input>
  readonly decide: Decide<Input>
}

const define = <Input>(input: z.ZodType<Input>, decide: Decide<Input>): CommandDefinition<Input> => ({ input, decide })

/** Commands to a household that already exists; the two that make one stand beside it. */
const toExisting = {
  UndoBaselineHousehold: define(undoBaselineHouseholdInput, decideUndoBaselineHousehold),
  RecordVisit: define(recordVisitInput, decideRecordVisit),
  CorrectHousehold: define(correctHouseholdInput, decideCorrectHousehold),
  MoveHousehold: define(moveHouseholdInput, decideMoveHousehold),
  RecordDeath: define(recordDeathInput, decideRecordDeath),
  TakeOverFrom: define(takeOverFromInput, decideTakeOverFrom),
  MergeHousehold: define(mergeHouseholdInput, decideMergeHousehold),
  UnmergeHousehold: define(unmergeHouseholdInput, decideUnmergeHousehold),
  GiveBackTo: define(giveBackToInput, decideGiveBackTo),
  SettleConflict: define(settleConflictInput, decideSettleConflict),
  SubmitSurvey: define(submitSurveyInput, decideSubmitSurvey),
  CorrectAnswers: define(correctAnswersInput, decideCorrectAnswers),
  RecordDataRequest: define(recordDataRequestInput, decideRecordDataRequest),
  AnswerDataRequest: define(answerDataRequestInput, decideAnswerDataRequest),
  VerifySurvey: define(verifySurveyInput, decideVerifySurvey),
  CertifySurvey: define(certifySurveyInput, decideCertifySurvey),
  ReturnSurvey: define(returnSurveyInput, decideReturnSurvey),
  RecheckProblem: define(recheckProblemInput, decideRecheckProblem),
  ReportProblem: define(reportProblemInput, decideReportProblem),
  AnalyseCauses: define(analyseCausesInput, decideAnalyseCauses),
  ReferProblem: define(referProblemInput, decideReferProblem),
  RecordReferralLetter: define(recordReferralLetterInput, decideRecordReferralLetter),
  AcceptReferral: define(acceptReferralInput, decideAcceptReferral),
  ReturnReferral: define(returnReferralInput, decideReturnReferral),
  PublishNeed: define(publishNeedInput, decidePublishNeed),
  WithdrawNeed: define(withdrawNeedInput, decideWithdrawNeed),
  CompleteReferral: define(completeReferralInput, decideCompleteReferral),
  LapseReferral: define(lapseReferralInput, decideLapseReferral),
  ChooseLane: define(chooseLaneInput, decideChooseLane),
  RecordFollowUp: define(recordFollowUpInput, decideRecordFollowUp),
  RequestPause: define(requestPauseInput, decideRequestPause),
  ApprovePause: define(approvePauseInput, decideApprovePause),
  DeclinePause: define(declinePauseInput, decideDeclinePause),
  DrawCallBack: define(drawCallBackInput, decideDrawCallBack),
  AnswerCallBack: define(answerCallBackInput, decideAnswerCallBack),
  RecordRevisit: define(recordRevisitInput, decideRecordRevisit),
  StartWork: define(startWorkInput, decideStartWork),
  RecordAssistance: define(recordAssistanceInput, decideRecordAssistance),
  CloseProblem: define(closeProblemInput, decideCloseProblem),
  MarkSelfResolved: define(markSelfResolvedInput, decideMarkSelfResolved),
  DeclareUnresolvable: define(declareUnresolvableInput, decideDeclareUnresolvable),
  ResumeWork: define(resumeWorkInput, decideResumeWork),
  ProposeCancellation: define(cancelProblemInput, decideProposeCancellation),
  CancelProblem: define(cancelProblemInput, decideCancelProblem),
  DeclineCancellation: define(declineCancellationInput, decideDeclineCancellation),
  ReopenProblem: define(reopenProblemInput, decideReopenProblem),
  ProposePlan: define(proposePlanInput, decideProposePlan),
  ApprovePlan: define(approvePlanInput, decideApprovePlan),
  ReturnPlan: define(returnPlanInput, decideReturnPlan),
  AnswerPlanAction: define(answerPlanActionInput, decideAnswerPlanAction),
  RecordPhotoConsent: define(recordPhotoConsentInput, decideRecordPhotoConsent),
  WithdrawPhotoConsent: define(withdrawPhotoConsentInput, decideWithdrawPhotoConsent),
  CompletePlanAction: define(completePlanActionInput, decideCompletePlanAction),
}

/** Each command's input, by its name: what the wire carries and the outbox keeps. */
export const householdCommandInputs = {
  ImportBaselineHousehold: importBaselineHouseholdInput,
  RegisterHousehold: registerHouseholdInput,
  ...(Object.fromEntries(Object.entries(toExisting).map(([type, { input }]) => [type, input])) as {
    [Type in keyof typeof toExisting]: (typeof toExisting)[Type]['input']
  }),
}

export type HouseholdCommandType = keyof typeof householdCommandInputs

export type HouseholdCommandInput<Type extends HouseholdCommandType> = z.infer<(typeof householdCommandInputs)[Type]>

export type HouseholdCommand = {
  [Type in HouseholdCommandType]: { readonly type: Type; readonly input: HouseholdCommandInput<Type> }
}[HouseholdCommandType]

/** Refusals any command may meet before its own rules are asked. */
export type CommonRefusal =
  | 'not-permitted'
  | 'outside-area'
  | 'household-unknown'
  | 'household-merged'
  | 'changed-by-another'

/** Agencies and partners reach only households opened to them, which the server's scope has already judged. */
const reachesArea = (village: string, { actor }: DecisionContext): boolean =>
  readsReferredOnly(actor) || isInRange(village, actorRange(actor))

/**
 * What a command does to a household: facts to append, nothing when it is already so, or a refusal that says what to do.
 * The same function runs on the phone and in the server; role and area come before the command's own rules.
 */
export const decideHouseholdCommand = (
  household: Household | null,
  command: HouseholdCommand,
  context: DecisionContext,
): Outcome<HouseholdEvent[], string> => {
  if (!mayCommand(context.actor, command.type)) return refuse('not-permitted', { command: command.type })
  // Whoever holds a link answers its one task and does nothing else.
  if (context.actor.task !== undefined && command.type !== 'AnswerPlanAction')
    return refuse('not-permitted', { command: command.type })
  if (command.type === 'ImportBaselineHousehold' || command.type === 'RegisterHousehold') {
    if (!reachesArea(command.input.areaCode, context)) return refuse('outside-area')
    return command.type === 'RegisterHousehold'
      ? decideRegisterHousehold(household, command.input, context)
      : decideImportBaselineHousehold(household, command.input, context)
  }
  if (household === null) return refuse('household-unknown')
  if (!reachesArea(household.areaCode, context)) return refuse('outside-area')
  // What the people of a merged record asked is still answered.
  const outlives = command.type === 'UnmergeHousehold' || command.type === 'AnswerDataRequest'
  if (household.status === 'MERGED' && !outlives) return refuse('household-merged')
  // One table entry belongs to one command type; the compiler cannot follow that through the lookup.
  const { decide } = toExisting[command.type] as CommandDefinition<unknown>
  const decided = decide(household, command.input, context)
  if (!decided.ok) return decided
  const overwriting = refuseOverwriting(household, command.type, command.input, context)
  return overwriting.ok ? decided : overwriting
}
