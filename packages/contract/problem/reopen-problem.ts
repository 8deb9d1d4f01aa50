import { type ReopenProblemRefusal, reopenProblemInput } from '@thaiqm/core/problem/reopen-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Open a solved hardship that came back. */
export const reopenProblem = describeCommand<ReopenProblemRefusal>()({
  type: 'ReopenProblem',
  room: 'problem',
  nameTh: 'เปิดปัญหาที่เกิดซ้ำ',
  nameEn: 'Open a solved hardship that came back',
  input: reopenProblemInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'reason-missing'],
})
