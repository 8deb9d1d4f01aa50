import type { HouseholdSummary } from './household-summary.ts'

/** The summaries of one village as they are sealed: names of fields once, then a row each; a third of the size of objects. */
export interface PackContent {
  /** For which round and pair of eyes they were made; another asks for a new pack. */
  readonly about: string
  readonly names: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

export const packOf = (about: string, summaries: readonly HouseholdSummary[]): PackContent => {
  const names = Object.keys(summaries[0] ?? {})
  const rows = summaries.map(summary => names.map(name => summary[name as keyof HouseholdSummary]))
  return { about, names, rows }
}

export const summariesIn = ({ names, rows }: PackContent): readonly HouseholdSummary[] =>
  rows.map(row => Object.fromEntries(names.map((name, at) => [name, row[at]])) as unknown as HouseholdSummary)
