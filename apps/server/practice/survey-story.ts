import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { AnswerValue } from '@thaiqm/core/form/form-answers.ts'
import type { Household, Position } from '@thaiqm/core/household/household.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId, SurveyId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { matchingProblem } from '@thaiqm/core/problem/found-problem.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import type { ProblemState } from '@thaiqm/core/problem/problem-state.ts'
import { isRechecked, oldProblemsFor } from '@thaiqm/core/rexray/old-problem.ts'
import type { Verdict, VerdictCode } from '@thaiqm/core/rexray/verdict.ts'
import type { SubmitSurveyInput } from '@thaiqm/core/survey/submit-survey.ts'
import { answerQuestionnaire } from './answer-questionnaire.ts'
import type { Hand, HouseholdStory, StoryWorld } from './household-story.ts'
import type { Hardship } from './plausible-hardships.ts'
import { officeTime } from './practice-calendar.ts'
import { later, RE_X_RAY_ROUND_ID, reXrayRound } from './practice-rounds.ts'
import type { PracticeVillage } from './practice-villages.ts'
import type { SeededRandom } from './seeded-random.ts'

const verdictChances: Partial<Record<ProblemState, readonly (readonly [VerdictCode, number])[]>> = {
  OPEN: [
    ['R3', 42],
    ['R2', 26],
    ['R1', 16],
    ['R5', 10],
    ['R6', 6],
  ],
  IN_PROGRESS: [
    ['R2', 46],
    ['R1', 34],
    ['R3', 12],
    ['R5', 5],
    ['R6', 3],
  ],
  ASSISTED: [
    ['R1', 68],
    ['R2', 18],
    ['R4', 8],
    ['R5', 4],
    ['R6', 2],
  ],
  RESOLVED: [
    ['R1', 84],
    ['R4', 11],
    ['R5', 3],
    ['R6', 2],
  ],
  SELF_RESOLVED: [
    ['R1', 88],
    ['R4', 9],
    ['R5', 3],
  ],
  UNRESOLVABLE: [
    ['R3', 60],
    ['R2', 25],
    ['R5', 8],
    ['R6', 7],
  ],
}

const reasons: Partial<Record<VerdictCode, readonly string[]>> = {
  R5: ['ตรวจสอบแล้วไม่พบปัญหาตามที่บันทึกไว้เมื่อปี 2565', 'บันทึกคลาดเคลื่อน เป็นของครัวเรือนอื่นในหมู่บ้าน'],
  R6: ['สมาชิกที่ประสบปัญหาเสียชีวิตแล้ว', 'สมาชิกที่ประสบปัญหาย้ายไปอยู่ต่างจังหวัดแล้ว'],
}

const causeOf = (random: SeededRandom, kindCode: string) => random.pick(problemKindByCode.get(kindCode)?.causes ?? [])

/** A verdict with all it needs: evidence for R1, cause and day for R2, cause for R3 and R4, a reason for R5 and R6. */
export const verdictOn = (random: SeededRandom, problem: Problem, at: Instant, given?: VerdictCode): Verdict => {
  const code = given ?? random.weighted(verdictChances[problem.state] ?? [['R3', 1]])
  const cause = causeOf(random, problem.kindCode)
  const isUnfinished = code === 'R2' || code === 'R3' || code === 'R4'
  return {
    problemId: problem.id,
    verdict: code,
    causeCodes: isUnfinished ? [cause.code] : [],
    cause: isUnfinished ? cause.th : '',
    planDueOn:
      code === 'R2'
        ? dayOf(
            officeTime(
              random,
              at,
              random.weighted([
                [8, 2],
                [45, 3],
                [120, 4],
                [200, 3],
              ]),
            ),
          )
        : null,
    evidence: code === 'R1' ? [{ kind: 'witness', words: 'แก้ไขแล้วเสร็จ ใช้การได้ตามปกติ', witness: 'ผู้ช่วยผู้ใหญ่บ้าน' }] : [],
    reason: random.pick(reasons[code] ?? ['']),
    helpers: code === 'R1' || code === 'R2' ? random.pick(['อบต.', 'พมจ.', 'วัดและจิตอาสา', 'รพ.สต.', '']) : '',
  }
}

export const positionNear = (random: SeededRandom, village: PracticeVillage): Position => {
  const around = () => Math.round((random.fraction() - 0.5) * 0.008 * 1_000_000) / 1_000_000
  return {
    latitude: village.latitude + around(),
    longitude: village.longitude + around(),
    accuracyInMetres: random.whole(4, 25),
    provider: 'device',
  }
}

export interface SurveyPlan {
  readonly members: readonly Member[]
  /** Whom each imported hardship concerns: the import does not say, the visit does. */
  readonly oldConcerns: readonly Hardship[]
  readonly newHardships: readonly Hardship[]
  readonly missedReason: SubmitSurveyInput['missedReason']
  readonly verdictFor?: (problem: Problem) => VerdictCode | undefined
}

const countNew = (household: Household, raised: SubmitSurveyInput['raised']): number =>
  raised.filter(({ kindCode, memberId }) => {
    const live = matchingProblem(household, kindCode, memberId, 'live')
    if (live !== undefined) return live.foundInRoundId === RE_X_RAY_ROUND_ID
    return matchingProblem(household, kindCode, memberId, 'solved') === undefined
  }).length

