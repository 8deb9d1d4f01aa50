import { FEWEST_TOLD } from './remedy-evidence.ts'

/** Hardships solved at least once, or uses of a remedy that solved one: how many came back, how many did not. */
export interface RelapseCount {
  readonly relapsed: number
  readonly solved: number
}

/** n of N of one group; null where it would tell of too few households. */
export interface RelapseRow<Group> {
  readonly group: Group
  readonly told: { readonly n: number; readonly of: number } | null
}

const size = ({ relapsed, solved }: RelapseCount): number => relapsed + solved

/**
 * Relapse rates side by side, the most telling first. A group under three (`FEWEST_TOLD`) is told to nobody; and where what is not told
 * could be worked out from the sum of all, the smallest of the others is not told either.
 */
export const relapseRows = <Group>(
  groups: readonly { readonly group: Group; readonly count: RelapseCount }[],
): readonly RelapseRow<Group>[] => {
  const counted = groups
    .filter(({ count }) => size(count) > 0)
    .toSorted((a, b) => size(b.count) - size(a.count) || b.count.relapsed - a.count.relapsed)
  const hidden = counted.filter(({ count }) => size(count) < FEWEST_TOLD)
  const hiddenSize = hidden.reduce((sum, { count }) => sum + size(count), 0)
  const told = counted.length - hidden.length - (hidden.length > 0 && hiddenSize < FEWEST_TOLD ? 1 : 0)
  return counted.map(({ group, count }, at) => ({
    group,
    told: at < told ? { n: count.relapsed, of: size(count) } : null,
  }))
}

/** The sum of several groups; null while it would tell of too few households. */
export const relapseTotal = (counts: readonly RelapseCount[]): { readonly n: number; readonly of: number } | null => {
  const n = counts.reduce((sum, count) => sum + count.relapsed, 0)
  const of = counts.reduce((sum, count) => sum + size(count), 0)
  return of < FEWEST_TOLD ? null : { n, of }
}
