import { type AuditLine, listAudit } from '@thaiqm/contract/audit/audit-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { findPersonNames } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { findAuditLines } from './audit-store.ts'

/** Who looks into the audit is written there too. */
export const registerAuditRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listAudit, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-audit')) return refuse('not-permitted')
    return inTransaction(parts.db, systemScope, async trx => {
      const rows = await findAuditLines(trx, {
        before: query.before ?? null,
        objectId: query.objectId ?? null,
        act: query.act ?? null,
        most: query.pageSize + 1,
      })
      const page = rows.slice(0, query.pageSize)
      const names = await findPersonNames(
        trx,
        parts.keys,
        page.map(row => row.person_id),
      )
      await writeAudit(trx, actor, [
        { at: parts.clock.now(), act: 'ReadAudit', objectKind: 'audit', objectId: null, areaCode: null },
      ])
      return succeed({
        lines: page.map((row): AuditLine => {
          const by = names.get(row.person_id)
          return {
            position: row.position,
            at: row.at,
            byId: row.person_id,
            byName: by?.name ?? 'ระบบ ThaiQM',
            byPosition: by?.position ?? '',
            role: row.role,
            act: row.act,
            objectKind: row.object_kind,
            objectId: row.object_id,
            areaCode: row.area_code === null ? null : String(row.area_code),
            details: JSON.parse(row.details),
          }
        }),
        hasMore: rows.length > query.pageSize,
      })
    })
  })
}
