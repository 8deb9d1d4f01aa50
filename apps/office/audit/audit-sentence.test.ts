import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditAct, auditArea, auditObject } from './audit-sentence.ts'

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

test('every act that the server writes down has words of its own', () => {
  const server = join(import.meta.dirname, '../../server')
  const sources = globSync('**/*.ts', { cwd: server }).filter(
    path => !path.includes('.test.') && !path.includes('node_modules'),
  )
  const written = sources.flatMap(path =>
    [...readFileSync(join(server, path), 'utf8').matchAll(/(?:\bact: .*?|\baudit\(actor, )'([A-Z]\w+)'/g)].map(
      ([, act = '']) => act,
    ),
  )
  expect(written).toEqual(expect.arrayContaining(['PullArea', 'UploadBaseline']))
  for (const act of new Set(written)) {
    expect.soft(auditAct(act, 'th'), act).toMatch(/[ก-๙]/)
    expect.soft(auditAct(act, 'en'), act).not.toBe(act)
  }
})

test('the area of a line is named at its own level', () => {
  expect(['49010507', '49010500', '49010000', '49000000', '49101000'].map(auditArea)).toEqual([
    '49010507',
    '490105',
    '4901',
    '49',
    '491010',
  ])
})
