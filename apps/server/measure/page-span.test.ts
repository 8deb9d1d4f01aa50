import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaSum, spanOfPage } from './page-span.ts'

const area = (code: number, count: number): AreaSum => ({ range: { low: code * 100, high: code * 100 + 99 }, count })

/** The list itself, spelt out: a row for each member, in the order of the areas. */
const rowsOf = (sums: readonly AreaSum[], descending: boolean): number[] =>
  (descending ? sums.toReversed() : sums).flatMap(({ range, count }) => Array<number>(count).fill(range.low))

test('the rows of the span, after as many as are skipped, are the rows of the page', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
  fc.assert(
    fc.property(counts, fc.nat(300), fc.integer({ min: 1, max: 60 }), fc.boolean(), (many, skip, take, descending) => {
      const sums = many.map((count, index) => area(index + 1, count))
      const wanted = rowsOf(sums, descending).slice(skip, skip + take)
      const span = spanOfPage(sums, { skip, take, descending })
      if (span === undefined) {
        expect(wanted).toEqual([])
        return
      }
      const inside = sums.filter(({ range }) => range.low >= span.range.low && range.high <= span.range.high)
      expect(rowsOf(inside, descending).slice(span.skip, span.skip + take)).toEqual(wanted)
      // No area is read of which no row is on the page, but for empty ones between.
      const first = inside.at(descending ? -1 : 0)
      expect(span.skip).toBeLessThan(first?.count ?? 0)
    }),
  )
})
