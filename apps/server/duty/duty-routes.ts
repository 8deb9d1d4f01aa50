import { listDuties } from '@thaiqm/contract/duty/duty-routes.ts'
import { readDutySummary } from '@thaiqm/contract/duty/duty-summary.ts'
import { hidesIdentity } from '@thaiqm/core/access/actor.ts'
import { UNDISCLOSED_NAME } from '@thaiqm/core/access/view-household.ts'
import { dayBefore } from '@thaiqm/core/duty/reminder-day.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { dutyQueryOf } from './duties-of-actor.ts'
import { countDuties, findDuties } from './duty-store.ts'

/** Nobody does more in a day; what is beyond it comes up as the first are done. */
const MOST = 200

export const registerDutyRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listDuties, async ({ actor, query: asked }) => {
    const asOf = parts.clock.now()
    const today = dayOf(asOf)
    const query = dutyQueryOf(actor, today, asked)
    if (query === null) return succeed({ asOf, today, duties: [], more: false })
    const found = await inTransaction(parts.db, readingScope(actor), trx => findDuties(trx, query, MOST + 1))
    const duties = found.slice(0, MOST)
    return succeed({
      asOf,
      today,
      duties: hidesIdentity(actor) ? duties.map(duty => ({ ...duty, headName: UNDISCLOSED_NAME })) : duties,
      more: found.length > MOST,
    })
  })

  answerRoute(app, findActor, readDutySummary, async ({ actor }) => {
    const asOf = parts.clock.now()
    const today = dayOf(asOf)
    const query = dutyQueryOf(actor, today)
    if (query === null) return succeed({ asOf, today, kinds: [] })
    const kinds = await inTransaction(parts.db, readingScope(actor), trx => countDuties(trx, query, dayBefore(today)))
    return succeed({ asOf, today, kinds })
  })
}
