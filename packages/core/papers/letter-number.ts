/** How several letters made at once are numbered: all alike, as circular letters are, or one after another. */
export type LetterNumbering = 'same' | 'running'

const DIGITS = /^[0-9๐-๙]+$/

const westernDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, digit => String(digit.charCodeAt(0) - '๐'.charCodeAt(0)))

/** Whether letters can be numbered on from it: a plain number, not `ว 12`. */
export const canRun = (number: string): boolean => DIGITS.test(number.trim())

/**
 * The numbers of `count` letters after the office's prefix, the first as it was typed; null for a number the office has not
 * given: its place is left open on the paper.
 */
export const letterNumbers = (first: string, numbering: LetterNumbering, count: number): readonly (string | null)[] => {
  const number = first.trim()
  const from = numbering === 'running' && canRun(number) ? Number(westernDigits(number)) : null
  return Array.from({ length: count }, (_, n) => {
    if (number === '') return null
    return from === null ? number : String(from + n)
  })
}
