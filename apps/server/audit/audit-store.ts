import type { AuditLine } from '@thaiqm/contract/audit/audit-routes.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface AuditRow {
  readonly position: number
  readonly at: AuditLine['at']
  readonly person_id: AuditLine['byId']
  readonly role: AuditLine['role']
  readonly act: string
  readonly object_kind: string
  readonly object_id: string | null
  readonly area_code: number | null
  readonly details: string
}

export interface AuditQuery {
  readonly before: number | null
  readonly objectId: string | null
  readonly act: string | null
  readonly most: number
}

/** Lines of the audit, the newest first. Only the system's role may read them. */
export const findAuditLines = async (trx: Scoped, { before, objectId, act, most }: AuditQuery): Promise<AuditRow[]> => {
  const { rows } =
    await sql<AuditRow>`select position, at, person_id, role, act, object_kind, object_id, area_code, details
    from audit
    where (${before}::bigint is null or position < ${before}::bigint)
      and (${objectId}::text is null or object_id = ${objectId}::text)
      and (${act}::text is null or act = ${act}::text)
    order by position desc limit ${most}`.execute(trx)
  return rows
}
