import type { RecordVisitInput } from '@thaiqm/core/household/record-visit.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { MemberId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { memberAge } from '@thaiqm/core/member/member.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { isRechecked } from '@thaiqm/core/rexray/old-problem.ts'
import { beginStory, type Hand, type HouseholdStory, type StoryWorld, systemHand } from './household-story.ts'
import { proposePlanFor } from './plan-story.ts'
import { plausibleHardships } from './plausible-hardships.ts'
import { getPace, officeTime, visitTime } from './practice-calendar.ts'
import type { PracticeHousehold } from './practice-households.ts'
import {
  BASELINE_BATCH_ID,
  BASELINE_ROUND_ID,
  IMPORTED_AT,
  later,
  PRACTICE_DAY,
  RE_X_RAY_ROUND_ID,
} from './practice-rounds.ts'
import { planWorkOnProblems } from './problem-story.ts'
import { seededRandom } from './seeded-random.ts'
import { planReview, type SurveyPlan, surveyInput, verdictOn } from './survey-story.ts'
import { handsOf, type VillageHands } from './village-hands.ts'

const headOf = (members: readonly Member[]): Member[] => members.filter(m => m.isHead)

/** The household's first fact: imported from 2565 or taken from the registry before the round, or found during it. */
export const tellBeginning = (
  story: HouseholdStory,
  household: PracticeHousehold,
  finder: Hand,
  foundAt: Instant,
): void => {
  const { family, origin, address, phone, position, village, random } = household
  const members = [...family.members]
  if (origin === 'BASELINE') {
    const recordedOn = household.imported.map(p => p.foundOn).sort()[0] ?? PRACTICE_DAY
    const knewAll = random.happens(0.8)
    story.tell(systemHand, later(IMPORTED_AT, random.whole(1, 90)), 'ImportBaselineHousehold', {
      batchId: BASELINE_BATCH_ID,
      roundId: BASELINE_ROUND_ID,
      sourceRows: [],
      areaCode: village.code,
      address,
      phone,
      statedMemberCount: members.length,
      members: knewAll ? members : headOf(members),
      recordedOn,
      problems: [...household.imported],
    })
    return
  }
  const isRegistry = origin === 'REGISTRY'
  story.tell(
    isRegistry ? systemHand : finder,
    isRegistry ? later(IMPORTED_AT, random.whole(120, 240)) : foundAt,
    'RegisterHousehold',
    {
      origin,
      missedReason: household.missedReason,
      areaCode: village.code,
      address,
      position,
      phone,
      statedMemberCount: members.length,
      members: isRegistry ? headOf(members) : members,
    },
  )
}

const surveyorOf = ({ random }: HouseholdStory, hands: VillageHands): Hand => {
  if (hands.head !== undefined) return random.happens(0.85) ? hands.head : hands.tambon
  return random.happens(0.55) ? hands.tambon : hands.mentor
}

const missedReasonOf = (household: PracticeHousehold): SurveyPlan['missedReason'] => {
  if (household.origin !== 'REGISTRY') return null
  const isMunicipal = household.village.tambonCode === '490101'
  return household.random.weighted([
    ['M1', 55],
    ['M2', isMunicipal ? 120 : 0],
    ['M4', 15],
    ['M8', 30],
  ])
}

/** Some old member has died since, as visits find; never one a hardship concerns. */
const peopleNow = ({ family, concerns, random }: PracticeHousehold, taken: readonly (MemberId | null)[]): Member[] => {
  const concerned = new Set([...concerns.map(c => c.memberId), ...taken])
  const gone = random.happens(0.03)
    ? family.members.find(m => !m.isHead && !concerned.has(m.id) && (memberAge(m, PRACTICE_DAY) ?? 0) >= 60)
    : undefined
  return family.members.map(m => (m === gone ? { ...m, residence: 'dead' } : m))
}

/** The visit with its form, sent when the phone next has a signal; then all that comes of it. */
export const tellSurvey = (
  story: HouseholdStory,
  household: PracticeHousehold,
  at: Instant,
  world: StoryWorld,
  surveyor: Hand,
  hands: VillageHands,
): void => {
  const { random, origin, family } = household
  const findsNew = random.happens(origin === 'BASELINE' ? 0.32 : 0.6)
  const newHardships = findsNew ? plausibleHardships(random, family, random.whole(1, 3), household.concerns) : []
  const plan: SurveyPlan = {
    members: peopleNow(
      household,
      newHardships.map(h => h.memberId),
    ),
    oldConcerns: household.concerns,
    newHardships,
    missedReason: missedReasonOf(household),
  }
  const send = (sentAt: Instant, of: SurveyPlan) =>
    story.tell(surveyor, sentAt, 'SubmitSurvey', surveyInput(story, surveyor, sentAt, of, world))
  if (!send(at, plan)) return
  const verifier = surveyor === hands.tambon ? hands.officer : hands.tambon
  const certifier = random.happens(0.7) ? hands.designated : hands.chief
  const { reviewDays } = getPace(household.village.code)
  planReview(story, at, { verifier, certifier }, reviewDays, againAt =>
    send(againAt, { ...plan, missedReason: null, newHardships: [] }),
  )
  planWorkOnProblems(story, hands, at)
  planRestricted(story, household, hands, at)
  if (story.household().problems.some(p => isLive(p.state)) && random.happens(0.5))
    story.plan(officeTime(random, at, random.whole(1, 6)), proposedAt => proposePlanFor(story, hands, proposedAt))
}

