import { listAreas } from '@thaiqm/contract/area/area-routes.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { findAreasUnder } from './area-store.ts'

/** Names of areas are public; only what happens in them has a scope. */
export const registerAreaRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listAreas, async ({ actor, query }) =>
    inTransaction(parts.db, readingScope(actor), async trx =>
      succeed({ areas: await findAreasUnder(trx, query.under ?? '') }),
    ),
  )
}
