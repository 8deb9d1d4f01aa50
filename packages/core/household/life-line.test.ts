import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import { expect, test } from 'vitest'
import type { Instant } from '../ledger/day.ts'
import { type LivedFact, lifeLine } from './life-line.ts'

const fact = (version: number, at: string, over: Partial<LivedFact> = {}): LivedFact => ({
  version,
  at: at as Instant,
  by: { name: 'นางทดลอง รอบคอบ', position: 'ปลัดอำเภอ' },
  type: 'ProblemFound',
  kindCode: 'P204',
  details: { dueOn: '2024-09-30' },
  ...over,
})

test('facts stand day by day in Bangkok, the oldest first, each with time, sentence, name and post', () => {
  const days = lifeLine(
    [
      fact(2, '2024-01-12T02:30:00.000Z', { type: 'SurveyVerified', kindCode: null, details: {} }),
      fact(1, '2024-01-11T18:05:00.000Z'),
      fact(3, '2024-01-12T17:00:00.000Z', { by: { name: 'ระบบ ThaiQM', position: '' } }),
    ],
    catalogueNames,
    'th',
  )
  expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
    ['2024-01-12', 2],
    ['2024-01-13', 1],
  ])
  expect(days[0]?.lines[0]).toEqual({
    version: 1,
    time: '01.05 น.',
    title: expect.stringMatching(/^พบปัญหา: P204 /),
    body: 'ครบกำหนด 30 ก.ย. 2567',
    by: 'นางทดลอง รอบคอบ ปลัดอำเภอ',
  })
  expect(days[1]?.lines[0]?.by).toBe('ระบบ ThaiQM')
})
