import { type AnalyseCausesRefusal, analyseCausesInput } from '@thaiqm/core/problem/analyse-causes.ts'
import { describeCommand } from '../wire/command.ts'

/** Write down why a hardship is not solved. */
export const analyseCauses = describeCommand<AnalyseCausesRefusal>()({
  type: 'AnalyseCauses',
  room: 'problem',
  nameTh: 'วิเคราะห์สาเหตุ',
  nameEn: 'Write down why a hardship is not solved',
  input: analyseCausesInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'cause-missing'],
})
