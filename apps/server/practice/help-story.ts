import { problemKindByCode, remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import type { Hand, HouseholdStory } from './household-story.ts'
import { officeTime } from './practice-calendar.ts'
import { findOrganisationById, organisationsFor, type PracticeOrganisation } from './practice-organisations.ts'
import type { VillageHands } from './village-hands.ts'

const remedyFor = (story: HouseholdStory, kindCode: string): Remedy | undefined => {
  const menu = remediesFor(kindCode)
  return menu.length === 0 ? undefined : story.random.pick(menu)
}

export const witness = (words: string): Evidence => ({ kind: 'witness', words, witness: 'ประธาน อสม. ประจำหมู่บ้าน' })

interface Help {
  readonly completes: boolean
}

/** What a sector gives where the menu has nothing of its own for a hardship. */
const helpOf: Readonly<Record<Sector, string>> = {
  GOV: 'ให้ความช่วยเหลือตามอำนาจหน้าที่ของหน่วยงาน',
  ACAD: 'ให้คำแนะนำและนักศึกษาช่วยดำเนินการ',
  REL: 'มอบข้าวสารและเครื่องอุปโภคบริโภค',
  PRIV: 'สนับสนุนวัสดุอุปกรณ์',
  PEOP: 'ลงแรงช่วยเหลือและเยี่ยมบ้าน',
  CSO: 'มอบเงินทุนฉุกเฉินและติดตามรายกรณี',
  MEDIA: 'ประชาสัมพันธ์ขอรับความช่วยเหลือโดยครัวเรือนยินยอม',
}

/** Half of it comes from whoever the menu names first, the rest from all of the seven partners. */
const giverFor = (story: HouseholdStory, kindCode: string): PracticeOrganisation => {
  const { random, village } = story
  const named = remedyFor(story, kindCode)?.sector ?? 'GOV'
  const sector = random.weighted<Sector>([
    [named, 10],
    ['PEOP', 4],
    ['REL', 3],
    ['PRIV', 3],
    ['CSO', 2],
    ['ACAD', 1],
  ])
  return random.pick(organisationsFor(sector, village.code.slice(0, 4)))
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
  const { random } = story
  const giver = findOrganisationById(hand.actor.organisationId) ?? giverFor(story, problem.kindCode)
  const remedy = remediesFor(problem.kindCode).find(r => r.sector === giver.sector)
  return story.tell(hand, at, 'RecordAssistance', {
    assistanceId: random.uuid() as AssistanceId,
    problemIds: [problemId],
    planActionId: null,
    sector: giver.sector,
    agencyCode: giver.agencyCode,
    organisationId: giver.id,
    giverName: giver.nameTh,
    what: remedy?.th ?? helpOf[giver.sector],
    quantity: 1,
    unit: 'ครั้ง',
    valueBaht: remedy?.typicalBudgetBaht ?? random.whole(2, 12) * 100,
    givenOn: dayOf(at),
    evidence: random.happens(0.6) ? [witness('เห็นการดำเนินการจริงในวันดังกล่าว')] : [],
    completes: help.completes,
  })
}

/** The practice province has no photos: what a photo would show is told by a witness, and why there is none is said. */
const shownAsKindAsks = (kindCode: string, number: number) => {
  const seen = witness('ตรวจสอบ ณ บ้านแล้ว แก้ไขแล้วเสร็จตามที่รายงาน')
  const asks = problemKindByCode.get(kindCode)?.evidence
  if (asks === 'document')
    return { evidence: [seen, { kind: 'document' as const, reference: `บันทึกตรวจผลที่ ${number}/2567` }] }
  return asks === 'photo' ? { evidence: [seen], withoutOwnEvidence: 'ผู้ตรวจไม่มีกล้องในวันตรวจ' } : { evidence: [seen] }
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
  story.plan(officeTime(random, helpedAt, random.whole(1, 6)), at => {
    const problem = story.findAllowing(problemId, 'CloseProblem')
    if (problem === undefined) return
    const verifiers = problem.restricted
      ? [hands.designated, hands.chief]
      : [hands.officer, hands.tambon, hands.designated]
    const verifier = verifiers.find(hand => !problem.helpedBy.includes(hand.actor.personId))
    if (verifier === undefined || problem.assistanceIds.length + problem.doneActionIds.length === 0) return
    story.tell(verifier, at, 'CloseProblem', {
      problemId,
      ...shownAsKindAsks(problem.kindCode, random.whole(100, 999)),
      note: 'ตรวจผลการช่วยเหลือแล้ว',
    })
    if (problem.restricted || !random.happens(0.2)) return
    story.plan(officeTime(random, at, random.whole(1, 6)), againAt => {
      if (story.findAllowing(problemId, 'ReopenProblem') === undefined) return
      const reason = 'เยี่ยมติดตามแล้วพบว่าปัญหาเกิดซ้ำ'
      story.tell(random.pick([hands.head ?? hands.tambon, hands.mentor]), againAt, 'ReopenProblem', {
        problemId,
        reason,
      })
    })
  })
}
