import { type AnswerValue, DECLINED, type FormAnswers, NO_ANSWERS } from '../form/form-answers.ts'
import type { FormDefinition, Question } from '../form/form-definition.ts'
import type { Survey } from './survey.ts'

export interface StandingAnswers {
  readonly answers: FormAnswers
  /** The questions the answers belong to, by id; a later form's wording stands before an earlier one's. */
  readonly questions: ReadonlyMap<string, Question>
}

type Each = Readonly<Record<string, AnswerValue>>

const pickEach = (of: Each, ids: ReadonlySet<string>): Each =>
  Object.fromEntries(Object.entries(of).filter(([id]) => ids.has(id)))

const layOver = (under: FormAnswers['members'], over: FormAnswers['members']): FormAnswers['members'] => ({
  ...under,
  ...Object.fromEntries(Object.entries(over).map(([id, own]) => [id, { ...under[id], ...own }])),
})

/**
 * What the household's newest form says, the sections it answered with "เหมือนรอบก่อน" filled from the form before.
 * Forms of a version nobody knows are passed over.
 */
export const standingAnswers = (
  surveys: readonly Pick<Survey, 'formVersion' | 'answers' | 'sameAsLastRound'>[],
  findForm: (version: string) => Pick<{ readonly definition: FormDefinition }, 'definition'> | undefined,
): StandingAnswers => {
  const newest = surveys.at(-1)
  if (newest === undefined) return { answers: NO_ANSWERS, questions: new Map() }
  const before = standingAnswers(surveys.slice(0, -1), findForm)
  const form = findForm(newest.formVersion)?.definition
  if (form === undefined) return before
  const same = form.sections.filter(section => newest.sameAsLastRound.includes(section.id))
  const kept = new Set(same.flatMap(section => section.questions.map(question => question.id)))
  const keptMembers = Object.fromEntries(
    Object.entries(before.answers.members).map(([id, own]) => [id, pickEach(own, kept)]),
  )
  const asked = form.sections.flatMap(section => section.questions.map(question => [question.id, question] as const))
  return {
    answers: {
      household: { ...pickEach(before.answers.household, kept), ...newest.answers.household },
      members: layOver(keptMembers, newest.answers.members),
      problems: newest.answers.problems,
    },
    questions: new Map([...before.questions, ...asked]),
  }
}

/** The Thai words of the choices taken in a question, in the form's own order; empty where nothing was said. */
export const choiceLabels = (question: Question | undefined, answer: AnswerValue | undefined): readonly string[] => {
  if (answer === DECLINED) return ['ไม่สะดวกตอบ']
  const taken: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return (question?.choices ?? []).filter(choice => taken.includes(choice.value)).map(choice => choice.labelTh)
}
