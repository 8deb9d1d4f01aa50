import { loadUnsentFile, pullArea, pushCommands } from '@thaiqm/contract/sync/sync-routes.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import type { UnsentWorkKeys } from '../platform/unsent-work-keys.ts'
import { registerDeviceRoutes } from './device-routes.ts'
import { findSender } from './find-sender.ts'
import { writeAudit } from './ledger-store.ts'
import { registerParkedRoutes } from './parked-routes.ts'
import { postgresLedger } from './postgres-ledger.ts'
import { postgresPull } from './postgres-pull.ts'
import { pullPage } from './pull-area.ts'
import { receivePush } from './receive-push.ts'

const MOST_PER_BATCH = 200

/** Commands with their inputs in clear; what cannot be opened is kept as it came, and named. */
const openCommands = async (unsentWork: UnsentWorkKeys, commands: readonly CommandEnvelope[]) => {
  const unread = new Set<string>()
  const opened = await Promise.all(
    commands.map(async ({ sealed, ...command }): Promise<CommandEnvelope> => {
      if (sealed === undefined) return command
      const text = await unsentWork.open(sealed, command.commandId)
      if (text !== undefined) return { ...command, input: JSON.parse(text) as unknown }
      unread.add(command.commandId)
      return { ...command, input: { sealed } }
    }),
  )
  return { commands: opened, unread }
}

export const registerSyncRoutes = (http: HttpParts): void => {
  const { app, findActor, findSender: findSenderOf, parts, installation, unsentWork } = http
  const ledger = postgresLedger(parts)
  const epoch = () => installation.current().epoch

  answerRoute(
    app,
    findActor,
    pushCommands,
    async ({ actor, isDisabled, body }) => {
      const { commands, unread } = await openCommands(unsentWork, body.commands)
      return receivePush(ledger, parts, epoch(), { actor, isDisabled }, { ...body, commands, unread })
    },
    findSenderOf,
  )

  answerRoute(app, findActor, loadUnsentFile, async ({ actor, body }) => {
    const key = await unsentWork.open(body.sealedDeviceKey, body.deviceId)
    const sender = key === undefined ? null : await findSender(parts, null, { deviceId: body.deviceId, key })
    if (sender === null) return refuse('unsent-file-unknown')
    const { commands, unread } = await openCommands(unsentWork, body.commands)
    const count = { applied: 0, alreadyApplied: 0, parked: 0 }
    const receiptNumbers: number[] = []
    for (let at = 0; at < commands.length; at += MOST_PER_BATCH) {
      const batch = commands.slice(at, at + MOST_PER_BATCH)
      const { deviceId, firstHeld } = body
      const done = await receivePush(ledger, parts, epoch(), sender, {
        deviceId,
        firstHeld,
        epoch: null,
        commands: batch,
        unread,
      })
      if (!done.ok) return done
      for (const receipt of done.value.receipts) {
        if (receipt.outcome === 'applied') count.applied += 1
        else if (receipt.outcome === 'parked') count.parked += 1
        else count.alreadyApplied += 1
        receiptNumbers.push(receipt.receiptNumber)
      }
    }
    await inTransaction(parts.db, systemScope, trx =>
      writeAudit(trx, actor, [
        {
          at: parts.clock.now(),
          act: 'LoadUnsentFile',
          objectKind: 'device',
          objectId: body.deviceId,
          areaCode: null,
          details: { commands: commands.length },
        },
      ]),
    )
    return succeed({ ...count, receiptNumbers })
  })

  answerRoute(app, findActor, pullArea, async ({ actor, params, query }) =>
    inTransaction(parts.db, readingScope(actor), async trx => {
      const page = await pullPage(postgresPull(trx, parts), parts.catalogue, {
        actor,
        areaCode: params.areaCode,
        cursor: query.cursor,
        limit: query.limit,
        epoch: epoch(),
        asOf: parts.clock.now(),
      })
      if (page.ok && page.value.households.length > 0)
        await writeAudit(trx, actor, [
          {
            at: parts.clock.now(),
            act: 'PullArea',
            objectKind: 'area',
            objectId: params.areaCode,
            areaCode: Number(params.areaCode.padEnd(8, '0')),
            details: { households: page.value.households.length },
          },
        ])
      return page
    }),
  )

  registerDeviceRoutes(http)
  registerParkedRoutes(http)
}
