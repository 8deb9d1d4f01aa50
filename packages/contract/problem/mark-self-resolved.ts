import { type MarkSelfResolvedRefusal, markSelfResolvedInput } from '@thaiqm/core/problem/mark-self-resolved.ts'
import { describeCommand } from '../wire/command.ts'

/** The household solved it by itself. */
export const markSelfResolved = describeCommand<MarkSelfResolvedRefusal>()({
  type: 'MarkSelfResolved',
  room: 'problem',
  nameTh: 'บันทึกว่าแก้ไขได้ด้วยตนเอง',
  nameEn: 'The household solved it by itself',
  input: markSelfResolvedInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'how-missing', 'day-in-future'],
})
