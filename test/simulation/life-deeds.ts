import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, PhotoHash, PlanActionId, PlanId } from '@thaiqm/core/ledger/identifiers.ts'
import { helpPhotosOf } from '@thaiqm/core/photo/help-photo.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { isOpenReferral, referralsOf } from '@thaiqm/core/referral/referral-of.ts'
import { planAction, proposePlan, recordHelp, referProblem } from '@thaiqm/testing/deeds.ts'
import type { Random } from './random.ts'

export interface DeedParts {
  readonly household: Household
  readonly problem: Problem
  readonly today: Day
  readonly random: Random
  /** A photo just taken: on a phone it has still to be sent. */
  readonly photo: () => PhotoHash
}

type Deed = (of: DeedParts) => HouseholdCommand | undefined

const AGENCIES = ['MOPH', 'LAO', 'PEA']
const WHY = 'เหตุผลตามที่ครัวเรือนแจ้ง'

const shown = ({ random, photo }: DeedParts): Evidence[] => [
  { kind: 'witness', witness: 'เพื่อนบ้าน', words: 'เห็นว่าดำเนินการแล้ว' },
  ...(random.chance(0.5) ? [{ kind: 'photo' as const, photo: photo(), caption: '' }] : []),
]

const lastPlan = ({ household }: DeedParts) => household.plans.at(-1)

/** An action of the plan that stands, and the plan it is of. */
const actionOf = (of: DeedParts): { planId: PlanId; planActionId: PlanActionId } | undefined => {
  const plan = lastPlan(of)
  return plan && plan.actions.length > 0
    ? { planId: plan.id, planActionId: of.random.pick(plan.actions).id }
    : undefined
}

const photoOf = ({ household, random }: DeedParts): PhotoHash | undefined => {
  const photos = helpPhotosOf(household)
  return photos.length === 0 ? undefined : random.pick(photos).photo
}

const contributorOf = ({ problem, random }: DeedParts): { contributor?: string } => {
  const own = problem.contributions ?? []
  return own.length > 0 && random.chance(0.4) ? { contributor: random.pick(own).agencyCode } : {}
}

