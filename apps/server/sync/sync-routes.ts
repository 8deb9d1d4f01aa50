import { pullArea, pushCommands } from '@thaiqm/contract/sync/sync-routes.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { registerDeviceRoutes } from './device-routes.ts'
import { writeAudit } from './ledger-store.ts'
import { openCommands } from './open-commands.ts'
import { registerParkedRoutes } from './parked-routes.ts'
import { postgresLedger } from './postgres-ledger.ts'
import { postgresPull } from './postgres-pull.ts'
import { pullPage } from './pull-area.ts'
import { receivePush } from './receive-push.ts'
import { speakForOwner } from './speak-for-owner.ts'
import { registerUnsentFileRoutes } from './unsent-file-routes.ts'

export const registerSyncRoutes = (http: HttpParts): void => {
  const { app, findActor, findSender, parts, installation, unsentWork } = http
  const ledger = postgresLedger(parts)
  const epoch = () => installation.current().epoch

  answerRoute(
    app,
    findActor,
    pushCommands,
    async call => {
      const batch = { ...call.body, ...(await openCommands(unsentWork, call.body.commands)) }
      return speakForOwner(findSender, call, batch.deviceId, sender =>
        receivePush(ledger, parts, epoch(), sender, batch),
      )
    },
    findSender,
  )

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
  registerUnsentFileRoutes(http)
}
