import { approvePlanInput, type DecidePlanRefusal } from '@thaiqm/core/plan/decide-plan.ts'
import { describeCommand } from '../wire/command.ts'

/** Approve a plan. */
export const approvePlan = describeCommand<DecidePlanRefusal>()({
  type: 'ApprovePlan',
  room: 'plan',
  nameTh: 'อนุมัติแผน',
  nameEn: 'Approve a plan',
  input: approvePlanInput,
  refusals: ['plan-unknown', 'plan-not-waiting', 'proposer-approves', 'reason-missing'],
})
