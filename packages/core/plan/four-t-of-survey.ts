import type { FormAnswers } from '../form/form-answers.ts'
import type { FormDefinition } from '../form/form-definition.ts'
import type { FourT } from './plan.ts'

/** The questions of ๔ท in the released forms; a form that has none of them simply fills in nothing. */
const questionOf: Readonly<Record<keyof FourT, string>> = {
  attitude: 'QA01',
  skill: 'QA02',
  resource: 'QA03',
  wayOut: 'QA04',
}
const POTENTIAL = 'QA05'

const labelsOf = (questionId: string, answers: FormAnswers, form: FormDefinition): string => {
  const question = form.sections.flatMap(section => section.questions).find(one => one.id === questionId)
  const answer = answers.household[questionId]
  const values = Array.isArray(answer) ? answer : [answer]
  return (question?.choices ?? [])
    .filter(choice => values.includes(choice.value))
    .map(choice => choice.labelTh)
    .join(' ')
}

/** What the household said about itself, as the first words of the plan: 4ท in Thai, and its potential where it was asked. */
export const fourTOfSurvey = (
  answers: FormAnswers,
  form: FormDefinition,
): { readonly fourT: FourT; readonly potential: 'DEVELOPABLE' | 'WELFARE' | null } => {
  const potential = answers.household[POTENTIAL]
  return {
    fourT: {
      attitude: labelsOf(questionOf.attitude, answers, form),
      skill: labelsOf(questionOf.skill, answers, form),
      resource: labelsOf(questionOf.resource, answers, form),
      wayOut: labelsOf(questionOf.wayOut, answers, form),
    },
    potential: potential === 'welfare' ? 'WELFARE' : potential === 'developable' ? 'DEVELOPABLE' : null,
  }
}
