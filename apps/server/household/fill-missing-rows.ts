import { replayHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { clearRemedySums, saveRemedyChanges } from '../plan/remedy-outcome-store.ts'
import { inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'
import { findFacts, findOfficeDocuments } from '../sync/ledger-store.ts'
import { rowContext } from '../sync/save-households.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { endFilling, needsFilling } from './filling-store.ts'
import { householdRows } from './household-rows.ts'
import { lockAllHouseholds, nextHouseholds, type StoredHousehold, saveDocuments, saveRows } from './household-store.ts'

const PAGE = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Documents kept before it was said when a hardship came back are made anew from their ledgers. */
const withReopenings = async (
  trx: Scoped,
  { keys }: ServerParts,
  page: readonly StoredHousehold[],
): Promise<StoredHousehold[]> => {
  const unsaid = page.filter(({ household }) =>
    household.problems.some(p => p.reopenedCount > 0 && p.reopenedOn === undefined),
  )
  if (unsaid.length === 0) return [...page]
  const facts = await findFacts(
    trx,
    keys,
    unsaid.map(({ household }) => household.id),
  )
  const renewed = unsaid.flatMap(({ household: { id }, shardKey }) => {
    const household = replayHousehold(id, facts.get(id) ?? [])
    return household === null ? [] : [{ household, shardKey }]
  })
  await saveDocuments(trx, keys, renewed)
  const byId = new Map(renewed.map(stored => [stored.household.id, stored]))
  return page.map(stored => byId.get(stored.household.id) ?? stored)
}

/**
 * Computes what came of remedies and what waits for somebody in the households that were there before either was kept, once,
 * before anybody is served; nothing to do ever after. Answers how many households were looked at.
 */
export const fillMissingRows = (parts: ServerParts): Promise<number> =>
  inTransaction(parts.db, systemScope, async trx => {
    if (!(await needsFilling(trx))) return 0
    await lockAllHouseholds(trx)
    await clearRemedySums(trx)
    const context = rowContext(parts, (await findOfficeDocuments(trx, 'round', parts.keys)) as RoundLedger[])
    let looked = 0
    for (let last = FIRST_ID; ; ) {
      const page = await nextHouseholds(trx, parts.keys, last, PAGE)
      const changes = (await withReopenings(trx, parts, page)).map(({ household, shardKey }) => {
        const after = householdRows(household, shardKey, context)
        return { before: { ...after, remedyTrials: [], duties: [] }, after }
      })
      await saveRows(trx, changes)
      await saveRemedyChanges(
        trx,
        changes.map(({ after }) => ({ before: [], after: after.remedyTrials })),
      )
      looked += page.length
      const next = page.at(-1)?.household.id
      if (next === undefined || page.length < PAGE) break
      last = next
    }
    await endFilling(trx)
    return looked
  })
