import type { Household } from '../household/household.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { letterKey, normaliseThai } from '../thai/normalise-thai.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'
import { withoutTitle } from '../thai/title.ts'

/** A name of fewer letters is met inside everyday words (น้ำ, ดี, มา): alone it tells nobody apart. */
const LEAST_NAME_LETTERS = 4

/** Nine digits in a row, spaces and dashes aside, are a telephone, a house code or a national number. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){8,}/
const HOUSE_NUMBER =
  /\d+\s*\/\s*\d+|(?:บ้านเลขที่|เลขที่บ้าน|เลขที่|หมู่ที่|หมู่บ้านที่|หมู่|ม\.)\s*\d+(?:\s*\/\s*\d+)?|\b(?:house|moo)\s*(?:no\.?\s*)?\d+/i

/** What of a household words meant for others could name. */
export type HouseholdNames = Pick<Household, 'members' | 'address'>

/** Longest first, so that of a whole name the whole is told. */
const namesOf = ({ members, address }: HouseholdNames): string[] => [
  ...members.flatMap(({ firstName, lastName }) => {
    const [first, last] = [withoutTitle(firstName), lastName]
    return [`${first} ${last}`, first, last]
  }),
  address.villageName,
]

/**
 * The words that would tell which household a text speaks of: a member's name, the village, a house number or any long
 * number; nothing when there are none. Without a household only numbers are looked for. It stops slips of the pen, not
 * somebody who wants to tell.
 */
export const findTellingWords = (text: string, household: HouseholdNames | undefined): string | undefined => {
  const plain = toArabicDigits(normaliseThai(text))
  const number = (LONG_NUMBER.exec(plain) ?? HOUSE_NUMBER.exec(plain))?.[0].trim()
  if (number !== undefined || household === undefined) return number
  const key = letterKey(text)
  return namesOf(household).find(name => {
    const nameKey = letterKey(name)
    return nameKey.length >= LEAST_NAME_LETTERS && key.includes(nameKey)
  })
}

/**
 * The one rule for every free text that goes out to partners: a need, a note on an allocation, the text of a task link.
 * The refusal says which words to take out: they are the sender's own.
 */
export const screenWords = (
  text: string,
  household: HouseholdNames | undefined,
): Outcome<null, 'need-names-household'> => {
  const words = findTellingWords(text, household)
  return words === undefined ? succeed(null) : refuse('need-names-household', { words })
}
