import { listParked, readParked, settleParked } from '@thaiqm/contract/sync/sync-routes.ts'
import { seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { findPersonNames } from '../person/person-store.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { openDocument } from '../platform/sealing.ts'
import { writeAudit } from './ledger-store.ts'
import { postgresLedger } from './postgres-ledger.ts'
import { settleParkedCommand } from './settle-parked.ts'
import { findParked, findVisibleParked, lockParked, type ParkedRow } from './sync-store.ts'

const MOST_PARKED = 500

/** Commands that can say nothing of a hardship. */
const openToAll: ReadonlySet<string> = new Set([
  'RecordVisit',
  'RegisterHousehold',
  'CorrectHousehold',
  'VerifySurvey',
  'CertifySurvey',
  'PlanMeeting',
  'ChangeMeeting',
  'OpenMeeting',
  'RecordAttendance',
  'CloseMeeting',
])

const receiptOf = (row: ParkedRow): Receipt => ({
  commandId: row.command_id,
  receiptNumber: row.receipt_number,
  outcome: 'parked',
  version: null,
  refusal: { code: row.refusal_code ?? 'server-could-not-judge', details: JSON.parse(row.refusal_details ?? '{}') },
})

export const registerParkedRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, clock } = parts

  answerRoute(app, findActor, listParked, async ({ actor }) => {
    if (!hasAbility(actor, 'read-parked')) return refuse('not-permitted')
    const rows = await inTransaction(db, readingScope(actor), trx => findParked(trx, MOST_PARKED))
    const ids = rows.map(r => r.person_id)
    const names = await inTransaction(db, systemScope, trx => findPersonNames(trx, keys, ids))
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
        receipt: receiptOf(row),
        byName: names.get(row.person_id)?.name ?? '',
        receivedAt: row.received_at,
        headName: row.head_name,
        areaCode: row.area_code === null ? null : String(row.area_code),
      })),
    })
  })

  answerRoute(app, findActor, readParked, async ({ actor, params }) => {
    if (!hasAbility(actor, 'read-parked')) return refuse('not-permitted')
    const isVisible = await inTransaction(db, readingScope(actor), trx => findVisibleParked(trx, params.commandId))
    const row = isVisible ? await inTransaction(db, systemScope, trx => lockParked(trx, params.commandId)) : undefined
    if (row === undefined) return refuse('not-found')
    const at = clock.now()
    await inTransaction(db, systemScope, trx =>
      writeAudit(trx, actor, [
        { at, act: 'ReadParked', objectKind: 'command', objectId: params.commandId, areaCode: row.area_code },
      ]),
    )
    // Forms and reports may name restricted hardships; only eyes that may see those read them word for word.
    const isOpen = seesRestricted(actor) || openToAll.has(row.type)
    return succeed({ input: isOpen ? openDocument(keys, row.body, row.ledger_id) : null })
  })

  answerRoute(app, findActor, settleParked, async ({ actor, params, body }) => {
    if (!hasAbility(actor, 'read-parked')) return refuse('not-permitted')
    const { commandId } = params
    const isVisible = await inTransaction(db, readingScope(actor), trx => findVisibleParked(trx, commandId))
    if (!isVisible) return refuse('not-found')
    const settled = await settleParkedCommand(postgresLedger(parts), parts, actor, { commandId, ...body })
    if (!settled.ok) return settled
    const act = body.how === 'accepted' ? 'AcceptParked' : 'DismissParked'
    await inTransaction(db, systemScope, trx =>
      writeAudit(trx, actor, [{ at: clock.now(), act, objectKind: 'command', objectId: commandId, areaCode: null }]),
    )
    return succeed({ receipt: settled.value })
  })
}
