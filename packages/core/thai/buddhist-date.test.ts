import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, fromDayNumber, type Instant, toDayNumber } from '../ledger/day.ts'
import { type DateSource, dayOfSerial, isBeforeCalendarReform, parseBirthDate, parseDay } from './buddhist-date.ts'
import { buddhistYear, fiscalYearBe } from './buddhist-year.ts'
import { type DayFormat, formatDay, formatInstant, formatPartialDay } from './format-day.ts'

const SIXTH_OF_MAY = '2022-05-06'

test.each<[DateSource]>([
  ['06/05/2565'],
  ['6/5/2565'],
  ['6-5-65'],
  ['6.5.65'],
  ['6/5/65'],
  ['๐๖/๐๕/๒๕๖๕'],
  ['๖ พ.ค. ๒๕๖๕'],
  ['6 พ.ค.2565'],
  ['6พ.ค.65'],
  ['6 พค 65'],
  ['6-พ.ค.-65'],
  ['6 พฤษภาคม 2565'],
  ['6 พฤษภาคม พ.ศ. 2565'],
  ['6 พฤษภาคม พ.ศ.๒๕๖๕'],
  ['วันที่ 6 เดือน พฤษภาคม พ.ศ. 2565'],
  ['วันที่ 6 เดือนพฤษภาคม ปี 2565'],
  ['วันศุกร์ที่ 6 พฤษภาคม 2565'],
  ['2022-05-06'],
  ['2565-05-06'],
  ['2565/5/6'],
  ['25650506'],
  ['20220506'],
  ['06/05/2022'],
  ['6 May 2022'],
  ['6-May-2565'],
  ['May 6, 2022'],
  ['6 พฤษภาคม ค.ศ. 2022'],
  ['06/05/2565 09:30'],
  ['6 พ.ค. 2565 เวลา 09.30 น.'],
  ['2022-05-06T00:00:00'],
  ['2022-05-05T17:00:00.000Z'],
  [' 06/05/2565\u200b'],
  [44687],
  [44687.4],
  ['44687'],
  [toDayNumber('2565-05-06' as Day) - toDayNumber('1899-12-30' as Day)],
  [{ day: '2022-05-06' as Day }],
  [{ day: '2565-05-06' as Day }],
])('%o is 6 May 2022', from => {
  expect(parseDay(from)).toEqual({ ok: true, value: SIXTH_OF_MAY })
})

test.each<[DateSource, string]>([
  ['', 'date-missing'],
  ['-', 'date-missing'],
  ['ไม่ทราบ', 'date-missing'],
  ['31/02/2565', 'date-impossible'],
  ['29/02/2565', 'date-impossible'],
  ['0/05/2565', 'day-missing'],
  ['32/01/2565', 'date-impossible'],
  ['05/25/2565', 'month-out-of-range'],
  ['5/13/2022', 'month-out-of-range'],
  ['06/05/1565', 'year-out-of-range'],
  ['06/05/265', 'year-out-of-range'],
  ['06/05/2022 พ.ศ.', 'year-out-of-range'],
  ['2565', 'day-missing'],
  [2565, 'day-missing'],
  ['พ.ค. 2565', 'day-missing'],
  ['เมื่อวาน', 'date-not-understood'],
  ['6 ฟหก 2565', 'date-not-understood'],
  ['06/05', 'date-not-understood'],
  [60, 'date-impossible'],
  [-5, 'date-not-understood'],
  [Number.NaN, 'date-not-understood'],
  [9_999_999, 'year-out-of-range'],
  [{ day: '2564-02-29' as Day }, 'date-impossible'],
])('%o is refused: %s', (from, code) => {
  expect(parseDay(from)).toMatchObject({ ok: false, code })
})

test('29 February 2567 exists (2024), and the leap day Excel invented does not', () => {
  expect(parseDay('29/02/2567')).toMatchObject({ value: '2024-02-29' })
  expect(dayOfSerial(59)).toMatchObject({ value: '1900-02-28' })
  expect(dayOfSerial(61)).toMatchObject({ value: '1900-03-01' })
  expect(dayOfSerial(1)).toMatchObject({ value: '1900-01-01' })
  expect(dayOfSerial(43_225, { from1904: true })).toMatchObject({ value: '2022-05-06' })
})

test('two-digit years are 25yy, and 24yy when that has not come yet', () => {
  expect(parseDay('6/5/84')).toMatchObject({ value: '2041-05-06' })
  expect(parseDay('6/5/84', { latest: '2024-01-31' as Day })).toMatchObject({ value: '1941-05-06' })
  expect(parseDay('6/5/65', { latest: '2024-01-31' as Day })).toMatchObject({ value: '2022-05-06' })
})

