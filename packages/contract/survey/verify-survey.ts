import { type ReviewSurveyRefusal, verifySurveyInput } from '@thaiqm/core/survey/review-survey.ts'
import { describeCommand } from '../wire/command.ts'

/** Verify a form that somebody else surveyed. */
export const verifySurvey = describeCommand<ReviewSurveyRefusal>()({
  type: 'VerifySurvey',
  room: 'survey',
  nameTh: 'ตรวจแบบสำรวจ (ตำบล)',
  nameEn: 'Verify a form that somebody else surveyed',
  input: verifySurveyInput,
  refusals: [
    'survey-unknown',
    'survey-not-in-this-state',
    'surveyor-verifies',
    'certified-needs-district',
    'reason-missing',
    'conflict-open',
  ],
})
