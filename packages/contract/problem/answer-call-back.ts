import { type AnswerCallBackRefusal, answerCallBackInput } from '@thaiqm/core/problem/call-back.ts'
import { describeCommand } from '../wire/command.ts'

/** Record what a household says when it is called back. */
export const answerCallBack = describeCommand<AnswerCallBackRefusal>()({
  type: 'AnswerCallBack',
  room: 'problem',
  nameTh: 'บันทึกผลโทรสอบทาน',
  nameEn: 'Record what a called-back household says',
  input: answerCallBackInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'no-call-back', 'words-missing', 'caller-took-part'],
})
