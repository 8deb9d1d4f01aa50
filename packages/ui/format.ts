import type { Language } from './words.ts'

/** How figures are written: `western` 0–9 on screens, `thai` ๐–๙ for papers that ask for them. */
export type Digits = 'western' | 'thai'

export interface NumberStyle {
  readonly digits?: Digits | undefined
  /** Exactly so many decimals; none if left out. */
  readonly decimals?: number | undefined
}

const localeOf = (language: Language, digits: Digits = 'western') =>
  `${language === 'th' ? 'th-TH' : 'en-GB'}-u-nu-${digits === 'thai' ? 'thai' : 'latn'}`

const formatters = new Map<string, Intl.NumberFormat>()

// Making an Intl.NumberFormat costs far more than using it, and a table makes hundreds of cells.
const formatterFor = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** `12483` → `12,483`. */
export const formatNumber = (value: number, language: Language, { digits, decimals = 0 }: NumberStyle = {}): string =>
  formatterFor(localeOf(language, digits), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)

/**
 * `14562655` → `14.6 ล้าน` / `14.6 million`; below a million in full, for Thai counts in หมื่น and แสน read badly on an axis.
 * For axis labels only: figures that officers report are written in full.
 */
export const formatCompact = (value: number, language: Language): string =>
  Math.abs(value) < 1_000_000
    ? formatterFor(localeOf(language), { maximumFractionDigits: 1 }).format(value)
    : formatterFor(localeOf(language), {
        notation: 'compact',
        compactDisplay: 'long',
        maximumFractionDigits: 1,
      }).format(value)

/** Share of `n` in `of`, in percent, unrounded; nothing when there is nothing to divide by. */
export const percentOf = (n: number, of: number): number | undefined => (of > 0 ? (n / of) * 100 : undefined)

/**
 * Share in percent with one decimal. Rounding never claims what is not so: 9,999 of 10,000 is `99.9%`, not `100%`;
 * 1 of 10,000 is `<0.1%`, not `0%`. `–` when `of` is 0.
 */
export const formatPercent = (
  n: number,
  of: number,
  language: Language,
  { digits, decimals = 1 }: NumberStyle = {},
): string => {
  const percent = percentOf(n, of)
  if (percent === undefined) return '–'
  const write = (value: number) => `${formatNumber(value, language, { digits, decimals })}%`
  const step = 10 ** -decimals
  if (percent > 0 && percent < step) return `<${write(step)}`
  if (percent < 100 && percent > 100 - step) return write(100 - step)
  const isWhole = percent === 0 || percent === 100
  return isWhole ? `${formatNumber(percent, language, { digits })}%` : write(percent)
}

/** `40000` → `40,000 บาท` / `40,000 baht`; satang only where there are any. */
export const formatBaht = (baht: number, language: Language, { digits }: NumberStyle = {}): string => {
  const amount = formatNumber(baht, language, { digits, decimals: Number.isInteger(baht) ? 0 : 2 })
  return `${amount} ${language === 'th' ? 'บาท' : 'baht'}`
}

/** `+12` / `−3` with a true minus sign, for what changed. */
export const formatChange = (value: number, language: Language, style: NumberStyle = {}): string => {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return sign + formatNumber(Math.abs(value), language, style)
}

const byteUnits = ['B', 'KB', 'MB', 'GB'] as const

/** `2411724` → `2.3 MB`. */
export const formatBytes = (bytes: number, language: Language): string => {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)))
  return `${formatNumber(bytes / 1024 ** power, language, { decimals: power > 1 ? 1 : 0 })} ${byteUnits[power]}`
}

const THAI_ZERO = 0x0e50

/** ๐–๙ become 0–9; everything else stays. */
export const toWesternDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, digit => String(digit.charCodeAt(0) - THAI_ZERO))

/** 0–9 become ๐–๙; everything else stays. */
export const toThaiDigits = (text: string): string =>
  text.replace(/[0-9]/g, digit => String.fromCharCode(THAI_ZERO + Number(digit)))

/** What a person typed, as a number: Thai or Western digits, commas and spaces allowed. Nothing when it is none. */
export const parseNumber = (text: string): number | undefined => {
  const plain = toWesternDigits(text)
    .replace(/[,\s\u00a0]/g, '')
    .replace(/^[−–]/, '-')
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
}