/** What may be done about a hardship from its finding to the day somebody looks whether it is still solved. */
export const deeds: Readonly<Record<string, Deed>> = {
  ChooseLane: ({ problem: { id }, random }) => ({
    type: 'ChooseLane',
    input: {
      problemId: id,
      lane: random.pick(['SELF', 'COMMUNITY', 'AGENCY'] as const),
      ownerName: 'กลุ่มออมทรัพย์',
      organisationId: null,
      lookAgainOn: null,
      note: '',
    },
  }),
  RecordFollowUp: of => ({
    type: 'RecordFollowUp',
    input: { problemId: of.problem.id, note: 'ยังไม่แล้วเสร็จ', lookAgainOn: null, evidence: shown(of) },
  }),
  AnalyseCauses: ({ problem: { id }, random }) => ({
    type: 'AnalyseCauses',
    input: { problemId: id, causeCodes: [], rootCause: `สาเหตุที่ ${random.below(9)}` },
  }),
  StartWork: ({ problem: { id } }) => ({ type: 'StartWork', input: { problemId: id, note: '' } }),
  RecordAssistance: of =>
    recordHelp([of.problem.id], {
      assistanceId: of.random.uuid() as AssistanceId,
      evidence: shown(of),
      givenOn: of.today,
      completes: of.random.chance(0.7),
    }),
  CloseProblem: of => ({
    type: 'CloseProblem',
    input: { problemId: of.problem.id, evidence: shown(of), note: '', withoutOwnEvidence: 'ไม่มีภาพก่อนแก้ไข' },
  }),
  MarkSelfResolved: ({ problem: { id }, today }) => ({
    type: 'MarkSelfResolved',
    input: { problemId: id, how: 'ญาติซ่อมให้', resolvedOn: today },
  }),
  DeclareUnresolvable: ({ problem: { id } }) => ({
    type: 'DeclareUnresolvable',
    input: { problemId: id, reasonCode: 'OTHER', continuingCare: 'เยี่ยมทุกเดือน', careOwner: 'อสม.' },
  }),
  ResumeWork: ({ problem: { id } }) => ({ type: 'ResumeWork', input: { problemId: id, reason: WHY } }),
  ReopenProblem: ({ problem: { id } }) => ({ type: 'ReopenProblem', input: { problemId: id, reason: WHY } }),
  ProposeCancellation: ({ problem: { id } }) => ({
    type: 'ProposeCancellation',
    input: { problemId: id, reason: WHY, survivorId: null },
  }),
  CancelProblem: ({ problem: { id } }) => ({
    type: 'CancelProblem',
    input: { problemId: id, reason: WHY, survivorId: null },
  }),
  DeclineCancellation: ({ problem: { id } }) => ({
    type: 'DeclineCancellation',
    input: { problemId: id, reason: WHY },
  }),
  ReferProblem: ({ problem: { id }, today, random }) =>
    referProblem(id, random.pick(AGENCIES), {
      dueOn: addDays(today, 5 + random.below(20)),
      ...(random.chance(0.3) ? { part: 'CONTRIBUTING' as const } : {}),
    }),
  AcceptReferral: of => ({
    type: 'AcceptReferral',
    input: { problemId: of.problem.id, reply: '', ...contributorOf(of) },
  }),
  ReturnReferral: of => ({
    type: 'ReturnReferral',
    input: { problemId: of.problem.id, reason: WHY, ...contributorOf(of) },
  }),
  CompleteReferral: of => ({
    type: 'CompleteReferral',
    input: { problemId: of.problem.id, result: 'ดำเนินการแล้ว', ...contributorOf(of) },
  }),
  RecordReferralLetter: ({ problem, today, random }) => {
    const open = referralsOf(problem).filter(isOpenReferral)
    return open.length === 0
      ? undefined
      : {
          type: 'RecordReferralLetter',
          input: {
            problemId: problem.id,
            agencyCode: random.pick(open).agencyCode,
            number: `มห 0118.1/${random.below(900)}`,
            writtenOn: today,
            references: [],
            cases: 1,
          },
        }
  },
  LapseReferral: of => ({ type: 'LapseReferral', input: { problemId: of.problem.id, ...contributorOf(of) } }),
  RequestPause: ({ problem: { id }, today, random }) => ({
    type: 'RequestPause',
    input: { problemId: id, reason: WHY, untilOn: addDays(today, 1 + random.below(50)) },
  }),
  ApprovePause: ({ problem: { id } }) => ({ type: 'ApprovePause', input: { problemId: id } }),
  DeclinePause: ({ problem: { id } }) => ({ type: 'DeclinePause', input: { problemId: id, reason: WHY } }),
  DrawCallBack: ({ problem: { id } }) => ({ type: 'DrawCallBack', input: { problemId: id } }),
  AnswerCallBack: ({ problem: { id }, random }) => ({
    type: 'AnswerCallBack',
    input: { problemId: id, answer: random.pick(['SOLVED', 'NOT_SOLVED', 'NOT_REACHED'] as const), words: 'ตามที่ตอบ' },
  }),
  RecordRevisit: of => ({
    type: 'RecordRevisit',
    input: {
      problemId: of.problem.id,
      found: of.random.pick(['STILL_SOLVED', 'RECURRED'] as const),
      note: 'ตามที่พบ',
      evidence: shown(of),
    },
  }),
  PublishNeed: ({ problem: { id }, random }) => ({
    type: 'PublishNeed',
    input: {
      problemId: id,
      what: 'แผ่นหลังคาโลหะ',
      quantity: 1 + random.below(9),
      unit: 'แผ่น',
      budgetBaht: null,
      dueOn: null,
    },
  }),
  WithdrawNeed: ({ problem: { id } }) => ({ type: 'WithdrawNeed', input: { problemId: id, reason: WHY } }),
  ProposePlan: ({ problem: { id }, random, today }) =>
    proposePlan(random.uuid() as PlanId, [
      planAction(random.uuid() as PlanActionId, [id], {
        agencyCode: random.pick(AGENCIES),
        dueOn: addDays(today, 30),
      }),
    ]),
  ApprovePlan: of => {
    const plan = lastPlan(of)
    return plan && { type: 'ApprovePlan', input: { planId: plan.id, note: '' } }
  },
  ReturnPlan: of => {
    const plan = lastPlan(of)
    return plan && { type: 'ReturnPlan', input: { planId: plan.id, reason: WHY } }
  },
  AnswerPlanAction: of => {
    const action = actionOf(of)
    return (
      action && {
        type: 'AnswerPlanAction',
        input: {
          ...action,
          answer: of.random.pick(['ACCEPTED', 'DONE', 'CANNOT'] as const),
          words: 'ตามที่ตอบ',
          evidence: shown(of),
          answeredBy: 'ผู้รับผิดชอบ',
        },
      }
    )
  },
  CompletePlanAction: of => {
    const action = actionOf(of)
    return action && { type: 'CompletePlanAction', input: { ...action, result: 'แล้วเสร็จ' } }
  },
  RecordPhotoConsent: of => {
    const photo = photoOf(of)
    return photo && { type: 'RecordPhotoConsent', input: { photo, consentedBy: 'ผู้อยู่ในภาพ', consentedOn: of.today } }
  },
  WithdrawPhotoConsent: ({ household, random }) => {
    const standing = household.photoConsents?.filter(c => c.withdrawnOn === null) ?? []
    return standing.length === 0
      ? undefined
      : { type: 'WithdrawPhotoConsent', input: { photo: random.pick(standing).photo, reason: '' } }
  },
}

/** What whoever visits a household does with a phone; the rest is decided at a desk. */
export const deedsOnPhones: readonly string[] = [
  'ChooseLane',
  'RecordFollowUp',
  'StartWork',
  'RecordAssistance',
  'RecordAssistance',
  'CloseProblem',
  'CloseProblem',
  'MarkSelfResolved',
  'RequestPause',
  'RecordRevisit',
  'RecordPhotoConsent',
  'RecordPhotoConsent',
]

/** What carries a hardship on is done more often than what ends its way early. */
const rarely: readonly string[] = [
  'CancelProblem',
  'ProposeCancellation',
  'DeclareUnresolvable',
  'MarkSelfResolved',
  'WithdrawNeed',
  'AnalyseCauses',
  'ChooseLane',
  'RecordFollowUp',
  'WithdrawPhotoConsent',
]
/** Possible only for a while, and so taken when it is. */
const whilePossible: readonly string[] = [
  'ReferProblem',
  'AcceptReferral',
  'CompleteReferral',
  'LapseReferral',
  'DrawCallBack',
  'AnswerCallBack',
  'RecordRevisit',
  'CloseProblem',
  'ApprovePause',
  'ApprovePlan',
  'WithdrawPhotoConsent',
]
const timesOf = (name: string): number => (rarely.includes(name) ? 1 : whilePossible.includes(name) ? 12 : 4)
export const deedsAtDesks: readonly string[] = Object.keys(deeds).flatMap(name =>
  Array.from({ length: timesOf(name) }, () => name),
)
