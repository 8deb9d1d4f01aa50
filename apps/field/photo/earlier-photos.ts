import Dexie, { type EntityTable } from 'dexie'
import type { VaultKeys } from '../vault/vault.ts'
import { openBytes, type Sealed, sealBytes } from '../vault/vault-crypto.ts'
import type { FetchPhoto, PhotoOfHousehold } from './fetch-photo.ts'

interface KeptPhoto {
  readonly hash: string
  readonly householdId: string
  readonly mediaType: string
  readonly sealed: Sealed
}

export interface EarlierPhotoParts {
  readonly personId: string
  readonly keys: () => VaultKeys | undefined
  readonly fetchPhoto: FetchPhoto
  /** Whether photos that were seen stay on the phone. */
  readonly keeps: () => Promise<boolean>
}

export interface FetchingLimits {
  /** How many at most are asked of the server. */
  readonly most: number
  /** Asked before each. */
  readonly mayGoOn?: () => boolean
  readonly onProgress?: (done: number) => void
}

/** Whether everything the server has lies here now. */
export type Fetching = 'whole' | 'cut-off'

/**
 * Photos of households as they were before, kept for days without a signal. They are part of what the phone may show
 * only for a while: each is sealed under the households' key and is worth nothing once that key is gone.
 */
export const createEarlierPhotos = ({ personId, keys, fetchPhoto, keeps }: EarlierPhotoParts) => {
  const database = new Dexie(`thaiqm-field-photos-${personId}`) as Dexie & {
    readonly photos: EntityTable<KeptPhoto, 'hash'>
  }
  database.version(1).stores({ photos: 'hash, householdId, sealed.keyId' })
  const { photos } = database
  /** Not with the server when asked: another phone has still to send them. Asked again when the app is opened anew. */
  const absent = new Set<string>()

  const openKept = async (hash: string): Promise<Blob | null> => {
    const cache = keys()?.cache
    const kept = cache == null ? undefined : await photos.get(hash)
    if (cache == null || kept === undefined) return null
    const bytes = await openBytes([cache], kept.sealed, hash)
    return bytes === undefined ? null : new Blob([bytes], { type: kept.mediaType })
  }

  const fetchOne = async (photo: PhotoOfHousehold, isKept: boolean) => {
    const fetched = await fetchPhoto(photo)
    if (fetched === 'absent') absent.add(photo.hash)
    const cache = keys()?.cache
    if (!(fetched instanceof Blob) || !isKept || cache == null) return fetched
    const sealed = await sealBytes(cache, new Uint8Array(await fetched.arrayBuffer()), photo.hash)
    // The households may have been closed or dropped while it was on its way.
    if (keys()?.cache?.id === cache.id) await photos.put({ ...photo, mediaType: fetched.type, sealed })
    return fetched
  }

  const hashesHere = async (): Promise<ReadonlySet<string>> =>
    new Set(
      await photos
        .where('sealed.keyId')
        .equals(keys()?.cache?.id ?? '')
        .primaryKeys(),
    )

  return {
    /** From this phone, else from the server; null when neither has it now, or households may not be seen. */
    find: async (photo: PhotoOfHousehold): Promise<Blob | null> => {
      if (keys()?.cache == null) return null
      const found = (await openKept(photo.hash)) ?? (await fetchOne(photo, await keeps()))
      return found instanceof Blob ? found : null
    },

    /** How many of these there are to be had, and how many of them lie here and can be opened. */
    count: async (hashes: readonly string[]): Promise<{ readonly all: number; readonly here: number }> => {
      const mine = await hashesHere()
      const known = [...new Set(hashes)].filter(hash => mine.has(hash) || !absent.has(hash))
      return { all: known.length, here: known.filter(hash => mine.has(hash)).length }
    },

    /** Fetches what is not here yet, one after the other; ends when the server cannot be reached. */
    fetch: async (
      wanted: readonly PhotoOfHousehold[],
      { most, mayGoOn, onProgress }: FetchingLimits,
    ): Promise<Fetching> => {
      const mine = await hashesHere()
      let asked = 0
      for (const [at, photo] of wanted.entries()) {
        if (!mine.has(photo.hash) && !absent.has(photo.hash)) {
          if (asked === most || keys()?.cache == null || mayGoOn?.() === false) return 'cut-off'
          asked += 1
          if ((await fetchOne(photo, true)) === 'unreachable') return 'cut-off'
        }
        onProgress?.(at + 1)
      }
      return 'whole'
    },

    /** Takes away photos whose key is gone, and those of households that are no longer on this phone. */
    sweep: async (householdIds: ReadonlySet<string>): Promise<void> => {
      const cache = keys()?.cache
      if (cache == null) return
      const others = (await photos.where('sealed.keyId').notEqual(cache.id).primaryKeys()) as string[]
      const left = ((await photos.orderBy('householdId').uniqueKeys()) as string[]).filter(id => !householdIds.has(id))
      await photos.bulkDelete(others)
      await photos.where('householdId').anyOf(left).delete()
    },

    /** With the households, or because the person needs the room. */
    dropAll: (): Promise<void> => photos.clear(),
  }
}

export type EarlierPhotos = ReturnType<typeof createEarlierPhotos>
