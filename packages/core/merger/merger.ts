import type { Assistance } from '../assistance/assistance.ts'
import type { Day } from '../ledger/day.ts'
import type { HouseholdId, MemberId, ProblemId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import type { PhotoConsent } from '../photo/photo-consent.ts'
import type { Plan } from '../plan/plan.ts'
import type { Problem } from '../problem/problem.ts'

/** One person who stood in both records. */
export interface SamePerson {
  readonly memberId: MemberId
  /** The same person in the household that stays. */
  readonly sameAs: MemberId
}

/** What goes from one record to the other, each thing under the id it always had. */
export interface Carried {
  readonly members: readonly Member[]
  readonly problems: readonly Problem[]
  readonly plans: readonly Plan[]
  readonly assistances: readonly Assistance[]
  /** Of photos among these; not said where nobody was asked. */
  readonly photoConsents?: readonly PhotoConsent[] | undefined
}

/** What the household that stays has from a duplicate, so that it can be given back. */
export interface TakenOver {
  readonly duplicateId: HouseholdId
  readonly on: Day
  readonly memberIds: readonly MemberId[]
  readonly samePeople: readonly SamePerson[]
  readonly problemIds: readonly ProblemId[]
}
