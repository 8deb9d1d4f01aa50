import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface PhotoRow {
  readonly photo_hash: string
  readonly content_type: string
}

export const savePhotoRow = async (
  trx: Scoped,
  photo: { hash: string; sizeBytes: number; contentType: string; by: string; at: Instant },
): Promise<void> => {
  await sql`insert into photos (photo_hash, size_bytes, content_type, uploaded_by, uploaded_at)
    values (${photo.hash}, ${photo.sizeBytes}, ${photo.contentType}, ${photo.by}, ${photo.at})
    on conflict (photo_hash) do nothing`.execute(trx)
}

export const findPhotoRow = async (trx: Scoped, hash: string): Promise<PhotoRow | undefined> => {
  const { rows } = await sql<PhotoRow>`select photo_hash, content_type from photos where photo_hash = ${hash}`.execute(
    trx,
  )
  return rows[0]
}
