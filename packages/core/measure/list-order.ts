import { z } from 'zod'
import type { Measure } from './measure.ts'

/** What a list may be put in order by: the house in its village, or a column. */
export const listOrder = z.enum(['house', 'name', 'due', 'state', 'kind', 'changed'])
export type ListOrder = z.infer<typeof listOrder>

/** Rows of the longest list that is put in any order: past it, finding fifty rows would mean reading a province. */
export const MOST_SORTED = 5_000

/** Measures whose items carry a day: when a hardship falls due, when its household is to be visited again. */
export const datedMeasures = ['live-problem', 'problem-to-revisit'] as const satisfies readonly Measure[]

export const isDatedMeasure = (of: Measure): boolean => datedMeasures.some(dated => dated === of)

/**
 * Orders that a list of `total` rows may be put in. One that is too long is read house by house as the villages follow
 * each other, and by its day where every item carries one: of both, sums and an index tell where a page begins.
 */
export const possibleOrders = (of: Measure | null, total: number): readonly ListOrder[] => {
  if (total <= MOST_SORTED) return listOrder.options
  return of !== null && isDatedMeasure(of) ? ['house', 'due'] : ['house']
}
