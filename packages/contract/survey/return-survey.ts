import { type ReviewSurveyRefusal, returnSurveyInput } from '@thaiqm/core/survey/review-survey.ts'
import { describeCommand } from '../wire/command.ts'

/** Return a form with a reason. */
export const returnSurvey = describeCommand<ReviewSurveyRefusal>()({
  type: 'ReturnSurvey',
  room: 'survey',
  nameTh: 'ส่งแบบสำรวจกลับแก้ไข',
  nameEn: 'Return a form with a reason',
  input: returnSurveyInput,
  refusals: [
    'survey-unknown',
    'survey-not-in-this-state',
    'surveyor-verifies',
    'certified-needs-district',
    'reason-missing',
    'conflict-open',
  ],
})
