import { CURRENT_QUESTIONNAIRE, questionnaireByVersion } from '@thaiqm/catalogue/catalogue.ts'
import { expect, test } from 'vitest'
import { NO_ANSWERS } from '../form/form-answers.ts'
import { fourTOfSurvey } from './four-t-of-survey.ts'

const form = questionnaireByVersion(CURRENT_QUESTIONNAIRE)
if (form === undefined) throw new Error('the current questionnaire is released')

test('the form’s answers become the first words of the plan', () => {
  const household = { QA01: ['confident', 'hardworking'], QA03: ['land'], QA05: 'welfare' }
  expect(fourTOfSurvey({ ...NO_ANSWERS, household }, form)).toEqual({
    fourT: { attitude: 'เชื่อมั่นว่าชีวิตดีขึ้นได้ ขยัน มีใจรักงาน', skill: '', resource: 'ที่ดิน', wayOut: '' },
    potential: 'WELFARE',
  })
})

test('a household that was not asked leaves everything blank', () => {
  expect(fourTOfSurvey(NO_ANSWERS, form)).toEqual({
    fourT: { attitude: '', skill: '', resource: '', wayOut: '' },
    potential: null,
  })
})
