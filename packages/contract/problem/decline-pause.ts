import { type DecidePauseRefusal, declinePauseInput } from '@thaiqm/core/problem/pause-clock.ts'
import { describeCommand } from '../wire/command.ts'

/** Turn down a pause, with the reason. */
export const declinePause = describeCommand<DecidePauseRefusal | 'reason-missing'>()({
  type: 'DeclinePause',
  room: 'problem',
  nameTh: 'ไม่อนุมัติให้หยุดนับเวลา',
  nameEn: 'Turn down a pause',
  input: declinePauseInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'no-pause-asked',
    'asker-decides',
    'due-day-passed',
    'reason-missing',
  ],
})
