import { type ProposePlanRefusal, proposePlanInput } from '@thaiqm/core/plan/propose-plan.ts'
import { describeCommand } from '../wire/command.ts'

/** Propose a household’s plan. */
export const proposePlan = describeCommand<ProposePlanRefusal>()({
  type: 'ProposePlan',
  room: 'plan',
  nameTh: 'เสนอแผนรายครัวเรือน',
  nameEn: 'Propose a household’s plan',
  input: proposePlanInput,
  refusals: [
    'round-unknown',
    'plan-has-no-action',
    'plan-already-approved',
    'problem-unknown',
    'not-in-this-state',
    'owner-missing',
    'due-day-passed',
    'due-day-after-deadline',
    'need-names-household',
  ],
})
