import { type AnswerValue, DECLINED } from '@thaiqm/core/form/form-answers.ts'
import type { Question } from '@thaiqm/core/form/form-definition.ts'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'

const words = defineWords({
  yes: { th: 'ใช่', en: 'Yes' },
  no: { th: 'ไม่ใช่', en: 'No' },
  declined: { th: 'ไม่สะดวกให้ข้อมูล', en: 'Rather not say' },
})

/** An answer in a word or two, as the surveyor chose it; empty for none and for what has no words (a place, a signature). */
export const answerText = (question: Question, value: AnswerValue, language: Language): string => {
  const said = speak(words, language)
  const choiceText = (chosen: string): string => {
    if (chosen === DECLINED) return said.declined
    if (question.type === 'yesno' && (chosen === 'yes' || chosen === 'no')) return said[chosen]
    const choice = question.choices?.find(one => one.value === chosen)
    return choice === undefined ? chosen : language === 'th' ? choice.labelTh : choice.labelEn
  }
  if (Array.isArray(value)) return value.map(choiceText).join(', ')
  if (typeof value === 'boolean') return value ? said.yes : said.no
  if (typeof value === 'number') return [formatNumber(value, language), question.unit].filter(Boolean).join(' ')
  return typeof value === 'string' ? choiceText(value) : ''
}
