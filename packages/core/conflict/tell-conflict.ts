import type { CompiledForm } from '../form/compile-form.ts'
import { DECLINED } from '../form/form-answers.ts'
import type { Question } from '../form/form-definition.ts'
import type { Household } from '../household/household.ts'
import { day } from '../ledger/day.ts'
import { type Member, member, memberName } from '../member/member.ts'
import { problemStateNames } from '../problem/problem-state-name.ts'
import { formatDay, formatPartialDay } from '../thai/format-day.ts'
import { maskNationalNumber } from '../thai/national-number.ts'
import type { AddressPart, Conflict, MemberPart, SaidValue } from './conflict.ts'
import { valueAt } from './found-conflicts.ts'
import type { identityOf } from './household-sayings.ts'
import type { verdictStanding } from './merge-verdicts.ts'

type Language = 'th' | 'en'

/** Names of codes, from whoever holds the catalogue. */
export interface ConflictNames {
  readonly kind: (code: string) => string
  readonly verdict: (code: string) => string
  readonly cause: (code: string) => string
  readonly missedReason: (code: string) => string
  readonly relation: (code: string) => string
}

/** A conflict in words: what it is about, whose it is, and the two values. */
export interface ToldConflict {
  readonly label: string
  /** The member or hardship it concerns; empty for the household itself. */
  readonly whose: string
  readonly standing: string
  readonly other: string
}

type Named = Readonly<Record<Language, string>>

const addressLabels: Readonly<Record<AddressPart, Named>> = {
  houseCode: { th: 'เลขรหัสประจำบ้าน', en: 'House code' },
  houseNumber: { th: 'บ้านเลขที่', en: 'House number' },
  villageName: { th: 'ชื่อหมู่บ้าน', en: 'Village' },
  lane: { th: 'ตรอก/ซอย', en: 'Lane' },
  road: { th: 'ถนน', en: 'Road' },
  sequenceInHouse: { th: 'ครอบครัวลำดับที่ในบ้าน', en: 'Family in the house' },
}

const memberLabels: Readonly<Record<MemberPart, Named>> = {
  title: { th: 'คำนำหน้าชื่อ', en: 'Title' },
  firstName: { th: 'ชื่อ', en: 'First name' },
  lastName: { th: 'ชื่อสกุล', en: 'Last name' },
  sex: { th: 'เพศ', en: 'Sex' },
  birth: { th: 'วันเกิด', en: 'Date of birth' },
  relation: { th: 'ความสัมพันธ์กับหัวหน้าครัวเรือน', en: 'Relation to the head' },
  identity: { th: 'เลขประจำตัวประชาชน', en: 'National number' },
  isThai: { th: 'มีสัญชาติไทย', en: 'Thai nationality' },
  residence: { th: 'การพักอาศัย', en: 'Residence' },
}

const placeLabels = {
  phone: { th: 'เบอร์โทรศัพท์', en: 'Telephone' },
  position: { th: 'พิกัดบ้าน', en: 'Position of the house' },
  'missed-reason': { th: 'เหตุที่ตกหล่น', en: 'Why it was missed' },
  status: { th: 'สถานะครัวเรือน', en: 'State of the household' },
  head: { th: 'หัวหน้าครัวเรือน', en: 'Head of household' },
  member: { th: 'เป็นสมาชิกในครัวเรือน', en: 'Belongs to the household' },
  verdict: { th: 'ผลการตรวจสอบปัญหาเดิม', en: 'Result of the re-check' },
} as const

const valueNames: Readonly<Record<string, Named>> = {
  nothing: { th: 'ไม่ได้ระบุ', en: 'Nothing given' },
  yes: { th: 'ใช่', en: 'Yes' },
  no: { th: 'ไม่ใช่', en: 'No' },
  [DECLINED]: { th: 'ไม่สะดวกตอบ', en: 'Not answered' },
  male: { th: 'ชาย', en: 'Male' },
  female: { th: 'หญิง', en: 'Female' },
  resident: { th: 'อยู่ประจำที่บ้านนี้', en: 'Lives here' },
  away: { th: 'ไปทำงานหรือเรียนต่างถิ่น', en: 'Away for work or study' },
  dead: { th: 'เสียชีวิตแล้ว', en: 'Deceased' },
  moved: { th: 'ย้ายออกแล้ว', en: 'Moved away' },
  ACTIVE: { th: 'มีผู้อยู่อาศัย', en: 'Lived in' },
  VACANT: { th: 'บ้านว่าง', en: 'Vacant' },
  DEMOLISHED: { th: 'รื้อถอนแล้ว', en: 'Demolished' },
  MOVED: { th: 'ย้ายออกทั้งครัวเรือน', en: 'Moved away' },
  taken: { th: 'ไม่อยู่ในรายชื่อสมาชิก', en: 'Not on the list of members' },
}

interface Teller {
  readonly household: Pick<Household, 'members' | 'problems' | 'surveys'>
  readonly findForm: (version: string) => CompiledForm | undefined
  readonly names: ConflictNames
  readonly language: Language
}

