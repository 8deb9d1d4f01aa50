import { expect, test } from 'vitest'
import { areCompanions, hasCompanion } from './companion.ts'

const merging = [
  { ledgerId: 'a', type: 'TakeOverFrom', input: { duplicateId: 'b' } },
  { ledgerId: 'b', type: 'MergeHousehold', input: { survivorId: 'a' } },
] as const
const help = { ledgerId: 'house', type: 'RecordAssistance', input: { assistanceId: 'h' } }
const delivery = { ledgerId: 'offer', type: 'DeliverAllocation', input: { assistanceId: 'h' } }

test('the halves of a merging belong together in their order, and neither may stand alone', () => {
  const [take, merge] = merging
  expect(areCompanions(take, merge)).toBe(true)
  expect(areCompanions(merge, take)).toBe(false)
  expect(areCompanions(take, { ...merge, input: { survivorId: 'c' } })).toBe(false)
  expect(areCompanions(take, { ...merge, ledgerId: 'c' })).toBe(false)
  expect(areCompanions(take, undefined)).toBe(false)
  expect(merging.map(hasCompanion)).toEqual([true, true])
})

test('help and its delivery belong together when they tell of the same help; either may come alone', () => {
  expect(areCompanions(help, delivery)).toBe(true)
  expect(areCompanions(delivery, help)).toBe(false)
  expect(areCompanions(help, { ...delivery, input: { assistanceId: 'other' } })).toBe(false)
  expect(areCompanions({ ...help, input: {} }, { ...delivery, input: {} })).toBe(false)
  expect(
    areCompanions({ ...help, input: { assistanceId: null } }, { ...delivery, input: { assistanceId: null } }),
  ).toBe(false)
  expect(areCompanions(help, { ...delivery, input: null })).toBe(false)
  expect([help, delivery].map(hasCompanion)).toEqual([false, false])
})
