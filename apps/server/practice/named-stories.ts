import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, MemberId, PlanActionId, PlanId } from '@thaiqm/core/ledger/identifiers.ts'
import { memberAge } from '@thaiqm/core/member/member.ts'
import type { VerdictCode } from '@thaiqm/core/rexray/verdict.ts'
import { witness } from './help-story.ts'
import { beginStory, type Hand, type HouseholdStory, type StoryWorld } from './household-story.ts'
import { namedHousehold, namedHouseholds, namedProblemId } from './named-households.ts'
import type { Hardship } from './plausible-hardships.ts'
import { tellBeginning } from './practice-history.ts'
import type { PracticeHousehold } from './practice-households.ts'
import { findOrganisation } from './practice-organisations.ts'
import { getPerson } from './practice-people.ts'
import { instantOn, PRACTICE_DAY, RE_X_RAY_ROUND_ID } from './practice-rounds.ts'
import { surveyInput } from './survey-story.ts'
import { handsOf, type VillageHands } from './village-hands.ts'

interface Telling {
  readonly story: HouseholdStory
  readonly household: PracticeHousehold
  readonly hands: VillageHands
  readonly surveyor: Hand
  readonly world: StoryWorld
}

const at = (day: string, hour: number, minute = 0): Instant => instantOn(day as Day, hour, minute)

/** A form with this verdict on the old hardships and these new ones; kinds that concern a person are that person's. */
const survey = (telling: Telling, when: Instant, verdict: VerdictCode, newOnes: readonly Hardship[] = []): void => {
  const { story, household, surveyor, world } = telling
  const input = surveyInput(
    story,
    surveyor,
    when,
    {
      members: household.family.members,
      oldConcerns: household.concerns,
      newHardships: newOnes,
      missedReason: null,
      verdictFor: () => verdict,
    },
    world,
  )
  const key = namedHouseholds.find(n => namedHousehold(n).id === story.id)?.key ?? ''
  const raised = input.raised.map(r => ({ ...r, problemId: namedProblemId(key, r.kindCode) }))
  story.tell(surveyor, when, 'SubmitSurvey', { ...input, raised })
}

const certify = ({ story, hands }: Telling, verifiedAt: Instant, certifiedAt: Instant): void => {
  const surveyId = story.household().surveys[0]?.id
  if (surveyId === undefined) throw new Error('no form was sent')
  story.tell(hands.tambon, verifiedAt, 'VerifySurvey', { surveyId })
  story.tell(hands.designated, certifiedAt, 'CertifySurvey', { surveyId })
}

const problemOf = ({ story }: Telling, kindCode: string) => {
  const problem = story.household().problems.find(p => p.kindCode === kindCode)
  if (problem === undefined) throw new Error(`the household has no ${kindCode}`)
  return problem.id
}

const whoIs = ({ household }: Telling, from: number, to: number): MemberId => {
  const found = household.family.members.find(m => {
    const age = memberAge(m, PRACTICE_DAY) ?? -1
    return age >= from && age <= to
  })
  if (found === undefined) throw new Error(`nobody in this house is ${from}–${to} years old`)
  return found.id
}

const help = (telling: Telling, by: Hand, when: Instant, kindCode: string): void => {
  const giver = findOrganisation('volunteers-2-4901')
  telling.story.tell(by, when, 'RecordAssistance', {
    assistanceId: telling.story.random.uuid() as AssistanceId,
    problemIds: [problemOf(telling, kindCode)],
    planActionId: null,
    sector: 'PEOP',
    agencyCode: 'PEOPLE',
    organisationId: giver?.id ?? null,
    giverName: giver?.nameTh ?? '',
    what: 'ซ่อมแซมโดยช่างชุมชนจิตอาสา',
    quantity: 1,
    unit: 'หลัง',
    valueBaht: 18_500,
    givenOn: when.slice(0, 10) as Day,
    evidence: [witness('ดำเนินการแล้วเสร็จในวันเดียว')],
    completes: true,
  })
}

