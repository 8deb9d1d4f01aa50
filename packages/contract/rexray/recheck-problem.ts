import { type RecheckProblemRefusal, recheckProblemInput } from '@thaiqm/core/rexray/decide-verdict.ts'
import { describeCommand } from '../wire/command.ts'

/** Give one old hardship its verdict outside a form. */
export const recheckProblem = describeCommand<RecheckProblemRefusal>()({
  type: 'RecheckProblem',
  room: 'rexray',
  nameTh: 'บันทึกผลตรวจสอบปัญหาเดิมรายเรื่อง',
  nameEn: 'Give one old hardship its verdict outside a form',
  input: recheckProblemInput,
  refusals: [
    'verdict-cause-missing',
    'verdict-plan-day-missing',
    'due-day-passed',
    'due-day-after-deadline',
    'evidence-missing',
    'verdict-reason-missing',
    'verifier-is-recorder',
    'not-in-this-state',
    'verdict-missing',
    'problem-unknown',
    'round-unknown',
    'round-closed',
  ],
})
