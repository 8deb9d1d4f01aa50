import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import { findRefusalSentence } from '@thaiqm/contract/refusal/refusals.ts'
import { writeSentence } from '@thaiqm/contract/refusal/sentence.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import type { RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { kindName, stateName } from './names.ts'

const writeOne = (value: string, language: Language): string => {
  const read = day.safeParse(value)
  if (read.success) return formatDay(read.data, { language })
  if (/^P\d{3}$/.test(value)) return kindName(value, language)
  return /^[A-Z_]{4,}$/.test(value) ? stateName(value, language) : value
}

/** A refusal as a sentence for people: days in B.E., problem kinds and states by their names. */
export const refusalText = (
  refusal: { readonly code: string; readonly details: RefusalDetails },
  language: Language,
): string => {
  const sentence = findRefusalSentence(refusal.code)
  if (sentence === undefined) return language === 'th' ? `ทำรายการไม่ได้ (${refusal.code})` : `Refused (${refusal.code})`
  return writeSentence(sentence[language], refusal.details, (_, value) => {
    const values = Array.isArray(value) ? value : [value]
    return values.map(v => writeOne(String(v), language)).join(', ')
  })
}

/** Why a call did not go through, as a sentence. */
export const failureText = (failure: CallFailure, language: Language): string => {
  if (failure.kind === 'offline')
    return language === 'th'
      ? 'ติดต่อเครื่องแม่ข่ายไม่ได้ โปรดตรวจสอบการเชื่อมต่อแล้วลองใหม่'
      : 'The server cannot be reached. Check the connection and try again.'
  if (failure.kind === 'refused') {
    return findRefusalSentence(failure.refusal.code) === undefined
      ? language === 'th'
        ? failure.refusal.messageTh
        : failure.refusal.messageEn
      : refusalText(failure.refusal, language)
  }
  if (failure.kind === 'other-version')
    return language === 'th' ? 'โปรดโหลดหน้าใหม่ ระบบมีการปรับรุ่น' : 'Please reload the page: the system has been updated.'
  return language === 'th'
    ? 'ระบบขัดข้อง โปรดลองใหม่อีกครั้ง หากยังไม่ได้โปรดแจ้งผู้ดูแลระบบ'
    : 'Something went wrong on the server. Try again, or tell the administrator.'
}
