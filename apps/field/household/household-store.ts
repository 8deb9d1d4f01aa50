import type { AreaPage, CacheStore, HeldArea } from '@thaiqm/contract/client/device-store.ts'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { type CallFailure, call } from '../platform/api.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { HouseholdContent, StoredHousehold } from '../platform/field-rows.ts'
import type { OwnCommand } from '../sync/outbox-store.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { openJson } from '../vault/vault-crypto.ts'
import { createHouseholdIndex, type HouseholdIndex } from './household-index.ts'
import { aboutSummary, summaryOf } from './household-summary.ts'
import { createHouseholdWriter, type HouseholdEntry, shownOf } from './household-writer.ts'

export interface StoreParts {
  readonly database: FieldDatabase
  readonly keys: () => VaultKeys | undefined
  readonly actor: () => Actor
  /** The round that lists are about. */
  readonly roundIdFor: (areaCode: string) => string
  /** This phone's own commands that the server's version of a household does not show yet. */
  readonly ownCommands: (householdId: string, baseVersion: number | null) => Promise<readonly OwnCommand[]>
  /** Households with a command that is still on this phone. */
  readonly ledgersHeld: () => Promise<ReadonlySet<string>>
  readonly layOver: (
    householdId: string,
    household: Household | null,
    own: readonly OwnCommand[],
  ) => Promise<Household | null>
  /** Fetches an area that is held. */
  readonly pull: (areaCode: string) => Promise<Refreshed>
}

export type Refreshed = { readonly ok: true } | { readonly ok: false; readonly failure: CallFailure }

/**
 * The households this phone holds, sealed under the vault's key. Screens read only from here; the server is where it is
 * refreshed from, so that a phone without network shows what it last knew.
 */
