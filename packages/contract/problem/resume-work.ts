import { type ResumeWorkRefusal, resumeWorkInput } from '@thaiqm/core/problem/resume-work.ts'
import { describeCommand } from '../wire/command.ts'

/** Take an unresolvable hardship up again. */
export const resumeWork = describeCommand<ResumeWorkRefusal>()({
  type: 'ResumeWork',
  room: 'problem',
  nameTh: 'กลับมาดำเนินการ',
  nameEn: 'Take an unresolvable hardship up again',
  input: resumeWorkInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'reason-missing'],
})
