import type { Day } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'

/** Who has to act, in the order in which what nobody does is carried upward. AGENCY stands beside the ladder. */
export const dutyHolders = ['VILLAGE', 'TAMBON', 'DISTRICT', 'CHIEF', 'PROVINCE', 'AGENCY'] as const
export type DutyHolder = (typeof dutyHolders)[number]

export const dutyKinds = [
  'survey-to-verify',
  'survey-to-certify',
  'survey-to-correct',
  'conflict-to-settle',
  'plan-to-approve',
  'plan-to-revise',
  'problem-to-plan',
  'problem-due',
  'action-due',
  'action-refused',
  'referral-to-answer',
  'referral-to-finish',
  'referral-returned',
  'referral-silent',
  'look-again',
  'help-to-verify',
  'cancellation-to-decide',
  'pause-to-decide',
  'call-back',
  'revisit',
  'data-request-to-answer',
] as const
export type DutyKind = (typeof dutyKinds)[number]

/** What a meeting asks of those who keep it: no household stands behind it, and its own row says it whole. */
export const meetingDutyKinds = ['meeting-to-hold', 'meeting-to-close'] as const
export type MeetingDutyKind = (typeof meetingDutyKinds)[number]

/** Something that waits for somebody, and the last day on which it is in time. */
export interface Duty {
  /** Tells the duties of one household apart; the same duty keeps it from fact to fact. */
  readonly key: string
  readonly kind: DutyKind
  readonly holder: DutyHolder
  readonly problemId: ProblemId | null
  readonly agencyCode: string | null
  readonly dueOn: Day
  /** Day on which it began to wait. */
  readonly waitingSince: Day
  readonly severity: 1 | 2 | 3
  readonly restricted: boolean
}

/** The agency a duty is about: also of a referral that came back, on which somebody else has to act. */
export const agencyOfDuty = ({ key, kind, agencyCode }: Pick<Duty, 'key' | 'kind' | 'agencyCode'>): string | null =>
  kind === 'referral-returned' || kind === 'referral-silent' ? (key.split('/')[2] ?? null) : agencyCode
