import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inSections, movedItem } from './agenda-order.ts'

describe('the order of an agenda', () => {
  const agendas = fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 })
    .map(sections => sections.map((section, n) => ({ itemId: String(n), section })))

  test('a move keeps every item once and every section whole; back again it is as it was', () => {
    fc.assert(
      fc.property(agendas, fc.nat(11), fc.constantFrom(-1 as const, 1 as const), (items, n, by) => {
        const id = String(n % items.length)
        const moved = movedItem(items, id, by)
        expect([...moved].map(i => i.itemId).sort()).toEqual(items.map(i => i.itemId).sort())
        expect(inSections(moved).map(i => i.section)).toEqual(inSections(items).map(i => i.section))
        if (moved !== items) expect(movedItem(moved, id, by === 1 ? -1 : 1)).toEqual(inSections(items))
      }),
    )
  })
})
