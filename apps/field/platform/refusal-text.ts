import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { findRefusalSentence } from '@thaiqm/contract/refusal/refusals.ts'
import { type WriteDetail, writeSentence } from '@thaiqm/contract/refusal/sentence.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import type { RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { type Language, speak } from '@thaiqm/ui/words.ts'

export interface RefusalGiven {
  readonly code: string
  readonly details: RefusalDetails
}

/** What a command comes to that was not taken. */
export interface Refused {
  readonly ok: false
  readonly refusal: RefusalGiven
}

const kindName = (code: string, language: Language): string => {
  const kind = problemKindByCode.get(code)
  return kind === undefined ? code : `${code} ${language === 'th' ? kind.shortTh : kind.en}`
}

const writeFor =
  (language: Language): WriteDetail =>
  (name, value) => {
    if (Array.isArray(value)) {
      return value.map(one => (name === 'kinds' ? kindName(one, language) : one)).join(', ')
    }
    const text = String(value)
    if (name === 'kind') return kindName(text, language)
    if (name === 'state')
      return Object.entries(speak(problemStateNames, language)).find(([k]) => k === text)?.[1] ?? text
    const asDay = day.safeParse(text)
    return asDay.success ? formatDay(asDay.data, { language }) : text
  }

/** What a refusal says to a person, in full sentences, days in B.E. and hardships by their names. */
export const refusalText = ({ code, details }: RefusalGiven, language: Language): string => {
  const sentence = findRefusalSentence(code)
  if (sentence === undefined) {
    return language === 'th' ? `ระบบยังไม่รับรายการนี้ (${code})` : `This was not accepted (${code}).`
  }
  return writeSentence(sentence[language], details, writeFor(language))
}
