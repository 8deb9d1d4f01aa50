import { incomeLineBaht, remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import { dayOf, earlierDay, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { PlanActionId, PlanId } from '@thaiqm/core/ledger/identifiers.ts'
import { eligibilityFor } from '@thaiqm/core/plan/eligibility.ts'
import type { PlanActionInput } from '@thaiqm/core/plan/plan.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { planVerification } from './help-story.ts'
import type { HouseholdStory } from './household-story.ts'
import { officeTime } from './practice-calendar.ts'
import { organisationsFor } from './practice-organisations.ts'
import { RE_X_RAY_ROUND_ID, reXrayRound } from './practice-rounds.ts'
import type { VillageHands } from './village-hands.ts'

/** What the team chooses: nothing the household surely may not have, and more often than not what the menu names first. */
const chosenRemedy = (story: HouseholdStory, problem: Problem, at: Instant): Remedy | undefined => {
  const context = { household: story.household(), today: dayOf(at), incomeLines: incomeLineBaht }
  const menu = remediesFor(problem.kindCode).filter(
    remedy => eligibilityFor(remedy.eligibility, problem.memberId, context).verdict !== 'not-eligible',
  )
  if (menu.length === 0) return undefined
  return story.random.happens(0.75) ? menu[0] : story.random.pick(menu)
}

const actionFor = (story: HouseholdStory, problem: Problem, at: Instant): PlanActionInput => {
  const { random, village } = story
  const remedy = chosenRemedy(story, problem, at)
  const sector = remedy?.sector ?? 'GOV'
  const partners = organisationsFor(sector, village.code.slice(0, 4)).filter(
    p => sector !== 'GOV' || remedy === undefined || p.agencyCode === remedy.agencyCode,
  )
  const owner = partners.length === 0 ? undefined : random.pick(partners)
  const budget = remedy?.typicalBudgetBaht ?? 0
  return {
    id: random.uuid() as PlanActionId,
    problemIds: [problem.id],
    remedyId: remedy?.id ?? null,
    what: remedy?.th ?? 'ช่วยเหลือตามสภาพปัญหา',
    level: remedy?.level ?? problem.level,
    sector,
    agencyCode: remedy?.agencyCode ?? problem.leadAgency,
    organisationId: owner?.id ?? null,
    ownerName: owner?.nameTh ?? '',
    dueOn: earlierDay(
      dayOf(officeTime(random, at, (remedy?.typicalDays ?? 30) + random.whole(20, 90))),
      reXrayRound.resolveBy,
    ),
    budgetBaht: budget,
    fundSource: budget === 0 ? '' : sector === 'GOV' ? 'งบปกติของหน่วยงาน' : 'เงินบริจาค',
  }
}

const fourTs = [
  {
    attitude: 'ตั้งใจทำงาน พร้อมรับคำแนะนำ',
    skill: 'ทำนา เลี้ยงสัตว์',
    resource: 'ที่ดินทำกินของครัวเรือน',
    wayOut: 'ต้องการทุนและแหล่งน้ำเพื่อทำการเกษตรหลังนา',
  },
  {
    attitude: 'เชื่อมั่นว่าแก้ไขได้หากมีผู้แนะนำ',
    skill: 'จักสานและทอผ้า',
    resource: 'กลุ่มอาชีพในหมู่บ้าน',
    wayOut: 'ต้องการตลาดรองรับและความรู้ด้านการขาย',
  },
  {
    attitude: 'ท้อแท้เพราะเจ็บป่วย แต่ยินดีรับความช่วยเหลือ',
    skill: 'ไม่มีทักษะที่ประกอบอาชีพได้ในขณะนี้',
    resource: 'บ้านและเพื่อนบ้านที่ช่วยดูแล',
    wayOut: 'ต้องการสวัสดิการและการดูแลต่อเนื่อง',
  },
] as const

/** A plan for all live hardships the tambon may see, cut for this household, and what the chief's meeting does with it. */
export const proposePlanFor = (story: HouseholdStory, hands: VillageHands, at: Instant): void => {
  const { random } = story
  const open = story.household().problems.filter(p => isLive(p.state) && !p.restricted)
  if (open.length === 0) return
  const proposer = random.pick([hands.tambon, hands.tambon, hands.mentor])
  const planId = random.uuid() as PlanId
  const actions = open.map(problem => actionFor(story, problem, at))
  story.tell(proposer, at, 'ProposePlan', {
    planId,
    roundId: RE_X_RAY_ROUND_ID,
    potential: random.happens(0.65) ? 'DEVELOPABLE' : 'WELFARE',
    fourT: random.pick(fourTs),
    goals: 'แก้ไขความเดือดร้อนทุกข้อให้แล้วเสร็จภายในวันที่ 30 กันยายน 2567',
    actions,
  })
  const fate = random.weighted([
    ['approve', 68],
    ['return', 8],
    ['wait', 24],
  ])
  if (fate === 'wait') return
  story.plan(officeTime(random, at, random.whole(1, 4)), decidedAt => {
    if (fate === 'return') {
      story.tell(hands.chief, decidedAt, 'ReturnPlan', { planId, reason: 'โปรดเพิ่มภาคีที่ร่วมดำเนินการและแหล่งงบประมาณ' })
      return
    }
    story.tell(hands.chief, decidedAt, 'ApprovePlan', { planId, note: 'เห็นชอบตามมติที่ประชุม ศจพ.อ.' })
    for (const action of actions.filter(() => random.happens(0.75))) {
      story.plan(officeTime(random, decidedAt, random.whole(1, 6)), doneAt => {
        const [problemId] = action.problemIds
        if (problemId === undefined || story.household().plans.find(p => p.id === planId)?.state !== 'APPROVED') return
        const doer = random.pick([hands.tambon, hands.mentor])
        const done = { planId, planActionId: action.id, result: 'ดำเนินการตามแผนแล้วเสร็จ' }
        if (story.tell(doer, doneAt, 'CompletePlanAction', done)) planVerification(story, hands, doneAt, problemId)
      })
    }
  })
}
