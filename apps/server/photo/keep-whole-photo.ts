import { createHash } from 'node:crypto'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { fileOf, imageTypeOf, keepBytes } from './photo-files.ts'
import { savePhotoRow } from './photo-store.ts'

const MOST_BYTES = 10 * 1024 * 1024

/** Keeps a photo that came in one piece under the SHA-256 of its bytes. */
export const keepWholePhoto = async (
  { db, clock }: ServerParts,
  filesDir: string,
  hash: string,
  bytes: Uint8Array,
  by: Actor,
): Promise<Outcome<{ readonly photoHash: string }, 'photo-not-accepted' | 'photo-differs'>> => {
  const contentType = imageTypeOf(bytes)
  if (bytes.length > MOST_BYTES || contentType === null) return refuse('photo-not-accepted')
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return refuse('photo-differs')
  await keepBytes(fileOf(filesDir, hash), bytes)
  const at = clock.now()
  await inTransaction(db, systemScope, trx =>
    savePhotoRow(trx, { hash, sizeBytes: bytes.length, contentType, by: by.personId, at }),
  )
  return succeed({ photoHash: hash })
}
