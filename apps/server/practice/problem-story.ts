import { problemKindByCode, unresolvableReasons } from '@thaiqm/catalogue/catalogue.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { planVerification, recordHelp } from './help-story.ts'
import type { Hand, HouseholdStory } from './household-story.ts'
import { officeTime } from './practice-calendar.ts'
import type { VillageHands } from './village-hands.ts'

type Teller = (story: HouseholdStory, hands: VillageHands, problem: Problem, at: Instant) => void

const officerFor = (hands: VillageHands, problem: Problem): Hand =>
  problem.restricted ? hands.designated : hands.officer

interface Addressee {
  readonly agencyCode: string
  readonly organisationId: OrganisationId | null
}

const referTo = (
  story: HouseholdStory,
  hands: VillageHands,
  problem: Problem,
  at: Instant,
  to: Addressee,
  note: string,
): boolean =>
  story.findAllowing(problem.id, 'ReferProblem') !== undefined &&
  story.tell(officerFor(hands, problem), at, 'ReferProblem', {
    problemId: problem.id,
    agencyCode: to.agencyCode,
    organisationId: to.organisationId,
    dueOn: dayOf(
      officeTime(
        story.random,
        at,
        story.random.weighted([
          [7, 2],
          [21, 4],
          [45, 4],
        ]),
      ),
    ),
    note,
  })

const helpAndVerify = (
  story: HouseholdStory,
  hands: VillageHands,
  hand: Hand,
  after: Instant,
  problemId: ProblemId,
  completes: boolean,
): void =>
  story.plan(officeTime(story.random, after, story.random.whole(2, 12)), at => {
    if (recordHelp(story, hand, at, problemId, { completes }) && completes)
      planVerification(story, hands, at, problemId)
  })

/** ส่งต่อหน่วยงาน: waits, is accepted and helped, or comes back and is sent to the local authority. */
const referral: Teller = (story, hands, problem, at) => {
  const { random } = story
  const lead = hands.agency(problem.leadAgency) ?? hands.agency(problem.restricted ? 'MOPH' : 'LAO')
  if (lead === undefined || lead.actor.agencyCode === null) return
  const to = { agencyCode: lead.actor.agencyCode, organisationId: lead.actor.organisationId }
  if (!referTo(story, hands, problem, at, to, 'โปรดพิจารณาให้ความช่วยเหลือตามอำนาจหน้าที่')) return
  const fate = random.weighted([
    ['accept', 52],
    ['return', 14],
    ['wait', 34],
  ])
  if (fate === 'wait') return
  story.plan(officeTime(random, at, random.whole(2, 8)), answeredAt => {
    if (fate === 'accept') {
      if (story.findAllowing(problem.id, 'AcceptReferral') === undefined) return
      story.tell(lead, answeredAt, 'AcceptReferral', { problemId: problem.id, reply: 'รับเรื่องไว้ดำเนินการแล้ว' })
      if (random.happens(0.65)) helpAndVerify(story, hands, lead, answeredAt, problem.id, random.happens(0.75))
      return
    }
    if (story.findAllowing(problem.id, 'ReturnReferral') === undefined) return
    const reason = random.pick(['อยู่นอกเขตรับผิดชอบ', 'ไม่เข้าเกณฑ์ของหน่วยงาน', 'เอกสารประกอบไม่ครบถ้วน'])
    story.tell(lead, answeredAt, 'ReturnReferral', { problemId: problem.id, reason })
    const local = hands.agency('LAO')
    if (local === undefined || local === lead || problem.restricted || !random.happens(0.6)) return
    story.plan(officeTime(random, answeredAt, random.whole(1, 4)), againAt => {
      const next = { agencyCode: 'LAO', organisationId: local.actor.organisationId }
      referTo(story, hands, problem, againAt, next, 'หน่วยงานเดิมส่งคืน โปรดพิจารณาดำเนินการ')
    })
  })
}

/** A partner with an account of its own is asked, and writes its help down itself. */
const partnerHelp: Teller = (story, hands, problem, at) => {
  const { random } = story
  const partner = hands.partner(
    random.pick(['temple-1', 'temple-2', 'firm-1', 'foundation-1', 'college', 'volunteers-1', 'volunteers-2']),
  )
  if (partner === undefined || partner.actor.agencyCode === null || problem.restricted)
    return officialHelp(story, hands, problem, at)
  const to = { agencyCode: partner.actor.agencyCode, organisationId: partner.actor.organisationId }
  if (!referTo(story, hands, problem, at, to, 'ขอรับการสนับสนุนจากภาคี')) return
  if (random.happens(0.75)) helpAndVerify(story, hands, partner, at, problem.id, random.happens(0.7))
}

