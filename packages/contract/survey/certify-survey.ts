import { certifySurveyInput, type ReviewSurveyRefusal } from '@thaiqm/core/survey/review-survey.ts'
import { describeCommand } from '../wire/command.ts'

/** Certify a verified form. */
export const certifySurvey = describeCommand<ReviewSurveyRefusal>()({
  type: 'CertifySurvey',
  room: 'survey',
  nameTh: 'รับรองแบบสำรวจ (อำเภอ)',
  nameEn: 'Certify a verified form',
  input: certifySurveyInput,
  refusals: [
    'survey-unknown',
    'survey-not-in-this-state',
    'surveyor-verifies',
    'certified-needs-district',
    'reason-missing',
    'conflict-open',
  ],
})
