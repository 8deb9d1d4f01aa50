import type { SupportLevel } from '../problem/problem.ts'
import type { EligibilityRule } from './eligibility-rule.ts'
import type { Sector } from './plan.ts'

/** What the rules need to know of a remedy; the catalogue holds it. */
export interface RemedyRule {
  readonly id: string
  readonly kindCodes: readonly string[]
  readonly th: string
  readonly en: string
  readonly level: SupportLevel
  readonly agencyCode: string
  readonly sector: Sector
  /** Baht a household, a rule of thumb; null: no money needed, or too various. */
  readonly typicalBudgetBaht: number | null
  readonly typicalDays: number
  /** All have to be met; absent where no rule is known. */
  readonly eligibility?: readonly EligibilityRule[] | undefined
}
