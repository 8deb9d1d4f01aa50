import { findAreaHouseholds, findHouseholds } from '../household/household-store.ts'
import { withHandsNamed } from '../household/name-hands.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { PullSource } from './pull-area.ts'
import type { ServerParts } from './server-parts.ts'
import { findAreaChanges, findFeedEnd } from './sync-store.ts'

/** An area's households in PostgreSQL, read in the transaction's own scope. */
export const postgresPull = (trx: Scoped, { keys }: ServerParts): PullSource => ({
  feedEnd: () => findFeedEnd(trx),
  changedAfter: async (after, range, most) => {
    const rows = await findAreaChanges(trx, after, range, most + 1)
    const page = rows.slice(0, most)
    const last = page.at(-1)
    return {
      ids: [...new Set(page.map(row => row.ledger_id))],
      cursor: last === undefined ? after : { transaction: last.transaction_id, position: last.position },
      more: rows.length > most,
    }
  },
  householdsById: async ids =>
    withHandsNamed(
      trx,
      keys,
      (await findHouseholds(trx, keys, ids)).map(stored => stored.household),
    ),
  householdsBehind: async (range, behind, most) =>
    withHandsNamed(
      trx,
      keys,
      (await findAreaHouseholds(trx, keys, range, behind, most)).map(stored => stored.household),
    ),
})
