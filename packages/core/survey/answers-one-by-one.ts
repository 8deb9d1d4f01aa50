import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import type { QuestionScope } from '../form/form-definition.ts'

export interface SaidPlace {
  readonly scope: QuestionScope
  readonly instanceId: string | null
  readonly questionId: string
}

export interface SaidAnswer extends SaidPlace {
  readonly value: AnswerValue
}

/** Every answer of a form, one by one. */
export const answersOneByOne = (answers: FormAnswers): readonly SaidAnswer[] => {
  const own = (
    scope: QuestionScope,
    instanceId: string | null,
    by: Readonly<Record<string, AnswerValue>>,
  ): SaidAnswer[] => Object.entries(by).map(([questionId, value]) => ({ scope, instanceId, questionId, value }))
  return [
    ...own('household', null, answers.household),
    ...Object.entries(answers.members).flatMap(([id, by]) => own('member', id, by)),
    ...Object.entries(answers.problems).flatMap(([id, by]) => own('problem', id, by)),
  ]
}

const withAnswer = (answers: FormAnswers, { scope, instanceId, questionId, value }: SaidAnswer): FormAnswers => {
  const put = (by: Readonly<Record<string, AnswerValue>> = {}) => {
    const { [questionId]: _, ...rest } = by
    return value === null ? rest : { ...rest, [questionId]: value }
  }
  if (scope === 'household') return { ...answers, household: put(answers.household) }
  const room = scope === 'member' ? 'members' : 'problems'
  const id = instanceId ?? ''
  return { ...answers, [room]: { ...answers[room], [id]: put(answers[room][id]) } }
}

/** A form's answers with some of them changed; null takes one away. */
export const withAnswers = (answers: FormAnswers, changed: readonly SaidAnswer[]): FormAnswers =>
  changed.reduce(withAnswer, answers)

/** One answer of a form; null when it is not given. */
export const saidAt = (answers: FormAnswers, { scope, instanceId, questionId }: SaidPlace): AnswerValue => {
  const room = scope === 'member' ? answers.members : answers.problems
  const own = scope === 'household' ? answers.household : room[instanceId ?? '']
  return own?.[questionId] ?? null
}
