import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '../ledger/day.ts'
import { countDuties, sumCounts } from './duty-counts.ts'
import { callsForReminder, dayBefore } from './reminder-day.ts'

const dueOn = '2024-09-30' as Day
const waitingSince = '2024-01-10' as Day
const duty = { kind: 'problem-due', dueOn, waitingSince }

test('reminds at T-30, T-14, T-7, on the first day overdue, and each week after', () => {
  const reminded: number[] = []
  for (let left = 60; left >= -20; left -= 1) {
    const today = addDays(dueOn, -left)
    if (callsForReminder(duty, dayBefore(today), today)) reminded.push(left)
  }
  expect(reminded).toEqual([30, 14, 7, -1, -8, -15])
})

test('a thing without a due day is told of once, on the day after it began to wait at the latest', () => {
  const undated = { ...duty, dueOn: null }
  expect(callsForReminder(undated, dayBefore(waitingSince), waitingSince)).toBe(true)
  expect(callsForReminder(undated, waitingSince, addDays(waitingSince, 1))).toBe(false)
})

test('whatever days the server stood still: each look reminds at most once and nothing that came to pass is passed over', () => {
  const looks = fc.uniqueArray(fc.integer({ min: -40, max: 60 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(looks, offsets => {
      const days = offsets.sort((a, b) => a - b).map(offset => addDays(dueOn, offset))
      const marks = [-30, -14, -7, 1, 8, 15, 22, 29, 36, 43, 50, 57].map(offset => addDays(dueOn, offset))
      for (const [index, today] of days.entries()) {
        const lookedOn = days[index - 1]
        if (lookedOn === undefined) continue
        const passed = marks.some(mark => mark > lookedOn && mark <= today)
        expect(callsForReminder(duty, lookedOn, today)).toBe(passed)
      }
    }),
  )
})

const timesOf = (duties: readonly { readonly times: number }[]): number =>
  duties.reduce((sum, { times }) => sum + times, 0)

test('every dated thing due within 30 days is in exactly one count, and the sum over kinds is the count of all', () => {
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom('a', 'b', 'c'),
      left: fc.option(fc.integer({ min: -90, max: 90 })),
      age: fc.nat({ max: 60 }),
      times: fc.integer({ min: 1, max: 5 }),
    }),
  )
  fc.assert(
    fc.property(some, things => {
      const today = '2024-06-01' as Day
      const duties = things.map(({ kind, left, age, times }) => ({
        kind,
        times,
        dueOn: left === null ? null : addDays(today, left),
        waitingSince: addDays(today, -age),
      }))
      const counts = countDuties(duties, dayBefore(today), today)
      const all = sumCounts(counts)
      const near = duties.filter(d => d.dueOn !== null && daysBetween(today, d.dueOn) <= 30)
      expect(all.overdue + all.within7Days + all.within14Days + all.within30Days).toBe(timesOf(near))
      expect(all.overdue).toBe(timesOf(duties.filter(d => d.dueOn !== null && d.dueOn < today)))
      expect(all.newlyWaiting).toBe(timesOf(duties.filter(d => d.waitingSince === today)))
      expect(new Set(counts.map(c => c.kind)).size).toBe(counts.length)
    }),
  )
})
