import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import { enterScope, type Scoped, systemScope } from '../platform/database/transaction.ts'

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

export interface ThanksPhoto extends PhotoRow {
  readonly household_id: string
  readonly area_code: number
}

/**
 * A photo that the partner of this transaction is shown for what it delivered; nothing for anybody else, nor once the
 * consent is taken back. The household is for the audit alone: the transaction ends in the system's scope.
 */
export const findThanksPhoto = async (
  trx: Scoped,
  allocationId: string,
  hash: string,
): Promise<ThanksPhoto | undefined> => {
  const { rows } = await sql`select from thanked_photos
    where allocation_id = ${allocationId} and photo_hash = ${hash}`.execute(trx)
  if (rows.length === 0) return undefined
  await enterScope(trx, systemScope)
  const found = await sql<ThanksPhoto>`select p.photo_hash, p.content_type, c.household_id, c.area_code
    from offer_allocations a join consented_photos c on c.problem_id = a.problem_id
      join photos p on p.photo_hash = c.photo_hash
    where a.allocation_id = ${allocationId} and c.photo_hash = ${hash}`.execute(trx)
  return found.rows[0]
}

export const findPhotoRow = async (trx: Scoped, hash: string): Promise<PhotoRow | undefined> => {
  const { rows } = await sql<PhotoRow>`select photo_hash, content_type from photos where photo_hash = ${hash}`.execute(
    trx,
  )
  return rows[0]
}
