import type { Counted } from '@thaiqm/core/measure/figure.ts'
import { addressOf } from '../platform/address.ts'

/** Where the list of a number is: exactly the households or hardships it counts, in that area. */
export const listAddress = (counted: Counted, area: string, detail?: string): string =>
  addressOf(`/lists/${counted.measure}`, {
    area,
    overdue: counted.overdueOnly === true ? '1' : undefined,
    detail,
  })
