import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { householdPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import Dexie, { type EntityTable } from 'dexie'
import type { VaultKeys } from '../vault/vault.ts'
import { openBytes, type Sealed, sealBytes } from '../vault/vault-crypto.ts'

interface KeptPhoto {
  readonly hash: string
  readonly householdId: string
  readonly mediaType: string
  readonly sealed: Sealed
}

export interface PhotoOfHousehold {
  readonly householdId: string
  readonly hash: string
}

/** Fetches a photo of a household; null when it cannot be had now. */
export type FetchPhoto = (photo: PhotoOfHousehold) => Promise<Blob | null>

const PATIENCE_IN_MS = 60_000

export const fetchPhoto: FetchPhoto = async ({ householdId, hash }) => {
  try {
    const address = routeAddress(householdPhotoPath, { householdId, photoHash: hash })
    const answer = await window.fetch(address, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_IN_MS),
    })
    // A captive portal answers with a page of its own.
    const isPhoto = answer.ok && answer.headers.get('content-type')?.startsWith('image/') === true
    return isPhoto ? await answer.blob() : null
  } catch {
    return null
  }
}

export interface EarlierPhotoParts {
  readonly personId: string
  readonly keys: () => VaultKeys | undefined
  readonly fetchPhoto: FetchPhoto
}

/**
 * Photos of households as they were before, kept for days without a signal. They are part of what the phone may show
 * only for a while: each is sealed under the households' key and is worth nothing once that key is gone.
 */
export const createEarlierPhotos = ({ personId, keys, fetchPhoto: fetchOne }: EarlierPhotoParts) => {
  const database = new Dexie(`thaiqm-field-photos-${personId}`) as Dexie & {
    readonly photos: EntityTable<KeptPhoto, 'hash'>
  }
  database.version(1).stores({ photos: 'hash, householdId, sealed.keyId' })
  const { photos } = database

  const open = async (hash: string): Promise<Blob | null> => {
    const cache = keys()?.cache
    const kept = cache == null ? undefined : await photos.get(hash)
    if (cache == null || kept === undefined) return null
    const bytes = await openBytes([cache], kept.sealed, hash)
    return bytes === undefined ? null : new Blob([bytes], { type: kept.mediaType })
  }

  const fetchAndKeep = async (photo: PhotoOfHousehold): Promise<Blob | null> => {
    const blob = await fetchOne(photo)
    const cache = keys()?.cache
    if (blob === null || cache == null) return blob
    const sealed = await sealBytes(cache, new Uint8Array(await blob.arrayBuffer()), photo.hash)
    await photos.put({ ...photo, mediaType: blob.type, sealed })
    return blob
  }

  return {
    /** From this phone, else from the server, then kept; null when neither has it now. */
    find: async (photo: PhotoOfHousehold): Promise<Blob | null> => (await open(photo.hash)) ?? fetchAndKeep(photo),

    /** Which of these lie on this phone and can be opened. */
    here: async (hashes: readonly string[]): Promise<ReadonlySet<string>> => {
      const keyId = keys()?.cache?.id ?? ''
      const mine = new Set(await photos.where('sealed.keyId').equals(keyId).primaryKeys())
      return new Set(hashes.filter(hash => mine.has(hash)))
    },

    /** Fetches what is not here yet, one after the other; ends at the first that cannot be had. */
    fetchAll: async (wanted: readonly PhotoOfHousehold[], onKept: (n: number) => void): Promise<boolean> => {
      let kept = 0
      for (const photo of wanted) {
        if ((await photos.get(photo.hash))?.sealed.keyId !== keys()?.cache?.id && (await fetchAndKeep(photo)) === null)
          return false
        kept += 1
        onKept(kept)
      }
      return true
    },

    /** Takes away photos whose key is gone, and those of households that are no longer on this phone. */
    sweep: async (householdIds: ReadonlySet<string>): Promise<void> => {
      const cache = keys()?.cache
      if (cache == null) return
      await photos.filter(photo => photo.sealed.keyId !== cache.id || !householdIds.has(photo.householdId)).delete()
    },
  }
}

export type EarlierPhotos = ReturnType<typeof createEarlierPhotos>
