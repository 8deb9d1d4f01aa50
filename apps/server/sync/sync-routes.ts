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
import { registerUnsentFileRoutes } from './unsent-file-routes.ts'

export const registerSyncRoutes = (http: HttpParts): void => {
  const { app, findActor, findSender, parts, installation, unsentWork } = http
  const ledger = postgresLedger(parts)
  const epoch = () => installation.current().epoch

  answerRoute(
    app,
    findActor,
    pushCommands,
    async ({ actor, isDisabled, deviceKey, body }) => {
      const batch = { ...body, ...(await openCommands(unsentWork, body.commands)) }
      const done = await receivePush(ledger, parts, epoch(), { actor, isDisabled }, batch)
      if (done.ok || done.code !== 'device-cloned' || deviceKey === null) return done
      // On a shared phone the session may be a colleague's: a device that shows its own key sends for its own person.
      const own = await findSender(null, { deviceId: body.deviceId, key: deviceKey })
      if (own === null || own.actor.personId === actor.personId) return done
      return receivePush(ledger, parts, epoch(), own, batch)
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
