import type { HouseholdSummary } from '../household/household-summary.ts'

/** What is done and what is left in a village, counted from what this phone holds. */
export interface VillageProgress {
  /** Households to be covered: not the empty, demolished, moved. */
  readonly target: number
  readonly sent: number
  readonly left: number
  readonly returned: number
  readonly drafts: number
  /** Baseline households whose old hardships are not all re-checked yet. */
  readonly unchecked: number
}

export const villageProgress = (rows: readonly HouseholdSummary[], draftIds: ReadonlySet<string>): VillageProgress => {
  const target = rows.filter(row => row.isTarget)
  const returned = target.filter(row => row.formState === 'RETURNED').length
  const left = target.filter(row => row.formState === 'NOT_STARTED').length
  return {
    target: target.length,
    sent: target.length - returned - left,
    left,
    returned,
    drafts: rows.filter(row => draftIds.has(row.householdId)).length,
    unchecked: target.filter(row => row.uncheckedProblems > 0).length,
  }
}
