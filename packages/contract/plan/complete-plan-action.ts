import { type CompletePlanActionRefusal, completePlanActionInput } from '@thaiqm/core/plan/decide-plan.ts'
import { describeCommand } from '../wire/command.ts'

/** Record that a planned action is done. */
export const completePlanAction = describeCommand<CompletePlanActionRefusal>()({
  type: 'CompletePlanAction',
  room: 'plan',
  nameTh: 'บันทึกผลกิจกรรมตามแผน',
  nameEn: 'Record that a planned action is done',
  input: completePlanActionInput,
  refusals: ['plan-unknown', 'plan-not-approved', 'action-unknown', 'action-already-done', 'result-missing'],
})
