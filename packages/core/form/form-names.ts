import { FACTS } from './facts.ts'
import type { FormDefinition, Question, QuestionScope } from './form-definition.ts'

/** What a name in `${…}` stands for. */
export interface FormName {
  readonly scope: QuestionScope
  /** The only texts it can ever equal, when it has a fixed list. */
  readonly values?: readonly string[]
  /** Several choices at once: `selected()` must be used, not `=`. */
  readonly multi: boolean
  readonly isQuestion: boolean
}

export type FormNames = ReadonlyMap<string, FormName>

const SCOPES: readonly QuestionScope[] = ['household', 'member', 'problem']
const YES_NO = ['yes', 'no']

/** What a question's answer can be compared with. */
export const nameOfQuestion = (question: Question): FormName => {
  const values = question.type === 'yesno' ? YES_NO : question.choices?.map(choice => choice.value)
  return {
    scope: question.scope,
    multi: question.type === 'multi',
    isQuestion: true,
    ...(values === undefined ? {} : { values }),
  }
}

/** Facts and questions share one space of names; facts come first, so that a question may not take a fact's name. */
export const namesOf = (definition: FormDefinition): FormNames => {
  const names = new Map<string, FormName>()
  for (const scope of SCOPES)
    for (const [name, { values }] of Object.entries(FACTS[scope]))
      names.set(name, { scope, multi: false, isQuestion: false, ...(values === undefined ? {} : { values }) })
  for (const section of definition.sections)
    for (const question of section.questions)
      if (!names.has(question.id)) names.set(question.id, nameOfQuestion(question))
  return names
}
