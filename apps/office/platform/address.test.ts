import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, parseAddress, writeAddress } from './address.ts'

test('codes stay text, empty names are left out', () => {
  expect(parseAddress('?area=49&page=02')).toEqual({ area: '49', page: '02' })
  expect(addressOf('/', { area: '4901', sort: undefined, page: null, search: '' })).toBe('/?area=4901')
  expect(addressOf('/households')).toBe('/households')
})

test('what is written is read back, whatever it is', () => {
  const names = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ minLength: 1 })), state => {
      expect(parseAddress(writeAddress(state))).toEqual({ ...state })
    }),
  )
})
