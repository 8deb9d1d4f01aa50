import { answerText } from '../conflict/tell-conflict.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { AnswerValue } from '../form/form-answers.ts'
import type { Question } from '../form/form-definition.ts'
import { type Member, memberName } from '../member/member.ts'
import type { AnswerChange } from './survey.ts'

type Language = 'th' | 'en'

/** An answer in words; a dash where there is none. */
export const tellAnswer = (question: Question | undefined, value: AnswerValue, language: Language): string =>
  value === null || value === '' ? '–' : answerText(question, value, language)

/**
 * Corrected answers in words, old beside new: "รายได้… 60,000 บาท → 48,000 บาท", with what the form calculates from them.
 * Only of the questions the reader may see.
 */
export const tellChanges = (
  changes: readonly AnswerChange[],
  form: CompiledForm | undefined,
  members: readonly Member[],
  isHidden: (change: AnswerChange) => boolean,
  language: Language,
): string =>
  changes
    .filter(change => !isHidden(change))
    .flatMap(({ scope, instanceId, questionId, from, to }) => {
      const question = form?.questionById.get(questionId)?.question
      const label = question === undefined ? questionId : language === 'th' ? question.labelTh : question.labelEn
      const member = scope === 'member' ? members.find(m => m.id === instanceId) : undefined
      const whose = member === undefined ? '' : ` (${memberName(member)})`
      return [`${label}${whose} ${tellAnswer(question, from, language)} → ${tellAnswer(question, to, language)}`]
    })
    .join(' · ')
