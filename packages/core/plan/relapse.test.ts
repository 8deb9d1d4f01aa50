import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relapseRows, relapseTotal } from './relapse.ts'
import { FEWEST_TOLD } from './remedy-evidence.ts'

const group = (name: string, relapsed: number, solved: number) => ({ group: name, count: { relapsed, solved } })

describe('relapse rates side by side', () => {
  test('are n that came back of N that were solved, the most telling first', () => {
    expect(relapseRows([group('a', 1, 3), group('b', 2, 8), group('c', 0, 0)])).toEqual([
      { group: 'b', told: { n: 2, of: 10 } },
      { group: 'a', told: { n: 1, of: 4 } },
    ])
    expect(
      relapseTotal([
        { relapsed: 1, solved: 3 },
        { relapsed: 2, solved: 8 },
      ]),
    ).toEqual({ n: 3, of: 14 })
  })

  test('one of fewer than three households is told to nobody, nor what it could be worked out from', () => {
    expect(relapseRows([group('a', 1, 9), group('b', 1, 3), group('c', 1, 0)]).map(row => row.told)).toEqual([
      { n: 1, of: 10 },
      null,
      null,
    ])
    expect(relapseTotal([{ relapsed: 1, solved: 1 }])).toBeNull()
  })

  test('whatever the groups, what is not told is none or at least three households', () => {
    const anyGroup = fc.record({ relapsed: fc.nat(6), solved: fc.nat(6) }).map(count => ({ group: '', count }))
    fc.assert(
      fc.property(fc.array(anyGroup, { maxLength: 8 }), groups => {
        const rows = relapseRows(groups)
        const all = groups.reduce((sum, { count }) => sum + count.relapsed + count.solved, 0)
        const told = rows.reduce((sum, row) => sum + (row.told?.of ?? 0), 0)
        expect(rows.every(row => row.told === null || row.told.of >= FEWEST_TOLD)).toBe(true)
        expect(all - told === 0 || all - told >= FEWEST_TOLD || told === 0).toBe(true)
      }),
    )
  })
})
