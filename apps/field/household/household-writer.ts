import type { Household } from '@thaiqm/core/household/household.ts'
import { createTurns } from '@thaiqm/core/sync/turns.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { HouseholdContent, StoredHousehold, StoredPack } from '../platform/field-rows.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { openJson, sealJson } from '../vault/vault-crypto.ts'
import type { HouseholdIndex } from './household-index.ts'
import { type PackContent, packOf, summariesIn } from './household-pack.ts'
import type { HouseholdSummary } from './household-summary.ts'

/** A household to be written, opened. */
export interface HouseholdEntry extends HouseholdContent {
  readonly householdId: string
  readonly run: number
}

export interface WriterParts {
  readonly database: FieldDatabase
  readonly keys: () => VaultKeys | undefined
  readonly index: () => HouseholdIndex
  readonly aboutOf: (areaCode: string) => string
  readonly summarise: (content: HouseholdContent) => HouseholdSummary | undefined
}

export interface Written {
  readonly entries: readonly HouseholdEntry[]
  readonly forgotten?: readonly string[]
  /** Cached households go under their own key or not on the disk at all. */
  readonly isFromServer?: boolean
  /** Written in the same step: a cursor never runs ahead of its rows. */
  readonly alongside?: () => Promise<void>
}

export const shownOf = ({ shown, base }: HouseholdContent): Household | null => shown ?? base

interface PreparedPack {
  readonly pack: StoredPack
  readonly before: number
  readonly rows: ReadonlyMap<string, HouseholdSummary>
}

/**
 * Writes households and the packs their lists are made of in one step. Everything is sealed before the step begins; when
 * another tab has written a pack meanwhile, it is made again.
 */
export const createHouseholdWriter = (parts: WriterParts) => {
  const { database, keys, index, aboutOf, summarise } = parts
  const { households, packs, areas, villages } = database
  const inTurn = createTurns()

  const openKeys = (): VaultKeys => {
    const open = keys()
    if (open === undefined) throw new Error('the vault is locked')
    return open
  }

  const rowsOf = async (areaCode: string): Promise<readonly [number, ReadonlyMap<string, HouseholdSummary>]> => {
    const { cache } = openKeys()
    const pack = await packs.get(areaCode)
    if (pack === undefined || cache === null) return [0, new Map()]
    const known = index().at(areaCode, pack.revision)
    if (known !== undefined) return [pack.revision, known]
    const content = await openJson<PackContent>([cache], pack.sealed, areaCode).catch(() => undefined)
    return [pack.revision, new Map((content === undefined ? [] : summariesIn(content)).map(r => [r.householdId, r]))]
  }

  const preparePack = async (
    areaCode: string,
    change: (rows: Map<string, HouseholdSummary>) => void,
  ): Promise<PreparedPack> => {
    const { cache } = openKeys()
    if (cache === null) throw new Error('the households are closed')
    const [before, known] = await rowsOf(areaCode)
    const rows = new Map(known)
    change(rows)
    const sealed = await sealJson(cache, packOf(aboutOf(areaCode), [...rows.values()]), areaCode)
    return { pack: { areaCode, revision: before + 1, sealed }, before, rows }
  }

  const attempt = async ({ entries, forgotten = [], alongside, isFromServer }: Written): Promise<boolean> => {
    const open = openKeys()
    if (isFromServer === true && open.cache === null) throw new Error('the households are closed')
    const gone = new Set(forgotten)
    const before = await households.bulkGet([...entries.map(entry => entry.householdId), ...forgotten])
    const areaBefore = new Map(before.flatMap(row => (row === undefined ? [] : [[row.householdId, row.areaCode]])))
    const rows: StoredHousehold[] = []
    const summaries = new Map<string, HouseholdSummary>()
    for (const { householdId, run, ...content } of entries) {
      const areaCode = shownOf(content)?.areaCode
      const summary = summarise(content)
      if (areaCode === undefined || summary === undefined) continue
      const sealed = await sealJson(open.cache ?? open.work, content, householdId)
      rows.push({ householdId, areaCode, isOwn: content.base === null, run, sealed })
      summaries.set(householdId, summary)
    }
    const touched = new Set<string>(rows.map(row => row.areaCode))
    for (const areaCode of areaBefore.values()) touched.add(areaCode)
    const prepared = await Promise.all(
      open.cache === null
        ? []
        : [...touched].map(areaCode =>
            preparePack(areaCode, known => {
              for (const [id, was] of areaBefore) if (was === areaCode) known.delete(id)
              for (const row of rows) {
                const summary = summaries.get(row.householdId)
                if (row.areaCode === areaCode && summary !== undefined) known.set(row.householdId, summary)
              }
            }),
          ),
    )
    const isWritten = await database.transaction('rw', households, packs, areas, villages, async () => {
      const revisions = await packs.bulkGet(prepared.map(({ pack }) => pack.areaCode))
      if (prepared.some(({ before: at }, nth) => (revisions[nth]?.revision ?? 0) !== at)) return false
      await households.bulkPut(rows)
      await households.bulkDelete([...gone])
      await packs.bulkPut(prepared.map(({ pack }) => pack))
      await alongside?.()
      return true
    })
    if (isWritten) for (const { pack, rows: held } of prepared) index().take(pack.areaCode, pack.revision, held)
    return isWritten
  }

  /** The pack of one village from its households, for another round or another pair of eyes. */
  const rebuild = async (areaCode: string): Promise<void> => {
    const { cache } = openKeys()
    if (cache === null) return
    const found = new Map<string, HouseholdSummary>()
    for (const row of await households.where('areaCode').equals(areaCode).toArray()) {
      const content = await openJson<HouseholdContent>([cache], row.sealed, row.householdId)
      const summary = content === undefined ? undefined : summarise(content)
      if (summary !== undefined) found.set(row.householdId, summary)
    }
    const { pack, rows } = await preparePack(areaCode, known => {
      known.clear()
      for (const [id, summary] of found) known.set(id, summary)
    })
    await packs.put(pack)
    index().take(areaCode, pack.revision, rows)
  }

  return {
    write: (written: Written): Promise<void> =>
      inTurn(async () => {
        while (!(await attempt(written)));
      }),
    rebuild: (areaCode: string): Promise<void> => inTurn(() => rebuild(areaCode)),
  }
}
