import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { type AnswerValue, DECLINED, type FormAnswers } from '@thaiqm/core/form/form-answers.ts'
import { type FormDefinition, HELD_BY_COMMAND, type Question } from '@thaiqm/core/form/form-definition.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'
import { kindName } from '../platform/names.ts'

const words = defineWords({
  yes: { th: 'ใช่', en: 'Yes' },
  no: { th: 'ไม่ใช่', en: 'No' },
  declined: { th: 'ไม่สะดวกถาม', en: 'Not asked' },
  acknowledged: { th: 'รับทราบแล้ว', en: 'Acknowledged' },
  signed: { th: 'ลงนามแล้ว', en: 'Signed' },
  baht: { th: 'บาท', en: 'baht' },
  everyone: { th: (n: number) => `ทุกคน (${n} คน)`, en: n => `everyone (${n})` },
})

/** One answer beside the one of the round before; `changed` only where both rounds have one. */
export interface ShownAnswer {
  readonly key: string
  readonly question: string
  /** Whose answer it is; empty for the household's. */
  readonly whose: string
  readonly now: string
  readonly before: string | null
  readonly isChanged: boolean
}

export interface ShownSection {
  readonly id: string
  readonly title: string
  /** The whole section was answered "เหมือนรอบก่อน". */
  readonly isSame: boolean
  readonly answers: readonly ShownAnswer[]
}

const choiceLabel = (question: Question, value: string, language: Language): string => {
  const choice = question.choices?.find(one => one.value === value)
  return choice === undefined ? value : language === 'th' ? choice.labelTh : choice.labelEn
}

/** An answer as people read it; nothing for none. */
export const writeAnswer = (question: Question, value: AnswerValue | undefined, language: Language): string | null => {
  const say = speak(words, language)
  if (value === undefined || value === null || value === '') return null
  if (value === DECLINED) return say.declined
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map(one => choiceLabel(question, one, language)).join(', ')
  }
  if (typeof value === 'object') return `${value.lat.toFixed(5)}, ${value.lng.toFixed(5)}`
  if (question.type === 'ack') return value === true || value === 'yes' ? say.acknowledged : null
  if (question.type === 'signature') return say.signed
  if (value === true || (question.type === 'yesno' && value === 'yes')) return say.yes
  if (value === false || (question.type === 'yesno' && value === 'no')) return say.no
  if (typeof value === 'number') {
    const written = formatNumber(value, language, { decimals: Number.isInteger(value) ? 0 : 2 })
    const unit = question.type === 'money' ? (question.unit ?? say.baht) : question.unit
    return unit === undefined ? written : `${written} ${unit}`
  }
  const asDay = question.type === 'date' ? day.safeParse(value) : null
  if (asDay?.success === true) return formatDay(asDay.data, { language })
  return choiceLabel(question, value, language)
}

interface Subject {
  readonly id: string
  readonly name: string
}

const subjectsOf = (
  question: Question,
  household: HouseholdView,
  answers: FormAnswers,
  language: Language,
): Subject[] => {
  if (question.scope === 'household') return [{ id: '', name: '' }]
  if (question.scope === 'member') {
    return Object.keys(answers.members).map(id => {
      const member = household.members.find(one => one.id === id)
      return { id, name: member === undefined ? '–' : memberName(member) }
    })
  }
  return Object.keys(answers.problems).map(id => {
    const problem = household.problems.find(one => one.id === id)
    return { id, name: problem === undefined ? '–' : `${problem.kindCode} ${kindName(problem.kindCode, language)}` }
  })
}

const answerOf = (answers: FormAnswers, question: Question, subject: Subject): AnswerValue | undefined => {
  if (question.scope === 'household') return answers.household[question.id]
  const of = question.scope === 'member' ? answers.members : answers.problems
  return of[subject.id]?.[question.id]
}

// Most questions about members have one answer for all of them; one line then says it.
const asOne = (answers: readonly ShownAnswer[], language: Language): readonly ShownAnswer[] => {
  const [first, ...others] = answers
  if (first === undefined || others.length === 0) return answers
  const isSame = others.every(one => one.now === first.now && one.before === first.before)
  return isSame ? [{ ...first, whose: speak(words, language).everyone(answers.length) }] : answers
}

/**
 * A form's answers by section for reading, each beside the answer of the round before. Questions without an answer
 * in either round are left out; what a command holds in its own fields (members, address) is shown elsewhere.
 */
export const shownAnswers = (
  form: FormDefinition,
  household: HouseholdView,
  now: { readonly answers: FormAnswers; readonly sameAsLastRound: readonly string[] },
  before: FormAnswers | null,
  language: Language,
): readonly ShownSection[] =>
  form.sections
    .map(section => ({
      id: section.id,
      title: language === 'th' ? section.titleTh : section.titleEn,
      isSame: now.sameAsLastRound.includes(section.id),
      answers: section.questions
        .filter(question => !HELD_BY_COMMAND.has(question.type) || question.type === 'signature')
        .flatMap(question => {
          const answers = subjectsOf(question, household, now.answers, language).flatMap(subject => {
            const written = writeAnswer(question, answerOf(now.answers, question, subject), language)
            const earlier =
              before === null ? null : writeAnswer(question, answerOf(before, question, subject), language)
            if (written === null && earlier === null) return []
            return [
              {
                key: `${question.id}-${subject.id}`,
                question: language === 'th' ? question.labelTh : question.labelEn,
                whose: subject.name,
                now: written ?? '–',
                before: earlier,
                isChanged: earlier !== null && written !== null && earlier !== written,
              },
            ]
          })
          return question.scope === 'member' ? asOne(answers, language) : answers
        }),
    }))
    .filter(section => section.isSame || section.answers.length > 0)
