import type { TimelineEntry } from '@thaiqm/contract/household/household-routes.ts'
import { type Actor, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import { seesConflict } from '@thaiqm/core/access/visible-conflict.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { findPersonNames } from '../person/person-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { readingOn } from '../platform/reading-on.ts'
import { findFacts } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { findHousehold } from './household-store.ts'
import { problemsOfTimeline, timelineOf } from './timeline.ts'

/** A household as the actor may see it, with its line of life; undefined where there is none for this actor. */
export const readTimelineOf = async (
  trx: Scoped,
  parts: ServerParts,
  actor: Actor,
  id: HouseholdId,
): Promise<{ readonly household: Household; readonly entries: TimelineEntry[] } | undefined> => {
  const { keys, catalogue } = parts
  const stored = await findHousehold(trx, keys, id)
  if (stored === undefined || readsReferredOnly(actor)) return undefined
  const household = viewHousehold(stored.household, actor, catalogue.findForm, readingOn(parts))
  const facts = (await findFacts(trx, keys, [id])).get(id) ?? []
  const { kinds, visible } = problemsOfTimeline(stored.household, facts, actor)
  const people = await findPersonNames(
    trx,
    keys,
    facts.map(fact => fact.by),
  )
  const entries = timelineOf(facts, visible, kinds, people, conflict =>
    seesConflict(actor, conflict, stored.household, catalogue.findForm),
  )
  return { household, entries }
}
