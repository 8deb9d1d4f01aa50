import { expect, test } from 'vitest'
import { refusals } from './refusals.ts'
import { writeSentence } from './sentence.ts'

test('every refusal speaks Thai and English, with the same details', () => {
  const details = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(m => m[1]).sort()
  for (const [code, { th, en }] of Object.entries(refusals)) {
    expect(th, code).toMatch(/[ก-๙]/)
    expect(en, code).toMatch(/[A-Za-z]/)
    expect(details(th), code).toEqual(details(en))
  }
})

test('a sentence is written with its details', () => {
  expect(writeSentence('กำหนด {day}', { day: '2024-01-31' }, (_, v) => `<${v}>`)).toBe('กำหนด <2024-01-31>')
  expect(writeSentence('{missing} stays', {})).toBe('{missing} stays')
})
