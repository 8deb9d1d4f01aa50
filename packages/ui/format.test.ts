import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBaht,
  formatBytes,
  formatChange,
  formatCompact,
  formatNumber,
  formatPercent,
  parseNumber,
  toThaiDigits,
  toWesternDigits,
} from './format.ts'

describe('numbers', () => {
  it('are grouped, with Thai digits where asked', () => {
    expect(formatNumber(14_562_655, 'th')).toBe('14,562,655')
    expect(formatNumber(14_562_655, 'th', { digits: 'thai' })).toBe('๑๔,๕๖๒,๖๕๕')
    expect(formatNumber(2.5, 'en', { decimals: 2 })).toBe('2.50')
  })

  it('are shortened on axes only from a million on', () => {
    expect(formatCompact(75_000, 'th')).toBe('75,000')
    expect(formatCompact(14_562_655, 'th')).toBe('14.6 ล้าน')
    expect(formatCompact(14_562_655, 'en')).toBe('14.6 million')
  })

  it('say how much changed with a true minus', () => {
    expect(formatChange(4210, 'th')).toBe('+4,210')
    expect(formatChange(-12, 'th')).toBe('−12')
    expect(formatChange(0, 'th')).toBe('0')
  })

  it('name money and file sizes', () => {
    expect(formatBaht(40_000, 'th')).toBe('40,000 บาท')
    expect(formatBaht(12.5, 'en')).toBe('12.50 baht')
    expect(formatBytes(0, 'en')).toBe('0 B')
    expect(formatBytes(2_411_724, 'en')).toBe('2.3 MB')
  })
})

describe('percent', () => {
  it('never claims all or nothing that is not so', () => {
    expect(formatPercent(9999, 10_000, 'th')).toBe('99.9%')
    expect(formatPercent(10_000, 10_000, 'th')).toBe('100%')
    expect(formatPercent(1, 10_000, 'th')).toBe('<0.1%')
    expect(formatPercent(0, 10_000, 'th')).toBe('0%')
    expect(formatPercent(41, 42, 'th', { decimals: 0 })).toBe('98%')
    expect(formatPercent(299, 300, 'th', { decimals: 0 })).toBe('99%')
  })

  it('agrees with the published national figure', () => {
    expect(formatPercent(3_614_409, 3_810_466, 'th', { decimals: 2 })).toBe('94.85%')
  })

  it('is a dash where there is nothing to divide by', () => {
    expect(formatPercent(0, 0, 'th')).toBe('–')
  })

  it('is 100% only when n equals the whole, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000_000 }), fc.nat(20_000_000), (of, missing) => {
        const n = Math.max(0, of - missing)
        expect(formatPercent(n, of, 'th') === '100%').toBe(n === of)
        expect(formatPercent(n, of, 'th') === '0%').toBe(n === 0)
      }),
    )
  })
})

describe('what a person types', () => {
  it('is read with either digits, commas and spaces', () => {
    expect(parseNumber('๓๖,๕๐๐')).toBe(36_500)
    expect(parseNumber(' 36 500.25 ')).toBe(36_500.25)
    expect(parseNumber('−5')).toBe(-5)
    expect(parseNumber('.5')).toBe(0.5)
  })

  it('is nothing when it is no number', () => {
    for (const text of ['', '-', '.', '12ก', '1.2.3', 'สี่', '1e5']) expect(parseNumber(text)).toBeUndefined()
  })

  it('comes back from what was written, in both kinds of digits', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('thai' as const, 'western' as const), (value, digits) => {
        expect(parseNumber(formatNumber(value, 'th', { digits }))).toBe(Object.is(value, -0) ? 0 : value)
      }),
    )
  })

  it('keeps everything but the digits when digits are changed', () => {
    expect(toWesternDigits('หมู่ที่ ๗')).toBe('หมู่ที่ 7')
    expect(toThaiDigits('97/1 หมู่ 7')).toBe('๙๗/๑ หมู่ ๗')
  })
})
