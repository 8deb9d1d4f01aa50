import { expect, test } from 'vitest'
import { auditAct, auditObject } from './audit-sentence.ts'

test('looking and doing are said in words', () => {
  expect(auditAct('ReadHousehold', 'th')).toBe('เปิดดูข้อมูลครัวเรือน')
  expect(auditAct('CloseProblem', 'th')).toBe('ตรวจรับผลการแก้ไข')
})

test('a list is called by its name, with how many rows went out', () => {
  const line = { objectKind: 'measure', objectId: 'problem-at-agency', details: { rows: 8 } }
  expect(auditObject(line, 'th')).toMatch(/ \(8 รายการ\)$/)
  expect(auditObject({ ...line, details: {} }, 'en')).not.toContain('(')
  expect(auditObject({ objectKind: 'household', objectId: 'a', details: {} }, 'th')).toBe('')
})
