import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, MemberId, PhotoHash, ProblemId, SurveyId } from '@thaiqm/core/ledger/identifiers.ts'
import { headMember, reXrayRound } from '@thaiqm/testing/households.ts'
import { sha256 } from './answer-request.ts'
import { deeds, deedsOnPhones } from './life-deeds.ts'
import type { Phone } from './phone.ts'
import type { Random } from './random.ts'
import { surveyInputFor } from './survey-input.ts'

const KINDS = ['P204', 'P301', 'P411', 'P601', 'P101', 'P502']

/** A photo of one to three parts, or a small one; its first bytes say JPEG. */
const takePhoto = (phone: Phone, random: Random): PhotoHash => {
  const bytes = new Uint8Array(random.pick([900, 65_536, 70_000, 140_000]))
  bytes.set([0xff, 0xd8, 0xff, random.below(256), random.below(256), random.below(256), random.below(256)])
  const hash = sha256(bytes)
  phone.disk.photos.set(hash, { bytes, state: 'waiting' })
  return hash as PhotoHash
}

export interface Work {
  readonly householdId: string
  readonly household: Household | null
  readonly command: HouseholdCommand
}

/** What a person in the field does next: a few cheap commands often, forms and reviews now and then. */
export const nextWork = (
  phone: Phone,
  household: Household | null,
  random: Random,
  now: Instant,
  visitedAt: Instant,
  isLife = false,
): Work | undefined => {
  if (household === null || random.chance(0.08)) return missedHousehold(phone, random)
  const on = (command: HouseholdCommand): Work => ({ householdId: household.id, household, command })
  if (isLife && household.problems.length > 0 && random.chance(0.5)) {
    const photo = () => takePhoto(phone, random)
    const deed = deeds[random.pick(deedsOnPhones)]
    const command = deed?.({ household, problem: random.pick(household.problems), today: dayOf(now), random, photo })
    return command && on(command)
  }
  const roll = random.next()
  if (roll < 0.34) {
    const photos = random.chance(0.5) ? [takePhoto(phone, random)] : []
    const outcome = random.pick(['ABSENT', 'REFUSED', 'VACANT', 'NOT_FOUND'] as const)
    const input = { roundId: reXrayRound.id, outcome, visitedAt, note: `ครั้งที่ ${random.below(1000)}`, photos }
    return on({ type: 'RecordVisit', input })
  }
  if (roll < 0.6) return on({ type: 'CorrectHousehold', input: corrected(household, random) })
  if (roll < 0.76)
    return on({
      type: 'ReportProblem',
      input: {
        problemId: random.uuid() as ProblemId,
        roundId: reXrayRound.id,
        kindCode: random.pick(KINDS),
        memberId: null,
        description: '',
        source: 'MANUAL',
      },
    })
  const survey = household.surveys.find(s => s.roundId === reXrayRound.id)
  if (survey !== undefined && phone.actor.role !== 'VIL' && random.chance(0.7)) {
    const surveyId = survey.id
    return random.chance(0.6)
      ? on({ type: 'VerifySurvey', input: { surveyId } })
      : on({ type: 'ReturnSurvey', input: { surveyId, reason: 'โปรดตรวจรายได้อีกครั้ง' } })
  }
  const surveyId = survey?.id ?? (random.uuid() as SurveyId)
  const input = surveyInputFor(household, phone.actor, random, surveyId, now)
  return input && on({ type: 'SubmitSurvey', input })
}

/** One or two things are put right; the rest is said as it was seen. */
export const corrected = (household: Household, random: Random) => {
  const members = household.members.map(m => ({ ...m }))
  const [first] = members
  const address = { ...household.address }
  let phone = household.phone
  for (let times = 1 + random.below(2); times > 0; times -= 1) {
    const roll = random.below(5)
    if (roll === 0) phone = `08${10_000_000 + random.below(80_000_000)}`
    else if (roll === 1) address.lane = `ซอย ${random.below(20)}`
    else if (roll === 2) address.road = `ถนน ${random.below(20)}`
    else if (roll === 3 && first !== undefined) first.lastName = `สมมติสกุล${'กขคงจฉช'[random.below(7)]}`
    else if (first !== undefined) first.firstName = `สมมติ${'กขคงจฉช'[random.below(7)]}`
  }
  return { address, phone, position: household.position, members, reason: 'เจ้าของบ้านแจ้ง' }
}

const missedHousehold = (phone: Phone, random: Random): Work => {
  const id = random.uuid() as HouseholdId
  const villages = [...phone.disk.households.values()].map(({ household }) => household.areaCode)
  const own = phone.actor.areaCode.length === 8 ? [phone.actor.areaCode as Household['areaCode']] : villages
  const areaCode =
    own.length > 0 ? random.pick(own) : (`${phone.actor.areaCode}01`.slice(0, 8) as Household['areaCode'])
  return {
    householdId: id,
    household: null,
    command: {
      type: 'RegisterHousehold',
      input: {
        origin: 'MISSED',
        missedReason: 'M1',
        areaCode,
        address: {
          houseCode: null,
          houseNumber: String(100 + random.below(800)),
          villageName: 'บ้านตัวอย่าง',
          lane: '',
          road: '',
          sequenceInHouse: 1,
        },
        position: null,
        phone: null,
        statedMemberCount: 1,
        members: [headMember({ id: random.uuid() as MemberId })],
      },
    },
  }
}
