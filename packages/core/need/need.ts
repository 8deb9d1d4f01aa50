import type { Day } from '../ledger/day.ts'
import type { PersonId } from '../ledger/identifiers.ts'

/** ความต้องการที่เผยแพร่: what partners may read of a hardship. It names nobody and no house. */
export interface Need {
  readonly what: string
  /** Whole units, at least 1. */
  readonly quantity: number
  readonly unit: string
  readonly budgetBaht: number | null
  readonly dueOn: Day | null
  readonly publishedOn: Day
  readonly publishedBy: PersonId
}
