import type { Actor } from '../access/actor.ts'
import type { Clocks } from '../duty/clocks.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent, Recorded } from '../household/household-event.ts'
import type { NeedOfProblem } from '../need/need-of-problem.ts'
import type { ProblemKindRule } from '../problem/problem-kind.ts'
import type { Round } from '../round/round.ts'
import type { Day, Instant } from './day.ts'
import type { ProblemId } from './identifiers.ts'

/** The part of every decision that is data. */
export type CatalogueRules = Pick<DecisionContext, 'kinds' | 'findForm' | 'thresholdBaht' | 'clocks' | 'isStateAgency'>

/** What a decision may know besides the ledger and the command: values only, so that phone and server decide alike. */
export interface DecisionContext {
  readonly now: Instant
  readonly today: Day
  readonly actor: Actor
  /**
   * The household as the person saw it when acting; given only when it has changed since, so that what the person did
   * not see is never overwritten (decision 0020). The person's own earlier commands belong to what was seen.
   */
  readonly seen?: Household
  /** The facts the person had not seen, oldest first: they tell whose hand a standing value is. */
  readonly unseen?: readonly Recorded<HouseholdEvent>[]
  /**
   * The other household of a deed that changes two, as it stands now; given where both lie in one batch, or on one
   * screen. Null for one that is not there or not the actor's to know.
   */
  readonly householdBeside?: (id: string) => Household | null
  /** The device's clock when the command was made: evidence, never judge. */
  readonly madeAt?: Instant
  readonly rounds: readonly Round[]
  readonly kinds: ReadonlyMap<string, ProblemKindRule>
  /** It was accepted before and comes again, from a backup or as what a person had before their eyes: words are not screened anew. */
  readonly wasAccepted?: boolean | undefined
  /** Whether an agency code stands for the state's offices; every other one is a partner, who reads no names. */
  readonly isStateAgency: (agencyCode: string) => boolean
  /** The days that decide clocks. */
  readonly clocks: Clocks
  readonly findForm: (version: string) => CompiledForm | undefined
  /** Threshold in baht for a Buddhist year, such as `BMN_INCOME`; null when the table has none for it. */
  readonly thresholdBaht: (key: 'BMN_INCOME' | 'VULNERABLE', yearBe: number) => number | null
  /** What a hardship of some household needs, for an offer to be taken for it; not given where none is decided. */
  readonly findNeed?: (problemId: ProblemId) => NeedOfProblem | undefined
}
