import type { AllocationRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'

export interface ThanksLine {
  readonly organisationId: AllocationRow['organisationId']
  readonly kindCode: string
  readonly tambonCode: string
  /** Hardships solved, each counted once however many parts helped it. */
  readonly households: number
  readonly lastOn: Day
}

/** Whether something of a part has come to the household; what was only promised is no reason for thanks. */
const hasArrived = ({ deliveredQuantity, deliveredBudgetBaht }: AllocationRow): boolean =>
  deliveredQuantity > 0 || deliveredBudgetBaht > 0

/** What a partner is thanked for: help that has arrived, the whole of it or a part, and whose hardship somebody else has verified; by kind and tambon, newest first. */
export const thanksLines = (allocations: readonly AllocationRow[]): ThanksLine[] => {
  const thanked = allocations.flatMap(a =>
    hasArrived(a) && a.solvedOn !== null ? [{ ...a, solvedOn: a.solvedOn }] : [],
  )
  return [...Map.groupBy(thanked, a => `${a.organisationId} ${a.kindCode} ${a.tambonCode}`).values()]
    .flatMap(group => {
      const [first] = group
      if (first === undefined) return []
      const { organisationId, kindCode, tambonCode } = first
      const households = new Set(group.map(a => a.problemId)).size
      const lastOn = group.reduce<Day>((last, a) => (a.solvedOn > last ? a.solvedOn : last), first.solvedOn)
      return [{ organisationId, kindCode, tambonCode, households, lastOn }]
    })
    .sort((a, b) => (a.lastOn < b.lastOn ? 1 : -1))
}
