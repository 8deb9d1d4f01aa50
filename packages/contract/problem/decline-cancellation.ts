import { type DeclineCancellationRefusal, declineCancellationInput } from '@thaiqm/core/problem/cancel-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Decline a proposed cancellation. */
export const declineCancellation = describeCommand<DeclineCancellationRefusal>()({
  type: 'DeclineCancellation',
  room: 'problem',
  nameTh: 'ไม่อนุมัติการยกเลิก',
  nameEn: 'Decline a proposed cancellation',
  input: declineCancellationInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'reason-missing', 'nothing-proposed'],
})
