import type { AreaRange } from '@thaiqm/core/area/area-code.ts'

/** How many members of a set one area has. */
export interface AreaSum {
  readonly range: AreaRange
  readonly count: number
}

/** Where the rows of a page lie, and how many rows of the same areas come before it. */
export interface PageSpan {
  readonly range: AreaRange
  readonly skip: number
}

/**
 * Where `take` rows lie after `skip` others in a list that goes through areas of one level in the order of their codes,
 * forwards or backwards. Undefined past the end of the list.
 */
export const spanOfPage = (
  sums: readonly AreaSum[],
  { skip, take, descending }: { readonly skip: number; readonly take: number; readonly descending: boolean },
): PageSpan | undefined => {
  let before = 0
  const touched: { readonly range: AreaRange; readonly before: number }[] = []
  for (const { range, count } of descending ? sums.toReversed() : sums) {
    if (before + count > skip && before < skip + take) touched.push({ range, before })
    before += count
  }
  const first = touched[0]
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return undefined
  return {
    range: { low: Math.min(first.range.low, last.range.low), high: Math.max(first.range.high, last.range.high) },
    skip: skip - first.before,
  }
}
