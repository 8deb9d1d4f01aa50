import type { Actor } from '@thaiqm/core/access/actor.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import type { FindAreaName } from '@thaiqm/core/area/place-in-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { findAreas } from '../area/area-store.ts'
import { findHouseholds } from '../household/household-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { readingOn } from '../platform/reading-on.ts'
import type { ServerParts } from '../sync/server-parts.ts'

/** The households as their reader may see them, by id: names on a paper come from nowhere else. */
export const findViewedHouseholds = async (
  trx: Scoped,
  parts: ServerParts,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Household>> => {
  const stored = await findHouseholds(trx, parts.keys, [...new Set(ids)])
  const view = (household: Household) => viewHousehold(household, actor, parts.catalogue.findForm, readingOn(parts))
  return new Map(stored.map(({ household }) => [household.id, view(household)]))
}

/** Names of the areas that these codes lie in, themselves included. */
export const areaNamesFor = async (trx: Scoped, codes: Iterable<string>): Promise<FindAreaName> => {
  const wanted = new Set([...codes].flatMap(code => [2, 4, 6, 8].map(length => code.slice(0, length))))
  const names = new Map((await findAreas(trx, [...wanted])).map(area => [area.areaCode, area.nameTh]))
  return code => names.get(code)
}
