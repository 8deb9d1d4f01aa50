import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { Reading } from '@thaiqm/core/referral/referral-of.ts'
import type { ServerParts } from '../sync/server-parts.ts'

/** The day it is for whoever reads a case now: an agency's reading of a case that is over comes to an end. */
export const readingOn = ({ clock, catalogue }: ServerParts): Reading => ({
  today: dayOf(clock.now()),
  clocks: catalogue.clocks,
})
