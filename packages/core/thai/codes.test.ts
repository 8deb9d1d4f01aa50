import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatHouseCode, type HouseCode, readHouseCode } from './house-code.ts'
import { readMoo } from './moo.ts'
import { formatPhoneNumber, readPhoneNumber } from './phone-number.ts'

test.each([
  ['49016512409', '49016512409', false],
  ['4901-651240-9', '49016512409', false],
  ['๔๙๐๑๖๕๑๒๔๐๙', '49016512409', false],
  ['49016512409.0', '49016512409', false],
  [49012345678, '49012345678', true],
  ['4.9012345678E+10', '49012345678', true],
])('house code %s', (from, code, recovered) => {
  expect(readHouseCode(from)).toEqual({ ok: true, value: { code, recovered } })
})

test.each([
  ['', 'house-code-missing'],
  ['-', 'house-code-missing'],
  [0, 'house-code-missing'],
  ['4901969943', 'wrong-length'],
  [4901969943, 'wrong-length'],
  ['4.9E+10', 'digits-lost'],
  ['4.90165E+10', 'digits-lost'],
  ['4901651240A', 'not-digits'],
  [4901651240.5, 'not-digits'],
])('house code %s is refused: %s', (from, code) => {
  expect(readHouseCode(from)).toMatchObject({ ok: false, code })
})

test('a house code survives being printed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9][0-9]{10}$/), code => {
      expect(readHouseCode(formatHouseCode(code as HouseCode))).toMatchObject({ value: { code } })
    }),
  )
  expect(formatHouseCode('49016512409' as HouseCode)).toBe('4901-651240-9')
})

test.each([
  ['0818274712', '0818274712'],
  ['081-827-4712', '0818274712'],
  ['+66 81 827 4712', '0818274712'],
  ['66818274712', '0818274712'],
  [818274712, '0818274712'],
  ['818274712', '0818274712'],
  ['042-611111', '042611111'],
  ['42611111', '042611111'],
  ['02-1234567 ต่อ 12', '021234567'],
  ['โทร. ๐๘๑-๘๒๗๔๗๑๒, 042611111', '0818274712'],
])('phone %s', (from, digits) => {
  expect(readPhoneNumber(from)).toEqual({ ok: true, value: digits })
})

test.each([
  ['-', 'phone-missing'],
  ['08182747', 'wrong-length'],
  ['ถามผู้ใหญ่บ้าน', 'not-digits'],
])('phone %s is refused: %s', (from, code) => {
  expect(readPhoneNumber(from)).toMatchObject({ ok: false, code })
})

test('phones as people read them', () => {
  expect(formatPhoneNumber('0818274712')).toBe('081-827-4712')
  expect(formatPhoneNumber('042611111')).toBe('042-611-111')
  expect(formatPhoneNumber('021234567')).toBe('02-123-4567')
})

test.each([['ม.7'], ['ม. ๗'], ['หมู่ 7'], ['หมู่ที่ 7'], ['หมู่ที่ ๐๗'], ['07'], ['7.0'], [7], ['Moo 7'], ['๗']])(
  'moo %s',
  from => {
    expect(readMoo(from)).toEqual({ ok: true, value: 7 })
  },
)

test.each([
  ['', 'moo-missing'],
  ['-', 'moo-missing'],
  [0, 'moo-missing'],
  ['บ้านคำฮี', 'not-a-moo'],
  ['100', 'not-a-moo'],
])('moo %s is refused: %s', (from, code) => {
  expect(readMoo(from)).toMatchObject({ ok: false, code })
})
