import { type CancelProblemRefusal, cancelProblemInput } from '@thaiqm/core/problem/cancel-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Cancel a hardship. */
export const cancelProblem = describeCommand<CancelProblemRefusal>()({
  type: 'CancelProblem',
  room: 'problem',
  nameTh: 'ยกเลิกปัญหา',
  nameEn: 'Cancel a hardship',
  input: cancelProblemInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'reason-missing', 'survivor-unknown', 'proposer-decides'],
})
