import type { Household } from '../household/household.ts'
import { letterKey, normaliseThai } from '../thai/normalise-thai.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'
import { withoutTitle } from '../thai/title.ts'

/** A name of fewer letters is met inside everyday words (น้ำ, ดี, มา): alone it tells nobody apart. */
const LEAST_NAME_LETTERS = 4

/** Nine digits in a row, spaces and dashes aside, are a telephone, a house code or a national number. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){8,}/
const HOUSE_NUMBER =
  /\d+\s*\/\s*\d+|(?:บ้านเลขที่|เลขที่บ้าน|เลขที่|หมู่ที่|หมู่บ้านที่|หมู่|ม\.)\s*\d+|\b(?:house|moo)\s*(?:no\.?\s*)?\d+/i

const namesOf = ({ members }: Household): string[] =>
  members.flatMap(({ firstName, lastName }) => {
    const [first, last] = [letterKey(withoutTitle(firstName)), letterKey(lastName)]
    return [first + last, first, last].filter(name => name.length >= LEAST_NAME_LETTERS)
  })

/**
 * Whether words meant for everybody would tell which household they speak of: the name of a member, the village, a house
 * number or any long number. It stops slips of the pen, not somebody who wants to tell.
 */
export const namesHousehold = (words: string, household: Household): boolean => {
  const plain = toArabicDigits(normaliseThai(words))
  if (LONG_NUMBER.test(plain) || HOUSE_NUMBER.test(plain)) return true
  const village = letterKey(household.address.villageName)
  const key = letterKey(words)
  return [...namesOf(household), ...(village.length >= LEAST_NAME_LETTERS ? [village] : [])].some(name =>
    key.includes(name),
  )
}