const problemAnswers = ({ verdict, cause }: Verdict): Record<string, AnswerValue> =>
  cause === '' ? { Q301: verdict } : { Q301: verdict, Q303: cause }

/** A whole form, answered through the questionnaire's own engine, and ready to be sent at that moment. */
export const surveyInput = (
  story: HouseholdStory,
  hand: Hand,
  at: Instant,
  plan: SurveyPlan,
  world: StoryWorld,
): SubmitSurveyInput => {
  const { random, village } = story
  const household = story.household()
  const form = world.catalogue.findForm(reXrayRound.formVersion ?? '')
  if (form === undefined) throw new Error('the round has no form')
  const begunAt = later(at, -random.whole(18, 55))
  const verdicts = oldProblemsFor(household, RE_X_RAY_ROUND_ID, hand.actor)
    .filter(p => !isRechecked(p, RE_X_RAY_ROUND_ID))
    .map(p => verdictOn(random, p, at, plan.verdictFor?.(p)))
  const isStillThere = (problem: Problem): boolean => {
    const verdict = verdicts.find(v => v.problemId === problem.id)?.verdict
    if (verdict === undefined)
      return !problem.restricted && !['RESOLVED', 'SELF_RESOLVED', 'CANCELLED'].includes(problem.state)
    return verdict === 'R2' || verdict === 'R3' || verdict === 'R4'
  }
  const stillThere = household.problems.filter(isStillThere).map(
    (p): Hardship => ({
      kindCode: p.kindCode,
      memberId: p.memberId ?? plan.oldConcerns.find(c => c.kindCode === p.kindCode)?.memberId ?? null,
    }),
  )
  const draft = { roundId: RE_X_RAY_ROUND_ID, visitedAt: begunAt, members: plan.members }
  const wanted = [...stillThere, ...plan.newHardships]
  const { answers, raised: found } = answerQuestionnaire(form, household, draft, wanted, random, {
    actor: hand.actor,
    thresholdBaht: world.catalogue.thresholdBaht,
  })
  const raised = found.map(({ kindCode, memberId }) => ({
    problemId: random.uuid() as ProblemId,
    kindCode,
    memberId: memberId as Member['id'] | null,
    description: '',
  }))
  return {
    surveyId: household.surveys.find(s => s.roundId === RE_X_RAY_ROUND_ID)?.id ?? (random.uuid() as SurveyId),
    roundId: RE_X_RAY_ROUND_ID,
    formVersion: form.definition.version,
    begunAt,
    visitedAt: begunAt,
    noticeGiven: true,
    position: random.happens(0.75) ? positionNear(random, village) : household.position,
    photos: [],
    address: household.address,
    phone: household.phone,
    missedReason: plan.missedReason,
    members: [...plan.members],
    verdicts,
    answers: { ...answers, problems: Object.fromEntries(verdicts.map(v => [v.problemId, problemAnswers(v)])) },
    sameAsLastRound: [],
    raised,
    removed: [],
    noNewProblem: countNew(household, raised) === 0,
    note: '',
  }
}

export interface Reviewers {
  /** Verifies what somebody else surveyed. */
  readonly verifier: Hand
  readonly certifier: Hand
}

/** What the tambon and the district do with a sent form: verify and certify it, or send it back, which may be repaired. */
export const planReview = (
  story: HouseholdStory,
  sentAt: Instant,
  reviewers: Reviewers,
  reviewDays: number,
  sendAgain: (at: Instant) => void,
): void => {
  const { random } = story
  const surveyId = story.household().surveys.at(-1)?.id
  if (surveyId === undefined) throw new Error('there is no form to review')
  const stateIs = (state: string) => story.household().surveys.at(-1)?.state === state
  const wait = () => reviewDays * (0.4 + random.fraction() * 1.4)
  const returned = random.happens(0.05)
  story.plan(officeTime(random, sentAt, wait()), at => {
    if (!stateIs('SUBMITTED')) return
    if (returned) {
      const reason = random.pick([
        'รายได้ครัวเรือนไม่สอดคล้องกับอาชีพ โปรดสอบถามและแก้ไข',
        'ไม่ได้ระบุสมาชิกที่ไปทำงานต่างจังหวัด โปรดตรวจสอบรายชื่อสมาชิก',
        'หลักฐานการแก้ไขปัญหาเดิมไม่ชัดเจน โปรดตรวจสอบอีกครั้ง',
      ])
      story.tell(reviewers.verifier, at, 'ReturnSurvey', { surveyId, reason })
      if (random.happens(0.5)) story.plan(officeTime(random, at, random.whole(1, 5)), sendAgain)
      return
    }
    story.tell(reviewers.verifier, at, 'VerifySurvey', { surveyId })
    if (!random.happens(0.8)) return
    story.plan(officeTime(random, at, wait() + 1), certifiedAt => {
      if (stateIs('VERIFIED')) story.tell(reviewers.certifier, certifiedAt, 'CertifySurvey', { surveyId })
    })
  })
}
