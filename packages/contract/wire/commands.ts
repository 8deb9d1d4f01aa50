import { recordAssistance } from '../assistance/record-assistance.ts'
import { settleConflict } from '../conflict/settle-conflict.ts'
import { answerDataRequest } from '../data-request/answer-data-request.ts'
import { recordDataRequest } from '../data-request/record-data-request.ts'
import { correctHousehold } from '../household/correct-household.ts'
import { importBaselineHousehold } from '../household/import-baseline-household.ts'
import { moveHousehold } from '../household/move-household.ts'
import { recordVisit } from '../household/record-visit.ts'
import { registerHousehold } from '../household/register-household.ts'
import { undoBaselineHousehold } from '../household/undo-baseline-household.ts'
import { recordDeath } from '../member/record-death.ts'
import { giveBackTo } from '../merger/give-back-to.ts'
import { mergeHousehold } from '../merger/merge-household.ts'
import { takeOverFrom } from '../merger/take-over-from.ts'
import { unmergeHousehold } from '../merger/unmerge-household.ts'
import { publishNeed } from '../need/publish-need.ts'
import { withdrawNeed } from '../need/withdraw-need.ts'
import { recordPhotoConsent } from '../photo/record-photo-consent.ts'
import { withdrawPhotoConsent } from '../photo/withdraw-photo-consent.ts'
import { answerPlanAction } from '../plan/answer-plan-action.ts'
import { approvePlan } from '../plan/approve-plan.ts'
import { completePlanAction } from '../plan/complete-plan-action.ts'
import { proposePlan } from '../plan/propose-plan.ts'
import { returnPlan } from '../plan/return-plan.ts'
import { analyseCauses } from '../problem/analyse-causes.ts'
import { answerCallBack } from '../problem/answer-call-back.ts'
import { approvePause } from '../problem/approve-pause.ts'
import { cancelProblem } from '../problem/cancel-problem.ts'
import { chooseLane } from '../problem/choose-lane.ts'
import { closeProblem } from '../problem/close-problem.ts'
import { declareUnresolvable } from '../problem/declare-unresolvable.ts'
import { declineCancellation } from '../problem/decline-cancellation.ts'
import { declinePause } from '../problem/decline-pause.ts'
import { drawCallBack } from '../problem/draw-call-back.ts'
import { markSelfResolved } from '../problem/mark-self-resolved.ts'
import { proposeCancellation } from '../problem/propose-cancellation.ts'
import { recordFollowUp } from '../problem/record-follow-up.ts'
import { recordRevisit } from '../problem/record-revisit.ts'
import { reopenProblem } from '../problem/reopen-problem.ts'
import { reportProblem } from '../problem/report-problem.ts'
import { requestPause } from '../problem/request-pause.ts'
import { resumeWork } from '../problem/resume-work.ts'
import { startWork } from '../problem/start-work.ts'
import { acceptReferral } from '../referral/accept-referral.ts'
import { completeReferral } from '../referral/complete-referral.ts'
import { lapseReferral } from '../referral/lapse-referral.ts'
import { recordReferralLetter } from '../referral/record-referral-letter.ts'
import { referProblem } from '../referral/refer-problem.ts'
import { returnReferral } from '../referral/return-referral.ts'
import { recheckProblem } from '../rexray/recheck-problem.ts'
import { certifySurvey } from '../survey/certify-survey.ts'
import { correctAnswers } from '../survey/correct-answers.ts'
import { returnSurvey } from '../survey/return-survey.ts'
import { submitSurvey } from '../survey/submit-survey.ts'
import { verifySurvey } from '../survey/verify-survey.ts'

/** Every command that may be given to a household, as it crosses the wire inside a push. */
export const commands = [
  importBaselineHousehold,
  undoBaselineHousehold,
  registerHousehold,
  recordVisit,
  correctHousehold,
  moveHousehold,
  recordDeath,
  takeOverFrom,
  mergeHousehold,
  unmergeHousehold,
  giveBackTo,
  settleConflict,
  submitSurvey,
  correctAnswers,
  recordDataRequest,
  answerDataRequest,
  recordPhotoConsent,
  withdrawPhotoConsent,
  verifySurvey,
  certifySurvey,
  returnSurvey,
  recheckProblem,
  reportProblem,
  analyseCauses,
  publishNeed,
  withdrawNeed,
  startWork,
  closeProblem,
  markSelfResolved,
  declareUnresolvable,
  resumeWork,
  proposeCancellation,
  cancelProblem,
  declineCancellation,
  reopenProblem,
  referProblem,
  acceptReferral,
  returnReferral,
  completeReferral,
  lapseReferral,
  recordReferralLetter,
  chooseLane,
  recordFollowUp,
  requestPause,
  approvePause,
  declinePause,
  drawCallBack,
  answerCallBack,
  recordRevisit,
  recordAssistance,
  proposePlan,
  approvePlan,
  returnPlan,
  completePlanAction,
  answerPlanAction,
] as const
