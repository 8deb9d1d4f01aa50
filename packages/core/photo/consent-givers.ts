import type { Day } from '../ledger/day.ts'
import { type Member, memberAge, memberName } from '../member/member.ts'

/** Civil and Commercial Code, section 19: from then on a person consents alone. */
const ADULT_AGE_YEARS = 20

/** Whether a guardian has to consent for a person: under age, or called a child where no birth date is known. */
export const isMinor = (of: Member, on: Day): boolean => {
  const ageYears = memberAge(of, on)
  return ageYears === null ? /^(เด็ก|ด\.)/.test(of.title.trim()) : ageYears < ADULT_AGE_YEARS
}

/** Who consented standing before the photo: people of the household, others by name, and who spoke for the minors. */
export interface ConsentGivers {
  readonly members: readonly Member[]
  readonly others: string
  readonly guardian: string
}

/** Them in one line, as a consent keeps them; empty while nobody is named, or a minor has no guardian yet. */
export const nameConsentGivers = ({ members, others, guardian }: ConsentGivers, on: Day): string => {
  const hasMinor = members.some(m => isMinor(m, on))
  const spokenFor = guardian.trim()
  if (hasMinor && spokenFor === '') return ''
  const names = members.map(m => (isMinor(m, on) ? `${memberName(m)} (ผู้ปกครอง: ${spokenFor})` : memberName(m)))
  return [...names, others.trim()].filter(name => name !== '').join(', ')
}
