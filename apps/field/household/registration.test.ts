import { expect, test } from 'vitest'
import { emptyRegistration, needsPosition, nextInHouse, toRegisterInput } from './registration.ts'

const given = emptyRegistration('บ้านคำฮี')

test('scenario 5: a shack without number and code needs its position, one with either does not', () => {
  expect(needsPosition(given)).toBe(true)
  expect(needsPosition({ ...given, address: { ...given.address, houseNumber: ' ' } })).toBe(true)
  expect(needsPosition({ ...given, address: { ...given.address, houseNumber: '97/3' } })).toBe(false)
  expect(needsPosition({ ...given, address: { ...given.address, houseCode: '49010123456' } })).toBe(false)
})

test('scenario 7: a second family in a known house is the second, a third the third', () => {
  const known = [
    { houseNumber: '97', sequenceInHouse: 1 },
    { houseNumber: '98', sequenceInHouse: 1 },
    { houseNumber: '98', sequenceInHouse: 2 },
    { houseNumber: '', sequenceInHouse: 1 },
  ]
  expect(nextInHouse(known, '97')).toBe(2)
  expect(nextInHouse(known, '98 ')).toBe(3)
  expect(nextInHouse(known, '99')).toBe(1)
  expect(nextInHouse(known, '')).toBe(1)
})

test('a new household carries no reason for having been missed', () => {
  const input = toRegisterInput({ ...given, origin: 'NEW', missedReason: 'M3' }, '49010507')
  expect(input.missedReason).toBeNull()
  expect(toRegisterInput({ ...given, missedReason: 'M3' }, '49010507').missedReason).toBe('M3')
})
