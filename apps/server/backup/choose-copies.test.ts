import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiesToDrop } from './choose-copies.ts'

const now = '2024-03-01T00:00:00.000Z'
const hoursAgo = (hours: number): string => new Date(Date.parse(now) - hours * 3_600_000).toISOString()

describe('which copies are kept', () => {
  it('keeps one a day for a week and one a week for four', () => {
    const daily = Array.from({ length: 60 }, (_, day) => hoursAgo(24 * day + 1))
    const kept = daily.filter(moment => !copiesToDrop(daily, now).includes(moment))
    expect(kept).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21].map(day => hoursAgo(24 * day + 1)))
  })

  it('keeps the newest of a day with several', () => {
    const today = [hoursAgo(1), hoursAgo(5), hoursAgo(9)]
    expect(copiesToDrop(today, now)).toEqual([hoursAgo(5), hoursAgo(9)])
  })

  it('never drops the newest, however old it is, nor anything twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 }), hours => {
        const moments = hours.map(hoursAgo)
        const dropped = copiesToDrop(moments, now)
        expect(dropped).not.toContain([...moments].sort().at(-1))
        expect(new Set(dropped).size).toBe(dropped.length)
        expect(moments.length - dropped.length).toBeLessThanOrEqual(11)
      }),
    )
  })
})
