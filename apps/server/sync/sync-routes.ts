import { listParked, pullChanges, pushCommands } from '@thaiqm/contract/sync/sync-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { findPersonNames } from '../person/person-store.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { runCommands } from './run-commands.ts'
import { type FeedCursor, findChanges, findParked, highestSequence } from './sync-store.ts'

const readCursor = (text: string | undefined): FeedCursor => {
  const match = /^(\d{1,20})\.(\d{1,16})$/.exec(text ?? '')
  return { transaction: match?.[1] ?? '0', position: Number(match?.[2] ?? '0') }
}

const MOST_PARKED = 500

export const registerSyncRoutes = ({ app, findActor, parts, installation }: HttpParts): void => {
  answerRoute(app, findActor, pushCommands, async ({ actor, body }) => {
    const receipts = await runCommands(parts, { actor, deviceId: body.deviceId, commands: body.commands })
    const upTo = await inTransaction(parts.db, systemScope, trx => highestSequence(trx, body.deviceId))
    // Nothing counts as backed up until a backup says so; phones keep their commands till then.
    return succeed({ epoch: installation.current().epoch, upTo, durableUpTo: 0, receipts })
  })

  answerRoute(app, findActor, pullChanges, async ({ actor, query }) => {
    const after = readCursor(query.cursor)
    const rows = await inTransaction(parts.db, readingScope(actor), trx => findChanges(trx, after, query.limit + 1))
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)
    return succeed({
      changes: page.map(row => ({
        position: row.position,
        ledgerKind: row.ledger_kind,
        ledgerId: row.ledger_id,
        version: row.version,
        areaCode: row.area_code === null ? null : String(row.area_code),
      })),
      cursor: last === undefined ? (query.cursor ?? '0.0') : `${last.transaction_id}.${last.position}`,
      more: rows.length > query.limit,
      epoch: installation.current().epoch,
    })
  })

  answerRoute(app, findActor, listParked, async ({ actor }) => {
    if (!hasAbility(actor, 'read-parked')) return refuse('not-permitted')
    const rows = await inTransaction(parts.db, readingScope(actor), trx => findParked(trx, MOST_PARKED))
    const names = await inTransaction(parts.db, systemScope, trx =>
      findPersonNames(
        trx,
        parts.keys,
        rows.map(r => r.person_id),
      ),
    )
    return succeed({
      parked: rows.map(row => ({
        command: {
          commandId: row.command_id,
          sequence: row.sequence,
          ledgerKind: row.ledger_kind,
          ledgerId: row.ledger_id,
          type: row.type,
          madeAt: row.made_at,
          basedOnVersion: row.based_on_version,
        },
        receipt: {
          commandId: row.command_id,
          receiptNumber: row.receipt_number,
          outcome: 'parked' as const,
          version: null,
          refusal: {
            code: row.refusal_code ?? 'server-could-not-judge',
            details: JSON.parse(row.refusal_details ?? '{}'),
          },
        },
        byName: names.get(row.person_id)?.name ?? '',
        receivedAt: row.received_at,
        headName: row.head_name,
        areaCode: row.area_code === null ? null : String(row.area_code),
      })),
    })
  })
}
