import { liveQuery, type Subscription } from 'dexie'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { HouseholdContent } from '../platform/field-rows.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { openJson } from '../vault/vault-crypto.ts'
import { type PackContent, summariesIn } from './household-pack.ts'
import type { HouseholdSummary } from './household-summary.ts'

export interface IndexParts {
  readonly database: FieldDatabase
  readonly keys: () => VaultKeys | undefined
  /** For which round and eyes summaries of a village are made now. */
  readonly aboutOf: (areaCode: string) => string
  readonly summarise: (content: HouseholdContent) => HouseholdSummary | undefined
  /** A pack made for another round or pair of eyes is made anew. */
  readonly onStale: (areaCode: string) => Promise<void>
}

interface Village {
  readonly revision: number
  readonly rows: ReadonlyMap<string, HouseholdSummary>
}

const NOTHING: readonly HouseholdSummary[] = []

/**
 * What lists are made of: the summaries of every household on this phone, opened once after the vault and kept in memory
 * for as long as it is open. It follows the store, also what another tab writes.
 */
export const createHouseholdIndex = (parts: IndexParts) => {
  const { database, keys, aboutOf, summarise, onStale } = parts
  const villages = new Map<string, Village>()
  /** Captured while the households' key was not there; few. */
  let own: ReadonlyMap<string, HouseholdSummary> = new Map()
  let isLoaded = false
  let snapshots = new Map<string, readonly HouseholdSummary[]>()
  let subscription: Subscription | undefined
  const listeners = new Set<() => void>()
  const changed = (): void => {
    snapshots = new Map()
    for (const listener of listeners) listener()
  }

  const loadPack = async (areaCode: string): Promise<void> => {
    const open = keys()
    const pack = await database.packs.get(areaCode)
    if (open?.cache == null || pack === undefined) return void villages.delete(areaCode)
    if (villages.get(areaCode)?.revision === pack.revision) return
    // A damaged pack is nothing lost: the households themselves lie beside it.
    const content = await openJson<PackContent>([open.cache], pack.sealed, areaCode).catch(() => undefined)
    if (keys()?.cache == null) return
    if (content?.about !== aboutOf(areaCode)) return onStale(areaCode)
    if (content === undefined || (villages.get(areaCode)?.revision ?? -1) >= pack.revision) return
    const rows = new Map(summariesIn(content).map(row => [row.householdId, row]))
    villages.set(areaCode, { revision: pack.revision, rows })
  }

  const loadOwn = async (): Promise<void> => {
    const open = keys()
    if (open === undefined) return
    const rows = await database.households.where('sealed.keyId').equals(open.work.id).toArray()
    const found = new Map<string, HouseholdSummary>()
    for (const row of rows) {
      const content = await openJson<HouseholdContent>([open.work], row.sealed, row.householdId)
      const summary = content === undefined ? undefined : summarise(content)
      if (summary !== undefined) found.set(row.householdId, summary)
    }
    own = found
  }

  /** What the store holds by now, opened where it differs from what is in memory. */
  const follow = async (kept: readonly (readonly [string, number])[]): Promise<void> => {
    const areas = new Set(kept.map(([areaCode]) => areaCode))
    for (const areaCode of villages.keys()) if (!areas.has(areaCode)) villages.delete(areaCode)
    for (const [areaCode, revision] of kept) if (villages.get(areaCode)?.revision !== revision) await loadPack(areaCode)
    await loadOwn()
    isLoaded = true
    changed()
  }

  let following: Promise<void> = Promise.resolve()
  const lookedAt = () =>
    Promise.all([
      database.packs.orderBy('[areaCode+revision]').keys() as unknown as Promise<[string, number][]>,
      database.households
        .where('sealed.keyId')
        .equals(keys()?.work.id ?? '')
        .primaryKeys(),
    ])

  return {
    /** Begins with what the store holds; goes on until `stop`. */
    start: (): void => {
      subscription ??= liveQuery(lookedAt).subscribe({
        next: ([kept]) => {
          following = following.then(() => follow(kept)).catch(() => undefined)
        },
      })
    },

    /** Out of memory with every name: the vault has been locked. */
    stop: (): void => {
      subscription?.unsubscribe()
      subscription = undefined
      villages.clear()
      own = new Map()
      isLoaded = false
      changed()
    },

    /** What has just been written here need not be opened again. */
    take: (areaCode: string, revision: number, rows: ReadonlyMap<string, HouseholdSummary>): void => {
      if (subscription === undefined) return
      villages.set(areaCode, { revision, rows })
      changed()
    },

    /** A village's summaries at a revision, if that is the one in memory. */
    at: (areaCode: string, revision: number): ReadonlyMap<string, HouseholdSummary> | undefined => {
      const known = villages.get(areaCode)
      return known?.revision === revision ? known.rows : undefined
    },

    /** Rows of one village, or of every village here; undefined until they are opened. The same array until they change. */
    read: (areaCode: string | null): readonly HouseholdSummary[] | undefined => {
      if (!isLoaded) return undefined
      const name = areaCode ?? ''
      const known = snapshots.get(name)
      if (known !== undefined) return known
      const found = [
        ...(areaCode === null
          ? [...villages.values()].flatMap(({ rows }) => [...rows.values()])
          : [...(villages.get(areaCode)?.rows.values() ?? [])]),
        ...[...own.values()].filter(row => areaCode === null || row.areaCode === areaCode),
      ]
      const rows = found.length === 0 ? NOTHING : found
      snapshots.set(name, rows)
      return rows
    },

    find: (householdId: string): HouseholdSummary | undefined => {
      for (const { rows } of villages.values()) {
        const row = rows.get(householdId)
        if (row !== undefined) return row
      }
      return own.get(householdId)
    },

    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type HouseholdIndex = ReturnType<typeof createHouseholdIndex>
