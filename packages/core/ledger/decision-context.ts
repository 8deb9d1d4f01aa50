import type { Actor } from '../access/actor.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { ProblemKindRule } from '../problem/problem-kind.ts'
import type { Round } from '../round/round.ts'
import type { Day, Instant } from './day.ts'

/** What a decision may know besides the ledger and the command: values only, so that phone and server decide alike. */
export interface DecisionContext {
  readonly now: Instant
  readonly today: Day
  readonly actor: Actor
  readonly rounds: readonly Round[]
  readonly kinds: ReadonlyMap<string, ProblemKindRule>
  readonly findForm: (version: string) => CompiledForm | undefined
  /** Threshold in baht for a Buddhist year, such as `BMN_INCOME`; null when the table has none for it. */
  readonly thresholdBaht: (key: 'BMN_INCOME' | 'VULNERABLE', yearBe: number) => number | null
}
