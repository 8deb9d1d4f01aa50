import { type DeclareUnresolvableRefusal, declareUnresolvableInput } from '@thaiqm/core/problem/declare-unresolvable.ts'
import { describeCommand } from '../wire/command.ts'

/** Find a hardship beyond the area’s power, in continuing care. */
export const declareUnresolvable = describeCommand<DeclareUnresolvableRefusal>()({
  type: 'DeclareUnresolvable',
  room: 'problem',
  nameTh: 'วินิจฉัยว่าแก้ไขไม่ได้/เกินอำนาจ',
  nameEn: 'Find a hardship beyond the area’s power, in continuing care',
  input: declareUnresolvableInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'reason-missing',
    'continuing-care-missing',
    'due-day-passed',
    'look-again-too-late',
  ],
})
