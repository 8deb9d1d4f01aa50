import { remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import type { Hand, HouseholdStory } from './household-story.ts'
import { officeTime } from './practice-calendar.ts'
import { organisationsFor } from './practice-organisations.ts'
import type { VillageHands } from './village-hands.ts'

export const remedyFor = (story: HouseholdStory, kindCode: string): Remedy | undefined => {
  const menu = remediesFor(kindCode)
  return menu.length === 0 ? undefined : story.random.pick(menu)
}

export const witness = (words: string): Evidence => ({ kind: 'witness', words, witness: 'ประธาน อสม. ประจำหมู่บ้าน' })

export interface Help {
  readonly completes: boolean
  /** The partner itself when it records its own help. */
  readonly organisationId?: string | null
}

/** Help of one of the seven partners for a hardship, as the partner itself or an officer for it writes it down. */
export const recordHelp = (
  story: HouseholdStory,
  hand: Hand,
  at: Instant,
  problemId: ProblemId,
  help: Help,
): boolean => {
  const problem = story.findAllowing(problemId, 'RecordAssistance')
  if (problem === undefined) return false
  const { random, village } = story
  const remedy = remedyFor(story, problem.kindCode)
  const sector = remedy?.sector ?? 'GOV'
  const partners = organisationsFor(sector, village.code.slice(0, 4))
  const own = partners.find(p => p.id === hand.actor.organisationId)
  const giver = own ?? (partners.length === 0 ? undefined : random.pick(partners))
  return story.tell(hand, at, 'RecordAssistance', {
    assistanceId: random.uuid() as AssistanceId,
    problemIds: [problemId],
    planActionId: null,
    sector: giver?.sector ?? sector,
    agencyCode: giver?.agencyCode ?? remedy?.agencyCode ?? null,
    organisationId: giver?.id ?? null,
    giverName: giver?.nameTh ?? 'ชาวบ้านในหมู่บ้าน',
    what: remedy?.th ?? 'ให้ความช่วยเหลือตามสภาพปัญหา',
    quantity: 1,
    unit: 'ครั้ง',
    valueBaht: remedy?.typicalBudgetBaht ?? random.whole(2, 12) * 100,
    givenOn: dayOf(at),
    evidence: random.happens(0.6) ? [witness('เห็นการดำเนินการจริงในวันดังกล่าว')] : [],
    completes: help.completes,
  })
}

/** Somebody other than the helper goes and looks; some solved hardships come back later. */
export const planVerification = (
  story: HouseholdStory,
  hands: VillageHands,
  helpedAt: Instant,
  problemId: ProblemId,
): void => {
  const { random } = story
  if (!random.happens(0.62)) return
  story.plan(officeTime(random, helpedAt, random.whole(2, 10)), at => {
    const problem = story.findAllowing(problemId, 'CloseProblem')
    if (problem === undefined) return
    const verifiers = problem.restricted
      ? [hands.designated, hands.chief]
      : [hands.officer, hands.tambon, hands.designated]
    const verifier = verifiers.find(hand => !problem.helpedBy.includes(hand.actor.personId))
    if (verifier === undefined || problem.assistanceIds.length + problem.doneActionIds.length === 0) return
    story.tell(verifier, at, 'CloseProblem', {
      problemId,
      evidence: [witness('ตรวจสอบ ณ บ้านแล้ว แก้ไขแล้วเสร็จตามที่รายงาน')],
      note: 'ตรวจผลการช่วยเหลือแล้ว',
    })
    if (problem.restricted || !random.happens(0.1)) return
    story.plan(officeTime(random, at, random.whole(2, 9)), againAt => {
      if (story.findAllowing(problemId, 'ReopenProblem') === undefined) return
      const reason = 'เยี่ยมติดตามแล้วพบว่าปัญหาเกิดซ้ำ'
      story.tell(random.pick([hands.head ?? hands.tambon, hands.mentor]), againAt, 'ReopenProblem', {
        problemId,
        reason,
      })
    })
  })
}
