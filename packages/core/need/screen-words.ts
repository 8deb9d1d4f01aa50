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
const namesOf = ({ members }: Pick<Household, 'members'>): string[] =>
  members.flatMap(({ firstName, lastName }) => {
    const [first, last] = [withoutTitle(firstName), lastName]
    return [`${first} ${last}`, first, last]
  })

const findName = (text: string, names: readonly string[]): string | undefined => {
  const key = letterKey(text)
  return names.find(name => {
    const nameKey = letterKey(name)
    return nameKey.length >= LEAST_NAME_LETTERS && key.includes(nameKey)
  })
}

/**
 * The words that would tell whose hardship it is to a partner to whom the case is open: a member's name or a long number.
 * Where the house stands is no secret to it (`access/view-household`).
 */
export const findNamingWords = (text: string, household: Pick<Household, 'members'>): string | undefined =>
  LONG_NUMBER.exec(toArabicDigits(normaliseThai(text)))?.[0].trim() ?? findName(text, namesOf(household))

/**
 * The words that would tell which household a text speaks of: a member's name, the village, a house number or any long
 * number; nothing when there are none. Without a household only numbers are looked for. It stops slips of the pen, not
 * somebody who wants to tell.
 */
export const findTellingWords = (text: string, household: HouseholdNames | undefined): string | undefined => {
  const plain = toArabicDigits(normaliseThai(text))
  const number = (LONG_NUMBER.exec(plain) ?? HOUSE_NUMBER.exec(plain))?.[0].trim()
  if (number !== undefined || household === undefined) return number
  return findName(text, [...namesOf(household), household.address.villageName])
}

const asOutcome = (words: string | undefined): Outcome<null, 'need-names-household'> =>
  words === undefined ? succeed(null) : refuse('need-names-household', { words })

/** What was accepted once stands: a command that comes again from a backup is not held against words. */
interface Moment {
  readonly wasAccepted?: boolean | undefined
}

/**
 * The one rule for every free text that goes out to partners: a need, a note on an allocation, the text of a task link.
 * The refusal says which words to take out: they are the sender's own.
 */
export const screenWords = (
  text: string,
  household: HouseholdNames | undefined,
  { wasAccepted }: Moment = {},
): Outcome<null, 'need-names-household'> =>
  asOutcome(wasAccepted === true ? undefined : findTellingWords(text, household))

/** The same for words to a partner on a case that is open to it: they name nobody. */
export const screenNames = (
  text: string,
  household: Pick<Household, 'members'>,
  { wasAccepted }: Moment,
): Outcome<null, 'need-names-household'> =>
  asOutcome(wasAccepted === true ? undefined : findNamingWords(text, household))
