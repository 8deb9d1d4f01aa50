import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../ledger/day.ts'
import { countDuties, type KindOfDutyCounts } from './duty-counts.ts'
import { dutyKindNames } from './duty-kind-name.ts'
import { reminderText } from './reminder-text.ts'

const day = '2024-01-12' as Day
const todayUrl = 'https://thaiqm.example.go.th/today'
const someCounts: readonly KindOfDutyCounts[] = [
  { kind: 'x', overdue: 2, within7Days: 0, within14Days: 1, within30Days: 0, newlyWaiting: 0 },
  { kind: 'y', overdue: 1, within7Days: 5, within14Days: 0, within30Days: 0, newlyWaiting: 4 },
]

test('says how many things are overdue, due soon and new, in Thai and English, and where to look', () => {
  const { subject, body, lineText } = reminderText({ counts: someCounts, day, todayUrl, isPractice: false })
  expect(subject).toBe(
    'แจ้งเตือนงาน ThaiQM 12 ม.ค. 2567: เกินกำหนด 3 เรื่อง · ครบกำหนดภายใน 7 วัน 5 เรื่อง · ครบกำหนดภายใน 8–14 วัน 1 เรื่อง · เรื่องใหม่ที่รอท่าน 4 เรื่อง',
  )
  expect(body).toContain('ณ วันที่ 12 มกราคม 2567')
  expect(body).toContain('Overdue 3')
  expect(body).toContain(todayUrl)
  expect(lineText.split('\n')).toEqual([
    'แจ้งเตือนงาน ThaiQM 12 ม.ค. 2567',
    '• เกินกำหนด 3 เรื่อง',
    '• ครบกำหนดภายใน 7 วัน 5 เรื่อง',
    '• ครบกำหนดภายใน 8–14 วัน 1 เรื่อง',
    '• เรื่องใหม่ที่รอท่าน 4 เรื่อง',
    `ดูรายการ ${todayUrl}`,
  ])
})

test('a practice province says so, and a server that does not know its address names the page', () => {
  const { subject, lineText } = reminderText({ counts: someCounts, day, todayUrl: null, isPractice: true })
  expect(subject).toMatch(/^\[พื้นที่ฝึก\] /)
  expect(lineText).toContain('“งานวันนี้”')
})

/** The words of a text: everything but digits and what stands around them. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

test('whatever the duties hold, the text holds numbers and fixed words only', () => {
  const one = { overdue: 1, within7Days: 1, within14Days: 1, within30Days: 1, newlyWaiting: 1 }
  const known = [...Object.keys(dutyKindNames), 'unknown'].map(kind => ({ kind, ...one }))
  const fixed = reminderText({ counts: known, day, todayUrl, isPractice: true })
  const allowed = new Set([fixed.subject, fixed.body, fixed.lineText].flatMap(wordsOf))
  // As a careless caller might hand it over: with names, houses and kinds of hardship beside what is counted.
  const loaded = fc.record({
    kind: fc.oneof(
      fc.string(),
      fc.constantFrom('P601 ยาเสพติด', 'นายสมมติ ใจดี', '97/1 หมู่ 7', ...Object.keys(dutyKindNames)),
    ),
    dueOn: fc.option(fc.integer({ min: -60, max: 60 }).map(n => addDays(day, n))),
    waitingSince: fc.integer({ min: -60, max: 0 }).map(n => addDays(day, n)),
    householdName: fc.string(),
    problemKind: fc.constantFrom('P501', 'P601'),
    note: fc.string({ unit: 'grapheme' }),
  })
  fc.assert(
    fc.property(fc.array(loaded, { maxLength: 30 }), duties => {
      const counts = countDuties(duties, addDays(day, -1), day).map((count, n) => ({
        ...count,
        ...duties[n],
        kind: count.kind,
      }))
      const text = reminderText({ counts, day, todayUrl, isPractice: true })
      for (const said of [text.subject, text.body, text.lineText])
        for (const word of wordsOf(said)) expect(allowed).toContain(word)
    }),
  )
})
