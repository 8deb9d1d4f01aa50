import type { CompiledForm } from '../form/compile-form.ts'
import { DECLINED } from '../form/form-answers.ts'
import type { Day } from '../ledger/day.ts'
import { isLivingHere, type Member, memberAge } from '../member/member.ts'
import type { FourT } from '../plan/plan.ts'
import { choiceLabels, type StandingAnswers, standingAnswers } from '../survey/standing-answers.ts'
import type { Household } from './household.ts'

/** Where the released forms ask what the paragraph tells; a form without a question simply has no answer to it. */
const QUESTION = {
  house: 'Q501',
  disability: 'Q411',
  occupation: 'Q703',
  attitude: 'QA01',
  skill: 'QA02',
  resource: 'QA03',
  wayOut: 'QA04',
  potential: 'QA05',
} as const

/** Said wherever nothing is on record: the paragraph never guesses. */
export const NO_RECORD = 'ไม่มีข้อมูล'

const ELDER_YEARS = 60
const WORKING_YEARS = 15

interface Told {
  readonly household: Pick<Household, 'members' | 'statedMemberCount' | 'surveys' | 'plans'>
  readonly findForm: (version: string) => CompiledForm | undefined
  /** The day on which ages are counted. */
  readonly on: Day
}

const written = (labels: readonly string[]): string => (labels.length === 0 ? NO_RECORD : labels.join(', '))

const householdLabels = ({ answers, questions }: StandingAnswers, id: string): string =>
  written(choiceLabels(questions.get(id), answers.household[id]))

const memberLabels = ({ answers, questions }: StandingAnswers, id: string, member: Member): readonly string[] =>
  choiceLabels(questions.get(id), answers.members[member.id]?.[id])

/** How many of those living here are of an age; says of how many the birth date is not known. */
const countOfAge = (living: readonly Member[], on: Day, isOfAge: (age: number) => boolean): string => {
  const ages = living.map(member => memberAge(member, on))
  const known = ages.filter(age => age !== null)
  if (known.length === 0) return NO_RECORD
  const unknown = ages.length - known.length
  const count = String(known.filter(isOfAge).length)
  return unknown === 0 ? count : `${count} (ไม่ทราบวันเกิด ${unknown} คน)`
}

const countOfDisabled = (living: readonly Member[], { answers }: StandingAnswers): string => {
  const said = living
    .map(member => answers.members[member.id]?.[QUESTION.disability])
    .filter(answer => typeof answer === 'string' && answer !== DECLINED)
  return said.length === 0 ? NO_RECORD : String(said.filter(answer => answer !== 'none').length)
}

const isWorkingAge = (age: number) => age >= WORKING_YEARS && age < ELDER_YEARS

const occupations = (living: readonly Member[], said: StandingAnswers, on: Day): string => {
  const working = living.filter(member => isWorkingAge(memberAge(member, on) ?? -1))
  return written([...new Set(working.flatMap(member => memberLabels(said, QUESTION.occupation, member)))])
}

/** 4ท as it stands: the newest plan's words, else what the household said of itself in its form. */
export const standingFourT = ({ household, findForm }: Omit<Told, 'on'>): FourT => {
  const plan = household.plans.at(-1)?.fourT
  const said = standingAnswers(household.surveys, findForm)
  const of = (part: keyof FourT): string => {
    const planned = plan?.[part].trim() ?? ''
    return planned === '' ? householdLabels(said, QUESTION[part]) : planned
  }
  return { attitude: of('attitude'), skill: of('skill'), resource: of('resource'), wayOut: of('wayOut') }
}

/** ศักยภาพครัวเรือน in Thai: the newest plan's, else the form's. */
export const standingPotential = ({ household, findForm }: Omit<Told, 'on'>): string => {
  const potential = household.plans.at(-1)?.potential
  if (potential !== undefined) return potential === 'WELFARE' ? 'ต้องสงเคราะห์' : 'พัฒนาได้'
  return householdLabels(standingAnswers(household.surveys, findForm), QUESTION.potential)
}

/** What each member who lives here does for a living, by member; no entry where nothing was said. */
export const standingOccupations = ({ household, findForm }: Omit<Told, 'on'>): ReadonlyMap<string, string> => {
  const said = standingAnswers(household.surveys, findForm)
  return new Map(
    household.members.flatMap(member => {
      const labels = memberLabels(said, QUESTION.occupation, member)
      return labels.length === 0 ? [] : [[member.id, labels.join(', ')] as const]
    }),
  )
}

/**
 * The paragraph staff paste into a dashboard, word for word as they write it (domain brief 3):
 * มีสมาชิกในครัวเรือน X คน / ผู้สูงอายุ X ผู้พิการ X / วัยแรงงาน X อาชีพ … / สภาพครัวเรือน … / ทัศนคติ … / ทักษะ … /
 * ทรัพยากร … / ทางออก(ความต้องการ) …. Elders are 60 and over, working age is 15–59, both on the day given.
 */
export const fourTParagraph = ({ household, findForm, on }: Told): string => {
  const living = household.members.filter(isLivingHere)
  const said = standingAnswers(household.surveys, findForm)
  const size = household.members.length > 0 ? living.length : household.statedMemberCount
  const { attitude, skill, resource, wayOut } = standingFourT({ household, findForm })
  return [
    `มีสมาชิกในครัวเรือน ${size === null ? NO_RECORD : `${size} คน`}`,
    `ผู้สูงอายุ ${countOfAge(living, on, age => age >= ELDER_YEARS)} ผู้พิการ ${countOfDisabled(living, said)}`,
    `วัยแรงงาน ${countOfAge(living, on, isWorkingAge)} อาชีพ ${occupations(living, said, on)}`,
    `สภาพครัวเรือน ${householdLabels(said, QUESTION.house)}`,
    `ทัศนคติ ${attitude}`,
    `ทักษะ ${skill}`,
    `ทรัพยากร ${resource}`,
    `ทางออก(ความต้องการ) ${wayOut}`,
  ].join(' / ')
}
