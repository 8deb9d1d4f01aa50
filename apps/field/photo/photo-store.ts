import type { PhotoOutbox } from '@thaiqm/contract/client/device-store.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { StoredPhoto } from '../platform/field-rows.ts'
import type { Sealer } from '../vault/sealer.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { fromBase64Url, openBytes, openJson, randomBytes, sealBytes, toBase64Url } from '../vault/vault-crypto.ts'

const HASH = /"([0-9a-f]{64})"/g

/** The photos a command's input names, wherever they stand in it: the visit's own and each piece of evidence. */
export const photosIn = (input: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(input).matchAll(HASH)].map(([, hash]) => hash ?? '')),
]

export interface PhotoParts {
  readonly database: FieldDatabase
  readonly sealer: Sealer
  readonly keys: () => VaultKeys | undefined
}

const importKey = async (bytes: Uint8Array<ArrayBuffer>, id: string) => ({
  id,
  key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']),
})

/**
 * Photographs on this phone, each under a key of its own. That key lies beside it sealed twice: for this phone, which shows
 * and sends the photo while it is unlocked, and for the server, so that a saved file of unsent work holds it too.
 */
export const createPhotoStore = ({ database, sealer, keys }: PhotoParts) => {
  const { photos } = database

  const sealed = async (hash: string, bytes: Blob): Promise<Omit<StoredPhoto, 'hash' | 'state'>> => {
    const own = randomBytes(32)
    const key = await importKey(own, hash)
    const [photo, { sealed: sealedKey, readable }] = await Promise.all([
      sealBytes(key, new Uint8Array(await bytes.arrayBuffer()), hash),
      sealer.sealTwice(toBase64Url(own), hash),
    ])
    return {
      sealed: photo,
      mediaType: bytes.type,
      sealedKey,
      ...(readable === null ? {} : { readableKey: readable }),
    }
  }

  const open = async (photo: StoredPhoto | undefined): Promise<Blob | null> => {
    if (photo?.bytes !== undefined) return photo.bytes
    const unlocked = keys()
    if (unlocked === undefined || photo?.sealed === undefined || photo.readableKey === undefined) return null
    const own = await openJson<string>([unlocked.work], photo.readableKey, photo.hash)
    if (own === undefined) return null
    const bytes = await openBytes([await importKey(fromBase64Url(own), photo.hash)], photo.sealed, photo.hash)
    return bytes === undefined ? null : new Blob([bytes], { type: photo.mediaType ?? 'image/jpeg' })
  }

  const outbox: PhotoOutbox = {
    toSend: async most =>
      photos
        .where('state')
        .equals('waiting')
        // One that only another key opens would keep the others from being sent.
        .filter(photo => photo.bytes !== undefined || photo.readableKey?.keyId === keys()?.work.id)
        .limit(most)
        .primaryKeys(),
    read: async hash => {
      const photo = await open(await photos.get(hash))
      return photo === null ? null : new Uint8Array(await photo.arrayBuffer())
    },
    mark: async (hash, outcome, at) => {
      await photos.update(hash, { state: outcome, ...(at === null ? {} : { arrivedAt: at }) })
    },
    sendAgain: async () => {
      await photos.where('state').equals('sent').modify({ state: 'waiting' })
    },
  }

  return {
    outbox,

    /** Keeps a photo for a form still being filled in; one that is known already stays as it is. */
    keepForDraft: async (hash: string, bytes: Blob): Promise<void> => {
      if ((await photos.get(hash)) !== undefined) return
      const row = await sealed(hash, bytes)
      await photos.put({ hash, state: 'draft', ...row })
    },

    /** Photos of a form that is on its way are to be uploaded; until then they were only the draft's. */
    keepForSending: async (input: unknown): Promise<void> => {
      await photos
        .where('hash')
        .anyOf([...photosIn(input)])
        .and(photo => photo.state === 'draft')
        .modify({ state: 'waiting' })
    },

    /** For showing; null while it is locked or not on this phone. */
    find: async (hash: string): Promise<Blob | null> => open(await photos.get(hash)),

    /** Photos that have arrived, and of which a backup was begun since, need no room on the phone, unless a draft shows them. */
    forgetSafe: async (shown: string, backedUpAt: Instant | null): Promise<void> => {
      if (backedUpAt === null) return
      const sent = await photos
        .where('state')
        .equals('sent')
        .filter(photo => (photo.arrivedAt ?? '') < backedUpAt)
        .primaryKeys()
      await photos.bulkDelete(sent.filter(hash => !shown.includes(hash)))
    },

    /** Seals what an older app left in clear. */
    sealTheRest: async (): Promise<void> => {
      if (keys() === undefined || !(await sealer.canSeal())) return
      for (const { hash, state, bytes } of await photos.filter(photo => photo.bytes !== undefined).toArray()) {
        if (bytes === undefined) continue
        const row = await sealed(hash, bytes)
        await photos.put({ hash, state, ...row })
      }
    },
  }
}

export type PhotoStore = ReturnType<typeof createPhotoStore>
