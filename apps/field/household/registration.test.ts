import { expect, test } from 'vitest'
import { emptyRegistration, inSameHouse, needsPosition, nextInHouse, toRegisterInput } from './registration.ts'

const given = emptyRegistration('บ้านคำฮี')

test('scenario 5: a shack without number and code needs its position, one with either does not', () => {
  expect(needsPosition(given)).toBe(true)
  expect(needsPosition({ ...given, address: { ...given.address, houseNumber: ' ' } })).toBe(true)
  expect(needsPosition({ ...given, address: { ...given.address, houseNumber: '97/3' } })).toBe(false)
  expect(needsPosition({ ...given, address: { ...given.address, houseCode: '49010123456' } })).toBe(false)
})

const rows = [
  { houseNumber: '97', sequenceInHouse: 1, searchText: '97|49010000097|สมมติ' },
  { houseNumber: '97', sequenceInHouse: 2, searchText: '97||ตัวอย่าง' },
  { houseNumber: '97/1', sequenceInHouse: 1, searchText: '97/1|49010000098|จำลอง' },
]

test.each([
  ['97', null, [1, 2], 3],
  [' 97/1 ', null, [1], 2],
  ['12', '49010000097', [1], 2],
  ['', null, [], 1],
] as const)(
  'scenario 7: house %s with code %s has families %j already, and the next is %i',
  (houseNumber, houseCode, there, next) => {
    const same = inSameHouse(rows, { houseNumber, houseCode })
    expect(same.map(row => row.sequenceInHouse)).toEqual(there)
    expect(nextInHouse(same)).toBe(next)
  },
)

test('a new household carries no reason for having been missed', () => {
  const input = toRegisterInput({ ...given, origin: 'NEW', missedReason: 'M3' }, '49010507')
  expect(input.missedReason).toBeNull()
  expect(toRegisterInput({ ...given, missedReason: 'M3' }, '49010507').missedReason).toBe('M3')
})
