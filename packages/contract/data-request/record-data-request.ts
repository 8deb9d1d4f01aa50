import {
  type RecordDataRequestRefusal,
  recordDataRequestInput,
} from '@thaiqm/core/data-request/data-request-command.ts'
import { describeCommand } from '../wire/command.ts'

/** Record that a household asks to see its data, to have it corrected, or objects to its use. */
export const recordDataRequest = describeCommand<RecordDataRequestRefusal>()({
  type: 'RecordDataRequest',
  room: 'data-request',
  nameTh: 'บันทึกคำขอเกี่ยวกับข้อมูลส่วนบุคคล',
  nameEn: 'Record a household’s request about its data',
  input: recordDataRequestInput,
  refusals: ['asker-missing', 'request-words-missing', 'day-in-future'],
})
