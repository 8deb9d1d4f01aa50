import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type AreaRange, areaRange } from '@thaiqm/core/area/area-code.ts'
import { readingScope } from './database/transaction.ts'

/** The second wall: the area asked for, cut down to what the actor may see; nothing in common leaves an empty range. */
export const narrowRange = (actor: Actor, area: string | undefined): AreaRange => {
  const own = readingScope(actor).range
  const asked = areaRange(area ?? '')
  return { low: Math.max(own.low, asked.low), high: Math.min(own.high, asked.high) }
}
