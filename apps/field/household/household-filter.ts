import type { HouseholdSummary } from './household-summary.ts'

export type HouseholdFilter = 'left' | 'returned' | 'draft' | 'review' | 'sent' | 'all'

export const householdFilters: readonly HouseholdFilter[] = ['left', 'returned', 'draft', 'review', 'sent', 'all']

export interface ListedHousehold extends HouseholdSummary {
  readonly hasDraft: boolean
  /** Commands of this phone that the server has not answered yet. */
  readonly waiting: number
}

const isIn: Record<HouseholdFilter, (row: ListedHousehold) => boolean> = {
  left: row => row.isTarget && row.formState === 'NOT_STARTED',
  returned: row => row.formState === 'RETURNED',
  draft: row => row.hasDraft,
  review: row => row.formState === 'SUBMITTED',
  sent: row => row.formState !== 'NOT_STARTED' && row.formState !== 'RETURNED',
  all: () => true,
}

const inHouseOrder = new Intl.Collator('th', { numeric: true })

/** House numbers as people count them: 9 before 10, 97/2 before 97/10; the houses without number last. */
export const byHouse = (a: ListedHousehold, b: ListedHousehold): number => {
  const [aHas, bHas] = [a.houseNumber !== '', b.houseNumber !== '']
  if (aHas !== bHas) return aHas ? -1 : 1
  return inHouseOrder.compare(a.houseNumber, b.houseNumber) || a.sequenceInHouse - b.sequenceInHouse
}

export const filterHouseholds = (
  rows: readonly ListedHousehold[],
  filter: HouseholdFilter,
): readonly ListedHousehold[] => rows.filter(isIn[filter]).sort(byHouse)

export type FilterCounts = Readonly<Record<HouseholdFilter, number>>

export const countByFilter = (rows: readonly ListedHousehold[]): FilterCounts =>
  Object.fromEntries(householdFilters.map(filter => [filter, rows.filter(isIn[filter]).length])) as FilterCounts