const named = (code: string, language: Language): string => valueNames[code]?.[language] ?? code

/** An answer as people read it: the words of its choices, numbers with their unit, days in B.E. */
export const answerText = (question: Question | undefined, value: unknown, language: Language): string => {
  if (Array.isArray(value)) return value.map(one => answerText(question, one, language)).join(', ')
  if (typeof value === 'boolean') return named(value ? 'yes' : 'no', language)
  if (typeof value === 'number') return [value.toLocaleString('en'), question?.unit].filter(Boolean).join(' ')
  if (typeof value !== 'string') return JSON.stringify(value)
  const choice = question?.choices?.find(c => c.value === value)
  if (choice !== undefined) return language === 'th' ? choice.labelTh : choice.labelEn
  const asDay = question?.type === 'date' ? day.safeParse(value) : null
  return asDay?.success === true ? formatDay(asDay.data, { language }) : named(value, language)
}

const verdictText = (value: unknown, { names, language }: Teller): string => {
  const { verdict, state, note, causeCodes, cause, dueOn } = value as ReturnType<typeof verdictStanding>
  return [
    verdict === null ? problemStateNames[state][language] : `${verdict} ${names.verdict(verdict)}`,
    ...causeCodes.map(names.cause),
    cause,
    note,
    verdict === 'R2' && dueOn !== null ? formatDay(dueOn, { language }) : '',
  ]
    .filter(text => text !== '')
    .join(' · ')
}

const memberText = (part: MemberPart, value: unknown, { names, language }: Teller): string => {
  if (part === 'relation') return names.relation(String(value))
  if (part === 'birth') return formatPartialDay(value as NonNullable<Member['birth']>, { language })
  if (part !== 'identity') return answerText(undefined, value, language)
  const { nationalNumber } = value as ReturnType<typeof identityOf>
  return nationalNumber === null ? named('nothing', language) : maskNationalNumber(nationalNumber)
}

const valueText = (conflict: Conflict, said: SaidValue, teller: Teller): string => {
  const { place } = conflict
  const { language, household } = teller
  const value = valueAt(place, said)
  if (value === null) return named(place.kind === 'member' ? 'taken' : 'nothing', language)
  switch (place.kind) {
    case 'member': {
      const read = member.safeParse(value)
      return read.success ? memberName(read.data) : ''
    }
    case 'head': {
      const head = household.members.find(m => m.id === value)
      return head === undefined ? '–' : memberName(head)
    }
    case 'member-part':
      return memberText(place.part, value, teller)
    case 'missed-reason':
      return `${value} ${teller.names.missedReason(String(value))}`
    case 'position': {
      const { latitude, longitude, accuracyInMetres } = value as NonNullable<Household['position']>
      return `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (± ${Math.round(accuracyInMetres)} ${language === 'th' ? 'ม.' : 'm'})`
    }
    case 'verdict':
      return verdictText(value, teller)
    case 'answer':
      return answerText(questionOf(conflict, teller), value, language)
    default:
      return answerText(undefined, value, language)
  }
}

const questionOf = ({ place }: Conflict, { household, findForm }: Teller): Question | undefined => {
  if (place.kind !== 'answer') return undefined
  const survey = household.surveys.find(s => s.roundId === place.roundId)
  return findForm(survey?.formVersion ?? '')?.questionById.get(place.questionId)?.question
}

const labelOf = (conflict: Conflict, teller: Teller): string => {
  const { place } = conflict
  const { language } = teller
  if (place.kind === 'address') return addressLabels[place.part][language]
  if (place.kind === 'member-part') return memberLabels[place.part][language]
  if (place.kind !== 'answer') return placeLabels[place.kind][language]
  const question = questionOf(conflict, teller)
  return question === undefined ? place.questionId : language === 'th' ? question.labelTh : question.labelEn
}

const whoseOf = (conflict: Conflict, { household, names }: Teller): string => {
  const { place, standing, other } = conflict
  const problemId = place.kind === 'verdict' ? place.problemId : place.kind === 'answer' ? place.instanceId : null
  const problem = household.problems.find(p => p.id === problemId)
  if (problem !== undefined) return `${problem.kindCode} ${names.kind(problem.kindCode)}`
  const memberId = 'memberId' in place ? place.memberId : place.kind === 'answer' ? place.instanceId : null
  const known = household.members.find(m => m.id === memberId)
  if (known !== undefined) return memberName(known)
  const kept = place.kind === 'member' ? member.safeParse(valueAt(place, standing.value ?? other.value)) : undefined
  return kept?.success === true ? memberName(kept.data) : ''
}

/** A conflict as people read it, beside each other, for phone and office alike. */
export const tellConflict = (conflict: Conflict, teller: Teller): ToldConflict => ({
  label: labelOf(conflict, teller),
  whose: whoseOf(conflict, teller),
  standing: valueText(conflict, conflict.standing.value, teller),
  other: valueText(conflict, conflict.other.value, teller),
})