/** What the village head may not see is looked at again, or found, by the officer the chief has named. */
const planRestricted = (
  story: HouseholdStory,
  { random, family, concerns }: PracticeHousehold,
  hands: VillageHands,
  after: Instant,
): void => {
  for (const { id, restricted } of story.household().problems) {
    if (!restricted || !random.happens(0.45)) continue
    story.plan(officeTime(random, after, random.whole(2, 15)), at => {
      const problem = story.findAllowing(id, 'RecheckProblem')
      if (
        problem === undefined ||
        problem.foundInRoundId === RE_X_RAY_ROUND_ID ||
        isRechecked(problem, RE_X_RAY_ROUND_ID)
      )
        return
      story.tell(hands.designated, at, 'RecheckProblem', {
        roundId: RE_X_RAY_ROUND_ID,
        verdict: verdictOn(random, problem, at),
      })
    })
  }
  if (!random.happens(0.02)) return
  const grown = family.members.find(m => (memberAge(m, PRACTICE_DAY) ?? 0) >= 16)
  const kindCode = random.pick(['P601', 'P604', 'P110'])
  if (grown === undefined || concerns.some(c => c.kindCode === kindCode)) return
  story.plan(officeTime(random, after, random.whole(2, 10)), at => {
    if (story.household().problems.some(p => p.kindCode === kindCode)) return
    story.tell(hands.designated, at, 'ReportProblem', {
      problemId: random.uuid() as ProblemId,
      roundId: RE_X_RAY_ROUND_ID,
      kindCode,
      memberId: kindCode === 'P604' ? null : grown.id,
      description: 'รับแจ้งผ่านศูนย์ดำรงธรรมอำเภอ',
      source: 'REPORT',
    })
  })
}

const visit = (
  story: HouseholdStory,
  hand: Hand,
  at: Instant,
  outcome: RecordVisitInput['outcome'],
  note: string,
): boolean =>
  story.tell(hand, at, 'RecordVisit', { roundId: RE_X_RAY_ROUND_ID, outcome, visitedAt: at, note, photos: [] })

/** Houses that gave no form: nobody home, empty, gone, or not to be found. */
const tellVisitWithoutForm = (story: HouseholdStory, at: Instant, hand: Hand): void => {
  const { random } = story
  const outcome = random.weighted<RecordVisitInput['outcome']>([
    ['ABSENT', 46],
    ['VACANT', 24],
    ['MOVED', 9],
    ['DEMOLISHED', 7],
    ['REFUSED', 8],
    ['NOT_FOUND', 6],
  ])
  if (!visit(story, hand, at, outcome, '') || outcome !== 'ABSENT' || !random.happens(0.5)) return
  story.plan(officeTime(random, at, random.whole(3, 9)), againAt =>
    visit(story, hand, againAt, 'ABSENT', 'เพื่อนบ้านแจ้งว่าไปทำงานต่างจังหวัด'),
  )
}

/** Has anybody begun in this village? */
const hasBegun = (village: PracticeHousehold['village']): boolean =>
  village.moo === 1 || !seededRandom(`begun in ${village.code}`).happens(getPace(village.code).villagesNotBegun)

/** Everything that has happened to one household up to the practice day. */
export const tellHousehold = (household: PracticeHousehold, world: StoryWorld): HouseholdStory => {
  const { village, random, origin } = household
  const story = beginStory(household.id, village, random, world)
  const hands = handsOf(village)
  const pace = getPace(village.code)
  const at = visitTime(random, pace)
  const surveyor = surveyorOf(story, hands)
  tellBeginning(story, household, surveyor, later(at, -3))
  const isFoundOnTheWay = origin === 'MISSED' || origin === 'NEW'
  // A village that nobody has begun in weighs on the others, so that the district as a whole reaches its share.
  const reach = hasBegun(village) ? Math.min(0.97, pace.reach / (1 - pace.villagesNotBegun * 0.85)) : 0
  if (isFoundOnTheWay || random.happens(reach)) {
    if (!isFoundOnTheWay && random.happens(0.06)) tellVisitWithoutForm(story, at, surveyor)
    else if (!isFoundOnTheWay && random.happens(0.07)) {
      visit(story, surveyor, at, 'ABSENT', '')
      story.plan(officeTime(random, at, random.whole(2, 8)), againAt =>
        tellSurvey(story, household, againAt, world, surveyor, hands),
      )
    } else tellSurvey(story, household, at, world, surveyor, hands)
  }
  story.playOut()
  return story
}
