import { toArabicDigits } from './thai-digits.ts'
import { withoutTitle } from './title.ts'

const ZERO_WIDTH = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const CONTROL = /[^\P{Cc}\s]/gu

/** The order of marks above and below one consonant: vowels, then tone, then ์ ๎ ํ. Agrees with Unicode's canonical order. */
const MARK_ORDER = 'ฺุูัิีึื็่้๊๋์๎ํ'

const MARKS = /[ัิ-ฺ็-๎]{2,}/g
const MARKS_AND_SARA_AM = /(?:ํา|[ัิ-ฺ็-๎])*ํา(?:ํา|[ัิ-ฺ็-๎])*/g

/** Marks of one consonant in one order, each once: on screen `ท` + tone + vowel looks like `ท` + vowel + tone. */
const sortMarks = (marks: string): string =>
  [...new Set(marks)].sort((a, b) => MARK_ORDER.indexOf(a) - MARK_ORDER.indexOf(b)).join('')

/** Marks typed after ำ come before it; of several ำ in a row all do, in one pass. */
const marksBeforeSaraAm = (run: string): string => {
  const marks = run.replace(/ํา/g, '')
  return sortMarks(marks.replace(/ํ/g, '')) + 'ำ'.repeat((run.length - marks.length) / 2)
}

/**
 * One spelling for what looks the same on screen: ํ+า is ำ, เเ is แ, a tone mark follows its vowel and precedes ำ,
 * invisible characters are gone, every kind of space is one plain space. NFC, never NFKC: that takes ำ apart.
 */
export const normaliseThai = (text: string): string =>
  text
    .replace(ZERO_WIDTH, '')
    .replace(CONTROL, '')
    .normalize('NFC')
    .replace(/เเ/g, 'แ')
    .replace(/ำ/g, 'ํา')
    .replace(MARKS, sortMarks)
    .replace(MARKS_AND_SARA_AM, marksBeforeSaraAm)
    .replace(/\s+/g, ' ')
    .trim()

const NOT_WRITTEN = /[^\p{L}\p{M}\p{N}]+/gu

/** Letters, marks and digits only, lower case, Arabic digits: for comparing wordings and headings, not for showing. */
export const letterKey = (text: string): string =>
  toArabicDigits(normaliseThai(text)).toLowerCase().replace(NOT_WRITTEN, '')

/** For matching people's names: without title, spaces and punctuation. `นาง สมหญิง  ใจดี` and `สมหญิงใจดี` are one. */
export const searchKey = (name: string): string => letterKey(withoutTitle(normaliseThai(name)))

/**
 * As `searchKey`, and blind to what is often mistyped: tone marks, ็, a silenced letter (จันทร์ = จัน…ทร without mark),
 * doubled letters. Two different people may share one loose key; it finds candidates, it proves nothing.
 */
export const looseSearchKey = (name: string): string =>
  searchKey(name)
    .replace(/[็-๋]/g, '')
    .replace(/[ก-ฮ][ุิ]?์/g, '')
    .replace(/ฯ|ๆ/g, '')
    .replace(/(\p{L})\1+/gu, '$1')
