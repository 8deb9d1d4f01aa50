import { type CancelProblemRefusal, cancelProblemInput } from '@thaiqm/core/problem/cancel-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Propose to cancel a hardship. */
export const proposeCancellation = describeCommand<CancelProblemRefusal>()({
  type: 'ProposeCancellation',
  room: 'problem',
  nameTh: 'เสนอยกเลิกปัญหา',
  nameEn: 'Propose to cancel a hardship',
  input: cancelProblemInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'reason-missing', 'survivor-unknown', 'proposer-decides'],
})
