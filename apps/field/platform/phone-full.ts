import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'
import type { Refused } from './refusal-text.ts'

const words = defineWords({
  full: {
    th: 'บันทึกไม่ได้ เพราะพื้นที่ในเครื่องเต็ม โปรดลบไฟล์หรือภาพอื่นในเครื่องแล้วลองใหม่ ข้อมูลที่บันทึกไว้ก่อนหน้านี้ยังอยู่ครบ',
    en: 'This could not be saved: the phone is full. Delete other files or pictures and try again. What was saved before is still here.',
  },
})

export const PHONE_FULL = 'phone-full'

/** Whether a write failed because the phone has no room left; browsers say it in one of two places. */
export const isPhoneFull = (failure: unknown): boolean => {
  if (typeof failure !== 'object' || failure === null) return false
  const { name, inner } = failure as { readonly name?: unknown; readonly inner?: { readonly name?: unknown } | null }
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError'
}

/** Writes to this phone; where it has no room left that is a refusal and no fault. */
export const refusedWhenFull = async (write: () => Promise<unknown>): Promise<Refused | null> => {
  try {
    await write()
    return null
  } catch (failure) {
    if (isPhoneFull(failure)) return { ok: false, refusal: { code: PHONE_FULL, details: {} } }
    throw failure
  }
}

/** What is said then: what to do, and that nothing is lost. */
export const phoneFullText = (language: Language): string => speak(words, language).full
