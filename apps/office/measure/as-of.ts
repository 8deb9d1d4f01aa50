import { type Day, day, type Instant } from '@thaiqm/core/ledger/day.ts'

/** The last moment of a day in Bangkok: figures "as of 31 January" hold everything of that day. */
export const endOfDay = (of: Day): Instant => `${of}T16:59:59.999Z` as Instant

/** The day in the address bar, when it is one and lies before today; otherwise now. */
export const readAsOf = (text: string | undefined, today: Day): Day | null => {
  const read = day.safeParse(text)
  return read.success && read.data < today ? read.data : null
}
