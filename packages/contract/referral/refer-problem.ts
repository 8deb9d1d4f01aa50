import { type ReferProblemRefusal, referProblemInput } from '@thaiqm/core/referral/refer-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Refer a hardship to an agency. */
export const referProblem = describeCommand<ReferProblemRefusal>()({
  type: 'ReferProblem',
  room: 'referral',
  nameTh: 'ส่งต่อหน่วยงาน',
  nameEn: 'Refer a hardship to an agency',
  input: referProblemInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'agency-missing',
    'due-day-missing',
    'due-day-passed',
    'already-with-agency',
    'need-names-household',
  ],
})