/** Help that an officer or the village head records for the giver. */
const officialHelp: Teller = (story, hands, problem, at) => {
  if (problem.restricted) return
  const { random } = story
  const hand = random.pick([hands.tambon, hands.tambon, hands.head ?? hands.mentor])
  const completes = random.happens(0.7)
  if (recordHelp(story, hand, at, problem.id, { completes }) && completes)
    planVerification(story, hands, at, problem.id)
}

const selfResolved: Teller = (story, hands, problem, at) => {
  if (problem.restricted || story.findAllowing(problem.id, 'MarkSelfResolved') === undefined) return
  const how = story.random.pick(['บุตรหลานส่งเงินมาซ่อมแซมเอง', 'สมาชิกได้งานทำ มีรายได้เพียงพอ', 'ญาติช่วยเหลือจนพ้นความเดือดร้อน'])
  story.tell(hands.head ?? hands.tambon, at, 'MarkSelfResolved', { problemId: problem.id, how, resolvedOn: dayOf(at) })
}

const unresolvable: Teller = (story, hands, problem, at) => {
  if (story.findAllowing(problem.id, 'DeclareUnresolvable') === undefined) return
  const isLand = problem.kindCode === 'P203' || problem.kindCode === 'P406'
  story.tell(hands.chief, at, 'DeclareUnresolvable', {
    problemId: problem.id,
    reasonCode: isLand ? 'LAW_LAND' : story.random.pick(unresolvableReasons).code,
    continuingCare: 'ให้ทีมปฏิบัติการตำบลเยี่ยมเดือนละครั้ง และประสานสวัสดิการต่อเนื่อง',
  })
}

/** Proposed below, decided above: cancelled, declined, or waiting still. */
const cancellation: Teller = (story, hands, problem, at) => {
  if (problem.restricted || story.findAllowing(problem.id, 'ProposeCancellation') === undefined) return
  const { random } = story
  const reason = random.pick(['บันทึกคลาดเคลื่อน', 'ครัวเรือนไม่ประสงค์ให้บันทึก', 'สมาชิกย้ายออกจากพื้นที่แล้ว'])
  const proposal = { problemId: problem.id, reason, survivorId: null }
  if (!story.tell(random.pick([hands.tambon, hands.head ?? hands.tambon]), at, 'ProposeCancellation', proposal)) return
  const fate = random.weighted([
    ['cancel', 50],
    ['decline', 15],
    ['wait', 35],
  ])
  if (fate === 'wait') return
  story.plan(officeTime(random, at, random.whole(1, 7)), decidedAt => {
    if (story.findAllowing(problem.id, 'CancelProblem')?.cancellationProposal == null) return
    if (fate === 'cancel') story.tell(hands.officer, decidedAt, 'CancelProblem', proposal)
    else
      story.tell(hands.officer, decidedAt, 'DeclineCancellation', {
        problemId: problem.id,
        reason: 'ยังพบปัญหาอยู่ ให้ดำเนินการต่อ',
      })
  })
}

const startWork: Teller = (story, hands, problem, at) => {
  if (problem.restricted || story.findAllowing(problem.id, 'StartWork') === undefined) return
  story.tell(hands.tambon, at, 'StartWork', { problemId: problem.id, note: 'ลงพื้นที่ประเมินและจัดหาวัสดุแล้ว' })
}

const causes: Teller = (story, hands, problem, at) => {
  if (problem.restricted || story.findAllowing(problem.id, 'AnalyseCauses') === undefined) return
  const cause = story.random.pick(problemKindByCode.get(problem.kindCode)?.causes ?? [])
  story.tell(hands.tambon, at, 'AnalyseCauses', {
    problemId: problem.id,
    causeCodes: [cause.code],
    rootCause: cause.th,
  })
}

const nothingYet: Teller = () => {}

const fates: readonly (readonly [Teller, number])[] = [
  [nothingYet, 30],
  [referral, 24],
  [officialHelp, 14],
  [partnerHelp, 10],
  [causes, 8],
  [startWork, 5],
  [selfResolved, 6],
  [unresolvable, 3],
  [cancellation, 5],
]

/** What becomes of each live hardship after the visit: much waits, some is referred and helped, some ends another way. */
export const planWorkOnProblems = (story: HouseholdStory, hands: VillageHands, after: Instant): void => {
  for (const { id, state } of story.household().problems) {
    if (!isLive(state)) continue
    const tell = story.random.weighted(fates)
    story.plan(officeTime(story.random, after, story.random.whole(3, 16)), at => {
      const problem = story.household().problems.find(p => p.id === id)
      if (problem !== undefined && isLive(problem.state)) tell(story, hands, problem, at)
    })
  }
}
