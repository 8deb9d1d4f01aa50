import { type ChooseLaneRefusal, chooseLaneInput } from '@thaiqm/core/problem/choose-lane.ts'
import { describeCommand } from '../wire/command.ts'

/** Choose who moves a hardship on, and when somebody looks again. */
export const chooseLane = describeCommand<ChooseLaneRefusal>()({
  type: 'ChooseLane',
  room: 'problem',
  nameTh: 'เลือกช่องทางแก้ไข',
  nameEn: 'Choose who moves a hardship on',
  input: chooseLaneInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'lane-owner-missing',
    'care-only',
    'due-day-passed',
    'look-again-too-late',
  ],
})
