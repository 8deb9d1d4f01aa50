import { type CloseProblemRefusal, closeProblemInput } from '@thaiqm/core/problem/close-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Verify that a hardship is solved. */
export const closeProblem = describeCommand<CloseProblemRefusal>()({
  type: 'CloseProblem',
  room: 'problem',
  nameTh: 'ตรวจรับผลการแก้ไข',
  nameEn: 'Verify that a hardship is solved',
  input: closeProblemInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'no-help-recorded',
    'evidence-missing',
    'photo-after-missing',
    'photo-before-missing',
    'document-missing',
    'verifier-is-recorder',
    'verifier-is-giver',
  ],
})
