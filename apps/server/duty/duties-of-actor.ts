import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { type Actor, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import type { DutyKind } from '@thaiqm/core/duty/duty.ts'
import { escalatedFor, levelOf } from '@thaiqm/core/duty/escalation.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import type { DutyQuery } from './duty-store.ts'

/** What is due later than this does not stand before anybody yet. */
const AHEAD_DAYS = 30

/** What stands before an actor today; null for roles that have no duties. */
export const dutyQueryOf = (
  actor: Actor,
  today: Day,
  asked: { readonly area?: string | undefined; readonly kind?: DutyKind | undefined } = {},
): DutyQuery | null => {
  const level = levelOf(actor.role)
  if (level === undefined && !readsReferredOnly(actor)) return null
  return {
    held: level === undefined ? 'own-agency' : escalatedFor(level, today, clocks),
    range: narrowRange(actor, asked.area),
    kind: asked.kind ?? null,
    today,
    until: addDays(today, AHEAD_DAYS),
  }
}
