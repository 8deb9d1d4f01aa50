import { type DecidePlanRefusal, returnPlanInput } from '@thaiqm/core/plan/decide-plan.ts'
import { describeCommand } from '../wire/command.ts'

/** Return a plan with a reason. */
export const returnPlan = describeCommand<DecidePlanRefusal>()({
  type: 'ReturnPlan',
  room: 'plan',
  nameTh: 'ส่งแผนกลับทบทวน',
  nameEn: 'Return a plan with a reason',
  input: returnPlanInput,
  refusals: ['plan-unknown', 'plan-not-waiting', 'proposer-approves', 'reason-missing'],
})
