import { areaRange } from '@thaiqm/core/area/area-code.ts'
import { type Letterhead, letterheadIdOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { openDocument, type SealingKeys } from '../platform/sealing.ts'

/** The row beside a letterhead's document: whose it is. */
export const saveLetterheadRow = async (trx: Scoped, { id, areaCode, emblem, version }: Letterhead): Promise<void> => {
  const { low, high } = areaRange(areaCode)
  await sql`insert into letterheads (letterhead_id, area_code, area_low, area_high, emblem, version)
    values (${id}, ${areaCode}, ${low}, ${high}, ${emblem}, ${version})
    on conflict (letterhead_id) do update set emblem = excluded.emblem, version = excluded.version`.execute(trx)
}

/** The letterhead of an office, where the reader's scope holds that office. */
export const findLetterhead = async (
  trx: Scoped,
  keys: SealingKeys,
  areaCode: string,
): Promise<Letterhead | undefined> => {
  const id = letterheadIdOf(areaCode)
  const { rows } = await sql<{ document: string }>`select document from office_documents
    where ledger_kind = 'letterhead' and ledger_id = ${id}`.execute(trx)
  return rows[0] && (openDocument(keys, rows[0].document, id) as Letterhead)
}
