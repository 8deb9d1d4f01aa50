import {
  type AnswerDataRequestRefusal,
  answerDataRequestInput,
} from '@thaiqm/core/data-request/data-request-command.ts'
import { describeCommand } from '../wire/command.ts'

/** Say what was done about a household's request about its data. */
export const answerDataRequest = describeCommand<AnswerDataRequestRefusal>()({
  type: 'AnswerDataRequest',
  room: 'data-request',
  nameTh: 'ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล',
  nameEn: 'Answer a household’s request about its data',
  input: answerDataRequestInput,
  refusals: ['data-request-unknown', 'data-request-answered', 'reason-missing'],
})
