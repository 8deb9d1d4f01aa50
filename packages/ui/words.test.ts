import { describe, expect, it } from 'vitest'
import { uiWords } from './ui-words.ts'
import { defineWords, speak } from './words.ts'

describe('words', () => {
  const words = defineWords({
    save: { th: 'บันทึก', en: 'Save' },
    left: { th: (count: number) => `เหลือ ${count} ข้อ`, en: count => `${count} left` },
  })

  it('are spoken in the chosen language', () => {
    expect(speak(words, 'th').save).toBe('บันทึก')
    expect(speak(words, 'en').save).toBe('Save')
  })

  it('take the arguments their sentence needs', () => {
    expect(speak(words, 'th').left(3)).toBe('เหลือ 3 ข้อ')
    expect(speak(words, 'en').left(3)).toBe('3 left')
  })

  it('hold “Re-X-Ray” and the repetition mark together at the end of a line', () => {
    const held = defineWords({ round: { th: (year: string) => `รอบ Re-X-Ray ${year} ต่าง ๆ`, en: () => 'Re-X-Ray' } })
    expect(speak(held, 'th').round('2567')).toBe('รอบ Re-\u2060X-\u2060Ray 2567 ต่าง\u00a0ๆ')
    expect(speak(held, 'en').round('2567')).toBe('Re-\u2060X-\u2060Ray')
  })

  it('are refused by the compiler when English is missing or asks for other arguments', () => {
    // @ts-expect-error English is missing
    defineWords({ save: { th: 'บันทึก' } })
    // @ts-expect-error English wants text where Thai gives a number
    defineWords({ left: { th: (count: number) => `เหลือ ${count}`, en: (name: string) => name } })
    // @ts-expect-error English is a function where Thai is a sentence
    defineWords({ save: { th: 'บันทึก', en: () => 'Save' } })
  })
})

describe('the words of the components', () => {
  it('are Thai in Thai and not Thai in English', () => {
    const wordsOf = (language: 'th' | 'en') =>
      Object.entries(speak(uiWords, language)).map(([key, word]) => [
        key,
        typeof word === 'string' ? word : (word as (...args: unknown[]) => string)(1, 2, 3),
      ])
    for (const [key, text] of wordsOf('th')) expect.soft(text, String(key)).toMatch(/[ก-๙]/)
    for (const [key, text] of wordsOf('en')) expect.soft(text, String(key)).not.toMatch(/[ก-๙]/)
  })
})
