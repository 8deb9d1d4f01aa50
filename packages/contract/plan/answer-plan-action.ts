import { type AnswerPlanActionRefusal, answerPlanActionInput } from '@thaiqm/core/plan/answer-plan-action.ts'
import { describeCommand } from '../wire/command.ts'

/** The owner of a planned action answers for it: accepted, done, cannot. */
export const answerPlanAction = describeCommand<AnswerPlanActionRefusal>()({
  type: 'AnswerPlanAction',
  room: 'plan',
  nameTh: 'ตอบกิจกรรมในแผน (รับ เสร็จแล้ว ทำไม่ได้)',
  nameEn: 'Answer for a planned action',
  input: answerPlanActionInput,
  refusals: [
    'plan-unknown',
    'plan-not-approved',
    'action-unknown',
    'action-already-done',
    'result-missing',
    'reason-missing',
    'answerer-missing',
  ],
})
