import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPartialDate, toPartialDateParts } from './partial-date.ts'

const read = (day: string, month: string, yearBe: string) => readPartialDate({ day, month, yearBe })

describe('a date of which only part is known', () => {
  it('is read as far as it is known', () => {
    expect(read('', '', '')).toEqual({ state: 'empty' })
    expect(read('', '', '2495')).toEqual({ state: 'read', date: '1952' })
    expect(read('', '3', '2495')).toEqual({ state: 'read', date: '1952-03' })
    expect(read('14', '3', '2495')).toEqual({ state: 'read', date: '1952-03-14' })
  })

  it('takes Thai digits', () => {
    expect(read('๑๔', '3', '๒๔๙๕')).toEqual({ state: 'read', date: '1952-03-14' })
  })

  it('is unfinished without a year, or with a day but no month', () => {
    expect(read('14', '3', '').state).toBe('unfinished')
    expect(read('14', '', '2495').state).toBe('unfinished')
    expect(read('', '', '249').state).toBe('unfinished')
  })

  it('knows the calendar', () => {
    expect(read('29', '2', '2567').state).toBe('read')
    expect(read('29', '2', '2566').state).toBe('no-such-day')
    expect(read('31', '4', '2566').state).toBe('no-such-day')
    expect(read('0', '4', '2566').state).toBe('no-such-day')
  })

  it('asks about a common-era year and never changes it silently', () => {
    expect(read('', '', '1975')).toEqual({ state: 'looks-common-era', year: 1975 })
    expect(read('', '', '2024')).toEqual({ state: 'looks-common-era', year: 2024 })
    expect(read('', '', '3000').state).toBe('year-out-of-range')
    expect(read('', '', 'ปี๑๒').state).toBe('year-out-of-range')
  })

  it('comes back from the boxes it is shown in', () => {
    const day = fc
      .date({ min: new Date('1860-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (iso, length) => {
        const date = iso.slice(0, length)
        expect(readPartialDate(toPartialDateParts(date))).toEqual({ state: 'read', date })
      }),
    )
  })
})
