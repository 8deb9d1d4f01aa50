import { withdrawNeedInput } from '@thaiqm/core/need/withdraw-need.ts'
import type { FindProblemRefusal } from '@thaiqm/core/problem/find-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Take a published need back. */
export const withdrawNeed = describeCommand<FindProblemRefusal>()({
  type: 'WithdrawNeed',
  room: 'need',
  nameTh: 'ยุติการเผยแพร่ความต้องการ',
  nameEn: 'Take a published need back',
  input: withdrawNeedInput,
  refusals: ['problem-unknown', 'not-in-this-state'],
})
