import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { DECLINED, NO_ANSWERS } from '@thaiqm/core/form/form-answers.ts'
import { formDefinition, type Question, question } from '@thaiqm/core/form/form-definition.ts'
import { expect, test } from 'vitest'
import { shownAnswers, writeAnswer } from './shown-answers.ts'

const asked = (of: Partial<Question>): Question =>
  question.parse({ id: 'Q1', scope: 'household', type: 'text', labelTh: 'ข้อ', labelEn: 'Item', required: false, ...of })
const water = asked({
  type: 'multi',
  choices: [
    { value: 'rain', labelTh: 'น้ำฝน', labelEn: 'Rain' },
    { value: 'tap', labelTh: 'ประปา', labelEn: 'Tap' },
  ],
})

test('answers are written by their type', () => {
  expect(writeAnswer(water, ['rain', 'tap'], 'th')).toBe('น้ำฝน, ประปา')
  expect(writeAnswer(asked({ type: 'yesno' }), 'no', 'th')).toBe('ไม่ใช่')
  expect(writeAnswer(asked({ type: 'money' }), 38000, 'th')).toBe('38,000 บาท')
  expect(writeAnswer(asked({ type: 'date' }), '2024-01-31', 'th')).toBe('31 ม.ค. 2567')
  expect(writeAnswer(asked({}), DECLINED, 'th')).toBe('ไม่สะดวกถาม')
  expect(writeAnswer(asked({}), null, 'th')).toBeNull()
  expect(writeAnswer(water, [], 'th')).toBeNull()
})

const form = formDefinition.parse({
  version: 'test-form',
  titleTh: 'แบบ',
  titleEn: 'Form',
  sections: [
    {
      id: 'living',
      titleTh: 'ความเป็นอยู่',
      titleEn: 'Living',
      mayBeSameAsLastRound: true,
      questions: [water, asked({ id: 'Q2' })],
    },
    { id: 'income', titleTh: 'รายได้', titleEn: 'Income', mayBeSameAsLastRound: true, questions: [asked({ id: 'Q3' })] },
  ],
})
const household = { members: [], problems: [] } as unknown as HouseholdView

test('then and now stand side by side, a change is marked, and what nobody answered is left out', () => {
  const now = { answers: { ...NO_ANSWERS, household: { Q1: ['tap'] } }, sameAsLastRound: ['income'] }
  const before = { ...NO_ANSWERS, household: { Q1: ['rain'] } }
  const [living, income] = shownAnswers(form, household, now, before, 'th')
  expect(living?.answers).toEqual([
    { key: 'Q1-', question: 'ข้อ', whose: '', now: 'ประปา', before: 'น้ำฝน', isChanged: true },
  ])
  expect(income).toMatchObject({ isSame: true, answers: [] })
})

test('members who answer alike share one line; one who differs gets all their lines', () => {
  const memberForm = formDefinition.parse({
    ...form,
    sections: [{ ...form.sections[0], questions: [asked({ id: 'Q9', scope: 'member', type: 'yesno' })] }],
  })
  const answersOf = (second: string) => ({
    answers: { ...NO_ANSWERS, members: { a: { Q9: 'yes' }, b: { Q9: second } } },
    sameAsLastRound: [],
  })
  const rows = (second: string) => shownAnswers(memberForm, household, answersOf(second), null, 'th')[0]?.answers
  expect(rows('yes')).toMatchObject([{ whose: 'ทุกคน (2 คน)', now: 'ใช่' }])
  expect(rows('no')).toMatchObject([{ now: 'ใช่' }, { now: 'ไม่ใช่' }])
})