/** What happened in each named household after its beginning; those not listed are still to be surveyed. */
const pasts: Readonly<Record<string, (telling: Telling) => void>> = {
  'form-to-verify': telling => survey(telling, at('2024-01-11', 10, 20), 'R1'),
  'form-returned': telling => {
    survey(telling, at('2024-01-08', 9, 40), 'R3')
    const surveyId = telling.story.household().surveys[0]?.id
    if (surveyId === undefined) throw new Error('no form was sent')
    const reason = 'รายได้ครัวเรือนไม่สอดคล้องกับอาชีพ โปรดสอบถามและแก้ไข'
    telling.story.tell(telling.hands.tambon, at('2024-01-10', 14), 'ReturnSurvey', { surveyId, reason })
  },
  'helped-by-tambon': telling => {
    survey(telling, at('2023-12-12', 10), 'R2')
    certify(telling, at('2023-12-14', 9), at('2023-12-18', 11))
    help(telling, telling.hands.tambon, at('2024-01-08', 15), 'P201')
  },
  'four-problems': telling => {
    const grandchild = whoIs(telling, 6, 15)
    survey(telling, at('2023-12-13', 9, 30), 'R3', [
      { kindCode: 'P302', memberId: grandchild },
      { kindCode: 'P401', memberId: null },
      { kindCode: 'P411', memberId: null },
    ])
    certify(telling, at('2023-12-15', 9), at('2023-12-19', 14))
  },
  'restricted-problem': telling => {
    survey(telling, at('2023-12-16', 10), 'R3')
    certify(telling, at('2023-12-18', 9), at('2023-12-20', 10))
    telling.story.tell(telling.hands.designated, at('2023-12-20', 13), 'ReportProblem', {
      problemId: namedProblemId('restricted-problem', 'P601'),
      roundId: RE_X_RAY_ROUND_ID,
      kindCode: 'P601',
      memberId: whoIs(telling, 18, 60),
      description: 'รับแจ้งผ่านศูนย์ดำรงธรรมอำเภอ',
      source: 'REPORT',
    })
  },
  'resolved-once': telling => {
    survey(telling, at('2023-12-09', 10), 'R2')
    certify(telling, at('2023-12-12', 9), at('2023-12-14', 10))
    help(telling, telling.hands.tambon, at('2023-12-19', 15), 'P205')
    telling.story.tell(telling.hands.officer, at('2023-12-25', 11), 'CloseProblem', {
      problemId: problemOf(telling, 'P205'),
      evidence: [witness('ตรวจสอบ ณ บ้านแล้ว ใช้น้ำได้ตามปกติ')],
      note: 'ตรวจผลการช่วยเหลือแล้ว',
      withoutOwnEvidence: 'ผู้ตรวจไม่มีกล้องในวันตรวจ',
    })
  },
  'referral-waiting': telling => {
    survey(telling, at('2023-12-20', 10), 'R3')
    certify(telling, at('2023-12-22', 9), at('2023-12-26', 10))
    telling.story.tell(telling.hands.officer, at('2024-01-11', 10), 'ReferProblem', {
      problemId: problemOf(telling, 'P208'),
      agencyCode: 'PEA',
      organisationId: findOrganisation('pea-49')?.id ?? null,
      dueOn: '2024-02-05' as Day,
      note: 'สายไฟในบ้านชำรุด โปรดตรวจสอบและเดินสายใหม่',
    })
  },
  'plan-waiting': telling => {
    survey(telling, at('2023-12-21', 10), 'R3')
    certify(telling, at('2023-12-25', 9), at('2023-12-27', 10))
    proposeForAll(telling, at('2024-01-09', 10))
  },
  'cancellation-waiting': telling => {
    survey(telling, at('2023-12-19', 10), 'R3')
    certify(telling, at('2023-12-21', 9), at('2023-12-25', 10))
    telling.story.tell(telling.hands.tambon, at('2024-01-10', 11), 'ProposeCancellation', {
      problemId: problemOf(telling, 'P509'),
      reason: 'ตรวจสอบแล้วครัวเรือนมีบัตรสวัสดิการแห่งรัฐ บันทึกคลาดเคลื่อน',
      survivorId: null,
    })
  },
  overdue: telling => {
    survey(telling, at('2023-12-14', 10), 'R3', [{ kindCode: 'P106', memberId: whoIs(telling, 60, 99) }])
    certify(telling, at('2023-12-18', 9), at('2023-12-20', 10))
  },
  unresolvable: telling => {
    survey(telling, at('2023-12-13', 14), 'R3')
    certify(telling, at('2023-12-15', 9), at('2023-12-19', 10))
    telling.story.tell(telling.hands.chief, at('2024-01-04', 10), 'DeclareUnresolvable', {
      problemId: problemOf(telling, 'P203'),
      reasonCode: 'LAW_LAND',
      continuingCare: 'ให้อยู่อาศัยไปพลางก่อน และเสนอคณะกรรมการนโยบายที่ดินจังหวัดพิจารณา',
    })
  },
  'house-without-number': telling => {
    survey(telling, at('2023-12-21', 11), 'R3', [{ kindCode: 'P505', memberId: null }])
    certify(telling, at('2023-12-25', 9), at('2023-12-28', 10))
  },
}

