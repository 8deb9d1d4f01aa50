import { listOrganisations } from '@thaiqm/contract/organisation/organisation-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { holdsArea } from '@thaiqm/core/area/area-code.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Organisation } from '@thaiqm/core/organisation/organisation-command.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { findOfficeDocuments } from '../sync/ledger-store.ts'

export const registerOrganisationRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listOrganisations, async ({ actor, query }) =>
    inTransaction(parts.db, readingScope(actor), async trx => {
      const all = (await findOfficeDocuments(trx, 'organisation', parts.keys)) as Organisation[]
      const area = query.area ?? ''
      return succeed({
        organisations: all
          .filter(o =>
            [o.areaCode, ...(o.otherAreaCodes ?? [])].some(own => holdsArea(own, area) || holdsArea(area, own)),
          )
          .map(({ id, contacts, ...rest }) => ({
            ...rest,
            organisationId: id,
            // Whom the office calls is the office's to know, and the organisation's own.
            ...(contacts === undefined || (readsReferredOnly(actor) && actor.organisationId !== id)
              ? {}
              : { contacts }),
          }))
          .sort((a, b) => a.nameTh.localeCompare(b.nameTh, 'th')),
      })
    }),
  )
}