describe('a birth date may be known in part', () => {
  test.each<[DateSource, string, string]>([
    ['13/01/2507', '1964-01-13', 'day'],
    ['2480', '1937-07-01', 'year'],
    [2480, '1937-07-01', 'year'],
    ['พ.ศ. ๒๔๘๐', '1937-07-01', 'year'],
    ['ปี 2480', '1937-07-01', 'year'],
    ['ค.ศ. 1937', '1937-07-01', 'year'],
    ['00/00/2480', '1937-07-01', 'year'],
    ['-/-/2480', '1937-07-01', 'year'],
    ['พ.ค. 2480', '1937-05-15', 'month'],
    ['เดือนพฤษภาคม 2480', '1937-05-15', 'month'],
    ['00/05/2480', '1937-05-15', 'month'],
    ['05/2480', '1937-05-15', 'month'],
  ])('%o → %s by %s', (from, day, precision) => {
    expect(parseBirthDate(from)).toEqual({ ok: true, value: { day, precision } })
  })

  test('a day without its month is no date', () => {
    expect(parseBirthDate('12/00/2480')).toMatchObject({ ok: false, code: 'date-not-understood' })
    expect(parseBirthDate('31/02/2480')).toMatchObject({ ok: false, code: 'date-impossible' })
  })

  test('shown no more exactly than known', () => {
    expect(formatPartialDay({ day: '1937-07-01' as Day, precision: 'year' })).toBe('พ.ศ. 2480')
    expect(formatPartialDay({ day: '1937-05-15' as Day, precision: 'month' }, { digits: 'thai' })).toBe('พ.ค. ๒๔๘๐')
    expect(formatPartialDay({ day: '1937-05-15' as Day, precision: 'month' }, { style: 'numeric' })).toBe('05/2480')
    expect(formatPartialDay({ day: '1937-05-15' as Day, precision: 'month' }, { language: 'en' })).toBe('May 1937')
  })
})

test('until 2483 the year began on 1 April', () => {
  expect(parseDay('15 ก.พ. 2481')).toMatchObject({ value: '1939-02-15' })
  expect(parseDay('15 เม.ย. 2481')).toMatchObject({ value: '1938-04-15' })
  expect(buddhistYear('1939-02-15' as Day)).toBe(2481)
  expect(buddhistYear('1941-01-01' as Day)).toBe(2484)
  expect(buddhistYear('1940-12-31' as Day)).toBe(2483)
  expect(buddhistYear('1940-03-31' as Day)).toBe(2482)
  expect(isBeforeCalendarReform('1940-03-31' as Day)).toBe(true)
  expect(isBeforeCalendarReform('1940-04-01' as Day)).toBe(false)
  expect(isBeforeCalendarReform('1941-02-01' as Day)).toBe(false)
})

test('formats', () => {
  const day = '2024-01-12' as Day
  expect(formatDay(day)).toBe('12 ม.ค. 2567')
  expect(formatDay(day, { style: 'long' })).toBe('12 มกราคม 2567')
  expect(formatDay(day, { style: 'full', digits: 'thai' })).toBe('๑๒ มกราคม พ.ศ. ๒๕๖๗')
  expect(formatDay(day, { style: 'numeric' })).toBe('12/01/2567')
  expect(formatDay(day, { language: 'en' })).toBe('12 Jan 2024')
  expect(formatDay(day, { language: 'en', style: 'full' })).toBe('12 January 2024 (B.E. 2567)')
  expect(formatDay(day, { language: 'en', style: 'numeric', digits: 'thai' })).toBe('2024-01-12')
  expect(formatInstant('2024-01-12T02:30:00.000Z' as Instant)).toBe('12 ม.ค. 2567 09.30 น.')
  expect(formatInstant('2024-01-31T17:05:00.000Z' as Instant, { digits: 'thai' })).toBe('๑ ก.พ. ๒๕๖๗ ๐๐.๐๕ น.')
  expect(formatInstant('2024-01-12T02:30:00.000Z' as Instant, { language: 'en' })).toBe('12 Jan 2024 09:30')
})

test('the fiscal year turns on 1 October', () => {
  expect(fiscalYearBe('2024-09-30' as Day)).toBe(2567)
  expect(fiscalYearBe('2024-10-01' as Day)).toBe(2568)
})

test('every day survives every spelling we write', () => {
  const format = fc.record<Required<DayFormat>>({
    style: fc.constantFrom('short', 'long', 'full', 'numeric'),
    digits: fc.constantFrom('arabic', 'thai'),
    language: fc.constantFrom('th', 'en'),
  })
  // From 2455 B.E., when the Buddhist era became official, to 2659.
  const days = fc.integer({ min: toDayNumber('1912-04-01' as Day), max: toDayNumber('2116-12-31' as Day) })
  fc.assert(
    fc.property(days, format, (n, how) => {
      const day = fromDayNumber(n)
      const written = formatDay(day, how).replace(/ \(B\.E\. \d+\)/, '')
      expect(parseDay(written)).toEqual({ ok: true, value: day })
    }),
    { numRuns: 2000 },
  )
})

test('Excel’s number of a day leads back to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 90_000 }), serial => {
      expect(parseDay(serial)).toEqual(dayOfSerial(serial))
      expect(parseDay(String(serial))).toEqual(parseDay(serial))
    }),
  )
})

test('a page of text in a date cell is refused at once', () => {
  const from = performance.now()
  for (const text of ['ก'.repeat(32_000), ','.repeat(32_000), '1 '.repeat(16_000)]) {
    expect(parseDay(text)).toMatchObject({ ok: false, code: 'date-not-understood' })
  }
  expect(performance.now() - from).toBeLessThan(500)
})

test('no text makes it throw, and what it reads is a real day', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./ พศค-]{1,14}$/)), text => {
      const read = parseDay(text)
      if (read.ok) expect(fromDayNumber(toDayNumber(read.value))).toBe(read.value)
    }),
    { numRuns: 2000 },
  )
})
