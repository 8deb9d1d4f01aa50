import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { openDocument, type SealingKeys, sealDocument } from '../platform/sealing.ts'

export interface DraftRow {
  readonly draft_id: string
  readonly household_id: string
  readonly area_code: number
  readonly holder_id: string
  readonly from_person: string | null
  readonly revision: number
  readonly content: string
  readonly changed_at: Instant
}

const columns = sql.raw('draft_id, household_id, area_code, holder_id, from_person, revision, content, changed_at')

export const lockDraft = async (trx: Scoped, draftId: string): Promise<DraftRow | undefined> => {
  const { rows } = await sql<DraftRow>`select ${columns} from drafts where draft_id = ${draftId} for update`.execute(
    trx,
  )
  return rows[0]
}

export interface DraftToKeep {
  readonly draftId: string
  readonly householdId: string
  readonly areaCode: string
  readonly holderId: string
  readonly revision: number
  readonly content: unknown
  readonly changedAt: string
  readonly keptAt: string
}

/** Keeps the newest; a revision that comes late changes nothing. */
export const keepDraft = async (trx: Scoped, keys: SealingKeys, draft: DraftToKeep): Promise<void> => {
  const content = sealDocument(keys, draft.content, draft.draftId)
  await sql`insert into drafts (draft_id, household_id, area_code, holder_id, revision, content, changed_at, kept_at)
    values (${draft.draftId}, ${draft.householdId}, ${Number(draft.areaCode)}, ${draft.holderId}, ${draft.revision},
      ${content}, ${draft.changedAt}, ${draft.keptAt})
    on conflict (draft_id) do update set revision = excluded.revision, content = excluded.content,
      changed_at = excluded.changed_at, kept_at = excluded.kept_at
    where drafts.revision < excluded.revision`.execute(trx)
}

export const findDraftsOf = async (trx: Scoped, holderId: string): Promise<DraftRow[]> => {
  const { rows } = await sql<DraftRow>`select ${columns} from drafts where holder_id = ${holderId}
    order by changed_at desc limit 500`.execute(trx)
  return rows
}

export const openDraft = (keys: SealingKeys, row: DraftRow): unknown => openDocument(keys, row.content, row.draft_id)

export const removeDraftRow = async (trx: Scoped, draftId: string, holderId: string): Promise<void> => {
  await sql`delete from drafts where draft_id = ${draftId} and holder_id = ${holderId}`.execute(trx)
}

export const moveDraft = async (
  trx: Scoped,
  draftId: string,
  toPersonId: string,
  fromPersonId: string,
): Promise<void> => {
  await sql`update drafts set holder_id = ${toPersonId}, from_person = ${fromPersonId} where draft_id = ${draftId}`.execute(
    trx,
  )
}
