import { expect, test } from 'vitest'
import { failureText, refusalText } from './refusal-text.ts'

test('days are written in B.E., kinds and states by their names', () => {
  expect(refusalText({ code: 'recording-closed', details: { day: '2024-01-31' } }, 'th')).toContain('31 ม.ค. 2567')
  expect(refusalText({ code: 'verdict-missing', details: { kind: 'P204' } }, 'th')).not.toContain('P204')
  expect(refusalText({ code: 'not-in-this-state', details: { state: 'RESOLVED' } }, 'th')).toContain('แก้ไขแล้ว')
})

test('a refusal without a sentence here shows the server’s own', () => {
  const refusal = { code: 'of-a-later-day', details: {}, messageTh: 'ข้อความใหม่', messageEn: 'New words' }
  expect(failureText({ ok: false, kind: 'refused', status: 409, refusal }, 'th')).toBe('ข้อความใหม่')
  expect(refusalText(refusal, 'th')).toContain('of-a-later-day')
})
