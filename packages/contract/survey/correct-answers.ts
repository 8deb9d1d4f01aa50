import { type CorrectAnswersRefusal, correctAnswersInput } from '@thaiqm/core/survey/correct-answers.ts'
import { describeCommand } from '../wire/command.ts'

/** Put answers of a form right at the household's request; the old ones stay in the ledger. */
export const correctAnswers = describeCommand<CorrectAnswersRefusal>()({
  type: 'CorrectAnswers',
  room: 'survey',
  nameTh: 'แก้ไขคำตอบในแบบสำรวจ',
  nameEn: 'Correct answers of a form at the household’s request',
  input: correctAnswersInput,
  refusals: [
    'reason-missing',
    'survey-unknown',
    'survey-not-in-this-state',
    'form-unknown',
    'question-unknown',
    'question-restricted',
    'answer-unchanged',
    'answers-missing',
    'answers-invalid',
    'raised-differs',
    'removal-reason-missing',
    'round-unknown',
    'kind-unknown',
  ],
})
