import { type RequestPauseRefusal, requestPauseInput } from '@thaiqm/core/problem/pause-clock.ts'
import { describeCommand } from '../wire/command.ts'

/** Ask for the clock of a hardship to stand still. */
export const requestPause = describeCommand<RequestPauseRefusal>()({
  type: 'RequestPause',
  room: 'problem',
  nameTh: 'ขอหยุดนับเวลา',
  nameEn: 'Ask for a clock to stand still',
  input: requestPauseInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'reason-missing',
    'due-day-passed',
    'pause-too-long',
    'pauses-used-up',
    'pause-already-asked',
    'already-overdue',
  ],
})