export const createHouseholdStore = (parts: StoreParts) => {
  const { database, keys, actor, roundIdFor, ownCommands, ledgersHeld, layOver, pull } = parts
  const { households, packs, areas, villages } = database

  const summarise = (content: HouseholdContent) => {
    const household = shownOf(content)
    return household === null
      ? undefined
      : summaryOf(household, { roundId: roundIdFor(household.areaCode), actor: actor() })
  }
  const aboutOf = (areaCode: string): string => aboutSummary(roundIdFor(areaCode), actor())
  const writer = createHouseholdWriter({ database, keys, index: () => index, aboutOf, summarise })

  /** Locked between the server's answer and the writing: what was not written is fetched again once it is open. */
  const unlessLocked = (failure: unknown): void => {
    if (keys() !== undefined) throw failure
  }
  const write = (change: Parameters<typeof writer.write>[0]): Promise<void> => writer.write(change).catch(unlessLocked)
  const index: HouseholdIndex = createHouseholdIndex({
    database,
    keys,
    aboutOf,
    summarise,
    onStale: areaCode => writer.rebuild(areaCode).catch(unlessLocked),
  })

  const contentOf = async (row: StoredHousehold | undefined): Promise<HouseholdContent | undefined> => {
    const open = keys()
    if (row === undefined || open === undefined) return undefined
    return openJson<HouseholdContent>([open.cache, open.work], row.sealed, row.householdId)
  }

  const find = async (householdId: string): Promise<Household | undefined> => {
    const content = await contentOf(await households.get(householdId))
    return (content && shownOf(content)) ?? undefined
  }

  const areaOf = async (areaCode: string) =>
    (await areas.toArray()).find(area => areaCode.startsWith(area.areaCode) || area.areaCode === areaCode)

  /** The server's version with this phone's own work laid over it. */
  const laid = async (householdId: string, base: Household | null, run: number): Promise<HouseholdEntry> => {
    const own = await ownCommands(householdId, base?.version ?? null)
    const shown = own.length === 0 ? null : await layOver(householdId, base, own)
    return { householdId, base, shown, run }
  }

  /** A household after a command of this phone. */
  const keep = async (household: Household): Promise<void> => {
    const row = await households.get(household.id)
    const content = await contentOf(row)
    const run = row?.run ?? (await areaOf(household.areaCode))?.run ?? 0
    await write({
      entries: [{ householdId: household.id, base: content?.base ?? null, shown: household, run }],
    })
  }

  const forget = (householdIds: readonly string[]): Promise<void> => write({ entries: [], forgotten: householdIds })

  /** What this phone made and the server does not know yet never goes with an area. */
  const notOwn = async (rows: readonly StoredHousehold[]): Promise<readonly string[]> => {
    const held = await ledgersHeld()
    return rows.filter(row => !(row.isOwn && held.has(row.householdId))).map(row => row.householdId)
  }

  const savePage = async (page: AreaPage): Promise<void> => {
    const { areaCode, cursor, isWhole, asOf } = page
    const area = await areas.get(areaCode)
    if (page.after !== undefined && area?.cursor !== page.after) return
    const run = (area?.run ?? 0) + (page.isFresh ? 1 : 0)
    const held = await ledgersHeld()
    const entries = await Promise.all(
      page.households.map(
        async (base): Promise<HouseholdEntry> =>
          held.has(base.id) ? laid(base.id, base, run) : { householdId: base.id, base, shown: null, run },
      ),
    )
    const forgotten = [...page.gone]
    if (isWhole && (page.isFresh || area?.isWhole !== true)) {
      const brought = new Set<string>(page.households.map(household => household.id))
      const old = await households
        .where('areaCode')
        .startsWith(areaCode)
        .filter(row => row.run < run && !brought.has(row.householdId))
        .toArray()
      forgotten.push(...(await notOwn(old)))
    }
    const isNowWhole = isWhole || (area?.isWhole === true && !page.isFresh)
    await write({
      entries,
      forgotten,
      isFromServer: true,
      alongside: async () => {
        await areas.put({ areaCode, cursor, isWhole: isNowWhole, asOf: isNowWhole ? asOf : (area?.asOf ?? null), run })
        if (isNowWhole) await villages.where('areaCode').startsWith(areaCode).modify({ asOf })
      },
    })
  }

  const dropArea = async (areaCode: string): Promise<void> => {
    const rows = await households.where('areaCode').startsWith(areaCode).toArray()
    const goes = await notOwn(rows)
    const rest = new Set(goes)
    const staying = rows.filter(row => !rest.has(row.householdId))
    await database.transaction('rw', households, packs, areas, villages, async () => {
      await households.bulkDelete([...goes])
      await packs.where('areaCode').startsWith(areaCode).delete()
      await areas.delete(areaCode)
      await villages.where('areaCode').startsWith(areaCode).modify({ asOf: null })
    })
    if (staying.length > 0 && keys() !== undefined) await bringBack(staying.map(row => row.householdId))
  }

  /** Own households whose row or summary went with the cache: they live by their commands in the outbox. */
  const bringBack = async (householdIds: readonly string[]): Promise<void> => {
    const entries: HouseholdEntry[] = []
    for (const householdId of householdIds) {
      const base = (await contentOf(await households.get(householdId)))?.base ?? null
      const entry = await laid(householdId, base, 0)
      if (shownOf(entry) !== null) entries.push(entry)
    }
    if (entries.length > 0) await write({ entries })
  }

  const refreshVillage = async (areaCode: string): Promise<Refreshed> => {
    if (keys()?.cache == null) return { ok: true }
    const area = await areaOf(areaCode)
    if (area === undefined) await holdArea(areaCode)
    return pull(area?.areaCode ?? areaCode)
  }

  /** From now on this area is kept on the phone; areas inside it are part of it. */
  const holdArea = (areaCode: string): Promise<void> =>
    database.transaction('rw', areas, async () => {
      const known = await areas.toArray()
      if (known.some(area => areaCode.startsWith(area.areaCode))) return
      await areas.bulkDelete(known.filter(area => area.areaCode.startsWith(areaCode)).map(area => area.areaCode))
      await areas.put({ areaCode, cursor: null, isWhole: false, asOf: null, run: Date.now() })
    })

  const refreshHousehold = async (householdId: string): Promise<Refreshed> => {
    if (keys()?.cache == null) return { ok: true }
    const answer = await call(readHousehold, { params: { householdId } })
    if (!answer.ok) {
      // Out of scope by now, or never accepted by the server: what nobody may see must not stay on the phone.
      const gone = answer.kind === 'refused' && answer.status === 404
      if (gone && !(await ledgersHeld()).has(householdId)) await forget([householdId])
      return { ok: false, failure: answer }
    }
    if (keys()?.cache == null) return { ok: true }
    const { household } = answer.value
    const run = (await households.get(householdId))?.run ?? (await areaOf(household.areaCode))?.run ?? 0
    await write({ entries: [await laid(householdId, household, run)], isFromServer: true })
    return { ok: true }
  }

  const cache: CacheStore = {
    /** None while they may not be opened: then nothing is fetched. */
    areas: async (): Promise<readonly HeldArea[]> => (keys()?.cache == null ? [] : areas.toArray()),
    savePage,
    dropArea,
  }

  return {
    cache,
    index,
    keep,
    find,
    refreshVillage,
    refreshHousehold,
    holdArea,
    dropArea,

    /** Every household of a village that this phone holds, opened: for what is counted here, never for a list. */
    ofVillage: async (areaCode: string): Promise<readonly Household[]> => {
      const rows = await households.where('areaCode').equals(areaCode).toArray()
      const contents = await Promise.all(rows.map(contentOf))
      return contents.flatMap(content => (content && shownOf(content)) ?? [])
    },

    /** Which of the server's versions this phone holds of a household; 0 when the server did not know it yet. */
    baseVersion: async (householdId: string): Promise<number> =>
      (await contentOf(await households.get(householdId)))?.base?.version ?? 0,

    /** Commands about these households were answered: what is shown follows. */
    layAnew: async (householdIds: readonly string[]): Promise<void> => {
      if (keys() === undefined) return
      const entries: HouseholdEntry[] = []
      for (const householdId of householdIds) {
        const row = await households.get(householdId)
        const content = await contentOf(row)
        if (row !== undefined && content !== undefined) entries.push(await laid(householdId, content.base, row.run))
      }
      // A household that only ever was a parked command of this phone is nowhere else: it stays as it was captured.
      const known = entries.filter(entry => shownOf(entry) !== null)
      if (known.length > 0) await write({ entries: known })
    },

    /** The vault has been opened: lists begin, and what was captured without its key goes where it belongs. */
    open: async (): Promise<void> => {
      index.start()
      const open = keys()
      if (open === undefined) return
      const held = [...(await ledgersHeld())]
      const known = await households.bulkGet(held)
      await bringBack(held.filter((_, at) => known[at] === undefined))
      if (open.cache === null) return
      const captured = await households.where('sealed.keyId').equals(open.work.id).toArray()
      const entries: HouseholdEntry[] = []
      for (const row of captured) {
        const content = await contentOf(row)
        if (content !== undefined) entries.push({ householdId: row.householdId, run: row.run, ...content })
      }
      if (entries.length > 0) await write({ entries })
    },

    close: (): void => index.stop(),

    /** Every household of the server goes; areas are fetched again from their beginning. Unsent work is not here. */
    dropAll: (): Promise<void> =>
      database.transaction('rw', households, packs, areas, villages, async () => {
        const work = keys()?.work.id
        await households.filter(row => row.sealed.keyId !== work || !row.isOwn).delete()
        await packs.clear()
        await areas.toCollection().modify({ cursor: null, isWhole: false, asOf: null })
        await villages.toCollection().modify({ asOf: null })
      }),
  }
}

export type HouseholdStore = ReturnType<typeof createHouseholdStore>