const proposeForAll = (telling: Telling, when: Instant): void => {
  const { story, hands } = telling
  const action = (kindCode: string, what: string, sector: 'GOV' | 'PEOP', agencyCode: string, budgetBaht: number) => ({
    id: story.random.uuid() as PlanActionId,
    problemIds: [problemOf(telling, kindCode)],
    remedyId: null,
    what,
    level: 'SURVIVE' as const,
    sector,
    agencyCode,
    organisationId: null,
    ownerName: '',
    dueOn: '2024-06-30' as Day,
    budgetBaht,
    fundSource: 'งบปกติของหน่วยงาน',
  })
  story.tell(hands.tambon, when, 'ProposePlan', {
    planId: story.random.uuid() as PlanId,
    roundId: RE_X_RAY_ROUND_ID,
    potential: 'DEVELOPABLE',
    fourT: {
      attitude: 'ตั้งใจทำงาน พร้อมรับคำแนะนำ',
      skill: 'ทอผ้าและทำอาหาร',
      resource: 'กลุ่มสตรีในหมู่บ้าน',
      wayOut: 'ต้องการทุนและตลาดรองรับผ้าทอ',
    },
    goals: 'มีรายได้พ้นเกณฑ์และบ้านมั่นคงภายในวันที่ 30 กันยายน 2567',
    actions: [
      action('P401', 'จัดทำแผนพัฒนาครัวเรือนและส่งเสริมอาชีพเสริม', 'GOV', 'CDD', 5_000),
      action('P201', 'ซ่อมแซมหลังคาและโครงสร้างบ้าน', 'PEOP', 'PEOPLE', 25_000),
    ],
  })
}

/** The named households with their pasts, in the order of the guide. */
export const tellNamedHouseholds = (world: StoryWorld): HouseholdStory[] =>
  namedHouseholds.map(named => {
    const household = namedHousehold(named)
    const hands = handsOf(household.village)
    const surveyor = hands.head ?? hands.tambon
    const story = beginStory(household.id, household.village, household.random, world)
    tellBeginning(story, household, surveyor, at('2023-12-21', 10, 5))
    pasts[named.key]?.({ story, household, hands, surveyor, world })
    return story
  })

/** Named people that the guide relies on; each must exist. */
export const peopleOfTheGuide = (): readonly string[] =>
  [...new Set(namedHouseholds.flatMap(({ signInAs }) => signInAs))].map(key => getPerson(key).key)
