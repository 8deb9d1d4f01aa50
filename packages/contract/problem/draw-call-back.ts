import { drawCallBackInput } from '@thaiqm/core/problem/call-back.ts'
import type { FindProblemRefusal } from '@thaiqm/core/problem/find-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Given by the server's own hand only. */
export const drawCallBack = describeCommand<FindProblemRefusal>()({
  type: 'DrawCallBack',
  room: 'problem',
  nameTh: 'สุ่มโทรสอบทาน',
  nameEn: 'Draw a call-back',
  input: drawCallBackInput,
  refusals: ['problem-unknown', 'not-in-this-state'],
})
