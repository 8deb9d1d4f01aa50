import { type Actor, actorRange, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { type AreaRange, areaRange, wholeRange } from '@thaiqm/core/area/area-code.ts'

/** The second wall: the area asked for, cut down to what the actor may see; nothing in common leaves an empty range. */
export const narrowRange = (actor: Actor, area: string | undefined): AreaRange => {
  const isPartner = readsReferredOnly(actor)
  const own = isPartner ? (actor.areaCode === '' ? wholeRange : areaRange(actor.areaCode)) : actorRange(actor)
  const asked = area === undefined || area === '' ? wholeRange : areaRange(area)
  return { low: Math.max(own.low, asked.low), high: Math.min(own.high, asked.high) }
}
