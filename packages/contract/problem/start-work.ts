import type { FindProblemRefusal } from '@thaiqm/core/problem/find-problem.ts'
import { startWorkInput } from '@thaiqm/core/problem/start-work.ts'
import { describeCommand } from '../wire/command.ts'

/** Begin work on a hardship. */
export const startWork = describeCommand<FindProblemRefusal>()({
  type: 'StartWork',
  room: 'problem',
  nameTh: 'เริ่มดำเนินการ',
  nameEn: 'Begin work on a hardship',
  input: startWorkInput,
  refusals: ['problem-unknown', 'not-in-this-state'],
})
