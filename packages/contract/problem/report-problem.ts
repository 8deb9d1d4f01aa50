import { type ReportProblemRefusal, reportProblemInput } from '@thaiqm/core/problem/report-problem.ts'
import { describeCommand } from '../wire/command.ts'

/** Record a hardship that came up outside a form. */
export const reportProblem = describeCommand<ReportProblemRefusal>()({
  type: 'ReportProblem',
  room: 'problem',
  nameTh: 'เพิ่มปัญหาที่พบนอกแบบสำรวจ',
  nameEn: 'Record a hardship that came up outside a form',
  input: reportProblemInput,
  refusals: ['round-unknown', 'kind-unknown', 'member-unknown', 'problem-already-recorded'],
})
