import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { currentRounds, type Round } from '@thaiqm/core/round/round.ts'
import { householdRows, noRows, type RowContext } from '../household/household-rows.ts'
import { lockAllHouseholds, nextHouseholds, saveDocuments, saveRows } from '../household/household-store.ts'
import { countedChanges } from '../measure/counted-changes.ts'
import { saveCountedChanges } from '../measure/measure-store.ts'
import { saveRemedyChanges } from '../plan/remedy-outcome-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { lookUpHash } from '../platform/sealing.ts'
import type { Working } from './judge-commands.ts'
import { addVillages, type FedChange, moveLedgers } from './ledger-store.ts'
import type { ServerParts } from './server-parts.ts'

/** What the rows of households are made with. */
export const rowContext = ({ keys, catalogue }: ServerParts, rounds: readonly Round[]): RowContext => ({
  round: currentRounds(rounds)[0],
  kinds: catalogue.kinds,
  clocks: catalogue.clocks,
  hashNumber: number => lookUpHash(keys, number),
})

/** Writes what stands beside the ledgers of a batch: documents, rows, counters, villages; answers what changed. */
export const saveHouseholds = async (
  trx: Scoped,
  parts: ServerParts,
  households: ReadonlyMap<string, Working<Household>>,
  rounds: readonly Round[],
): Promise<FedChange[]> => {
  const { keys } = parts
  const context = rowContext(parts, rounds)
  const changed = [...households.values()].flatMap(({ before, now, shardKey }) =>
    now === null || now === before ? [] : [{ before, now, shardKey }],
  )
  await addVillages(
    trx,
    changed
      .filter(({ before, now }) => before === null && now.address.villageName !== '' && !now.areaCode.endsWith('00'))
      .map(({ now }) => ({ areaCode: now.areaCode, nameTh: now.address.villageName })),
  )
  const moved = changed.filter(({ before, now }) => before !== null && before.areaCode !== now.areaCode)
  await moveLedgers(
    trx,
    moved.map(({ now }) => ({ ledgerId: now.id, areaCode: Number(now.areaCode) })),
  )
  await saveDocuments(
    trx,
    keys,
    changed.map(({ now, shardKey }) => ({ household: now, shardKey })),
  )
  const rows = changed.map(({ before, now, shardKey }) => ({
    before: before === null ? noRows : householdRows(before, shardKey, context),
    after: householdRows(now, shardKey, context),
  }))
  await saveRows(trx, rows)
  await saveRemedyChanges(
    trx,
    rows.map(({ before, after }) => ({ before: before.remedyTrials, after: after.remedyTrials })),
  )
  const told = ({ id, version }: Household, areaCode: string) => ({
    ledgerKind: 'household' as const,
    ledgerId: id,
    version,
    areaCode: Number(areaCode),
  })
  // The village a household has left is told too: its phones forget the household.
  return changed.flatMap(({ before, now }) =>
    before === null || before.areaCode === now.areaCode
      ? [told(now, now.areaCode)]
      : [told(now, before.areaCode), told(now, now.areaCode)],
  )
}

const PAGE = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * A new round begins with the households that are there already: each enters the round's counts, and lists speak of
 * the new round. Nobody writes to a household meanwhile, so that no change falls between the old counts and the new.
 */
export const countIntoRound = async (
  trx: Scoped,
  parts: ServerParts,
  round: Round,
  rounds: readonly Round[],
  at: Instant,
): Promise<void> => {
  await lockAllHouseholds(trx)
  const before = rowContext(
    parts,
    rounds.filter(r => r.id !== round.id),
  )
  const after = rowContext(parts, rounds)
  for (let last = FIRST_ID; ; ) {
    const page = await nextHouseholds(trx, parts.keys, last, PAGE)
    await saveRows(
      trx,
      page.map(({ household, shardKey }) => ({
        before: householdRows(household, shardKey, before),
        after: householdRows(household, shardKey, after),
      })),
    )
    await saveCountedChanges(
      trx,
      page.flatMap(({ household, shardKey }) =>
        countedChanges(null, household, shardKey, [round], parts.catalogue.kinds, at),
      ),
    )
    const next = page.at(-1)?.household.id
    if (next === undefined || page.length < PAGE) return
    last = next
  }
}
