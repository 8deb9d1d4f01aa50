import { approvePauseInput, type DecidePauseRefusal } from '@thaiqm/core/problem/pause-clock.ts'
import { describeCommand } from '../wire/command.ts'

/** Let the clock of a hardship stand still. */
export const approvePause = describeCommand<DecidePauseRefusal>()({
  type: 'ApprovePause',
  room: 'problem',
  nameTh: 'อนุมัติให้หยุดนับเวลา',
  nameEn: 'Approve a pause',
  input: approvePauseInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'no-pause-asked', 'asker-decides', 'due-day-passed'],
})
