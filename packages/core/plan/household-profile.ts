import { DECLINED } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import { isLivingHere, memberAge } from '../member/member.ts'
import type { Survey } from '../survey/survey.ts'
import type { IncomeLines } from './eligibility-rule.ts'

/** What is known of a household in one respect; not knowing is never a no. */
export type Known = 'yes' | 'no' | 'unknown'

/**
 * What of a household decides whether a remedy works: who has to be cared for, who can work, what there is to work with.
 * None of them tells of a restricted hardship. The order is that of the kept profile text; new ones go to the end.
 */
export const profileFeatures = [
  'has-elder',
  'has-child',
  'has-dependent',
  'below-income-line',
  'is-small',
  'can-develop',
  'has-farmland',
  'has-earner',
] as const
export type ProfileFeature = (typeof profileFeatures)[number]
export type HouseholdProfile = Readonly<Record<ProfileFeature, Known>>

export const profileFeatureName: Readonly<Record<ProfileFeature, { readonly th: string; readonly en: string }>> = {
  'has-elder': { th: 'มีผู้สูงอายุ (60 ปีขึ้นไป)', en: 'has an elder (60 or over)' },
  'has-child': { th: 'มีเด็กอายุต่ำกว่า 15 ปี', en: 'has a child under 15' },
  'has-dependent': { th: 'มีคนพิการหรือผู้มีภาวะพึ่งพิง', en: 'has a disabled or dependent member' },
  'below-income-line': { th: 'รายได้ต่ำกว่าเกณฑ์ จปฐ.', en: 'income below the BMN line' },
  'is-small': { th: 'อยู่กันไม่เกิน 2 คน', en: 'at most two people live here' },
  'can-develop': { th: 'มีศักยภาพพัฒนาได้', en: 'can be developed' },
  'has-farmland': { th: 'มีที่ดินทำกินของตนเอง', en: 'has farmland of its own' },
  'has-earner': { th: 'มีคนวัย 15–59 ปีที่ทำงาน', en: 'has a working member aged 15–59' },
}

/** The form that says most about the household today: the last one sent; null before the first. */
export const newestSurvey = (household: Household): Survey | null =>
  household.surveys.reduce<Survey | null>(
    (last, s) => (last === null || s.submittedAt >= last.submittedAt ? s : last),
    null,
  )

type Said = string | number | readonly string[] | null

const said = (value: unknown): Said => {
  if (value === DECLINED || value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : null
}

/** An answer of the household in its newest form; null where it was not asked, not answered or declined. */
export const householdSaid = (household: Household, questionId: string): Said =>
  said(newestSurvey(household)?.answers.household[questionId])

/** The same of one member. */
export const memberSaid = (household: Household, memberId: string, questionId: string): Said =>
  said(newestSurvey(household)?.answers.members[memberId]?.[questionId])

/** Baht a person and year as the newest form has it, and the B.E. year it was asked in; null when it was not told. */
export const incomePerHead = (household: Household): { readonly baht: number; readonly yearBe: number } | null => {
  const survey = newestSurvey(household)
  const baht = householdSaid(household, 'Q701P')
  if (survey === null || typeof baht !== 'number') return null
  return { baht, yearBe: Number(survey.surveyedOn.slice(0, 4)) + 543 }
}

/** Yes as soon as one says yes; no only when everybody said no. */
const anyOf = (each: readonly Known[]): Known => {
  if (each.includes('yes')) return 'yes'
  return each.length === 0 || each.includes('unknown') ? 'unknown' : 'no'
}

const known = (is: boolean): Known => (is ? 'yes' : 'no')

const isOneOf = (value: Said, ...codes: string[]): Known =>
  value === null
    ? 'unknown'
    : known(
        typeof value === 'string' ? codes.includes(value) : Array.isArray(value) && codes.some(c => value.includes(c)),
      )

const farmland = (household: Household): Known => {
  if (householdSaid(household, 'Q704A') === 'no') return 'no'
  return isOneOf(householdSaid(household, 'Q704'), 'titled', 'untitled', 'short')
}

const potential = (household: Household): Known => {
  const plan = household.plans.at(-1)
  return plan === undefined
    ? isOneOf(householdSaid(household, 'QA05'), 'developable')
    : known(plan.potential === 'DEVELOPABLE')
}

/** What a household is like on a day, from its people, its newest form and its plan. */
export const profileOf = (household: Household, on: Day, incomeLines: IncomeLines): HouseholdProfile => {
  const living = household.members.filter(isLivingHere)
  const ages = living.map(m => memberAge(m, on))
  const anyAge = (is: (age: number) => boolean): Known =>
    anyOf(ages.map(age => (age === null ? 'unknown' : known(is(age)))))
  const income = incomePerHead(household)
  const line = income === null ? null : incomeLines('BMN_INCOME', income.yearBe)
  const count = living.length > 0 ? living.length : household.statedMemberCount
  return {
    'has-elder': anyAge(age => age >= 60),
    'has-child': anyAge(age => age < 15),
    'has-dependent': anyOf(
      living.flatMap(({ id }) => [
        isOneOf(memberSaid(household, id, 'Q411'), 'has', 'needs_device'),
        isOneOf(memberSaid(household, id, 'Q407'), 'homebound', 'bedridden'),
      ]),
    ),
    'below-income-line': income === null || line === null ? 'unknown' : known(income.baht < line),
    'is-small': count === null ? 'unknown' : known(count <= 2),
    'can-develop': potential(household),
    'has-farmland': farmland(household),
    'has-earner': anyOf(
      living.map((m, at) => {
        const age = ages[at] ?? null
        if (age !== null && (age < 15 || age > 59)) return 'no'
        const works = isOneOf(memberSaid(household, m.id, 'Q703'), 'formal', 'farmer', 'trade', 'seasonal')
        return age === null && works === 'yes' ? 'unknown' : works
      }),
    ),
  }
}

const letterOf = { yes: 'y', no: 'n', unknown: 'u' } as const
const knownOf: Readonly<Record<string, Known>> = { y: 'yes', n: 'no' }

/** A profile as it is kept: one letter a feature, in the order of `profileFeatures`. */
export const profileText = (profile: HouseholdProfile): string =>
  profileFeatures.map(feature => letterOf[profile[feature]]).join('')

/** The profile that a kept text tells of; what it does not tell is unknown. */
export const readProfile = (text: string): HouseholdProfile =>
  Object.fromEntries(
    profileFeatures.map((feature, at) => [feature, knownOf[text[at] ?? ''] ?? 'unknown']),
  ) as HouseholdProfile & Record<ProfileFeature, Known>

/** How alike two households are: the same in so many respects, of those that are known of both. */
export interface Similarity {
  readonly same: number
  readonly of: number
}

export const similarity = (a: HouseholdProfile, b: HouseholdProfile): Similarity => {
  const told = profileFeatures.filter(feature => a[feature] !== 'unknown' && b[feature] !== 'unknown')
  return { same: told.filter(feature => a[feature] === b[feature]).length, of: told.length }
}

/** Alike enough to learn from: at least four respects known of both, and three in four of them the same. */
export const isAlike = ({ same, of }: Similarity): boolean => of >= 4 && same * 4 >= of * 3
