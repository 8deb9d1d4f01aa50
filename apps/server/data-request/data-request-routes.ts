import { listDataRequests, readHeldRecord } from '@thaiqm/contract/data-request/data-request-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { readTimelineOf } from '../household/read-timeline.ts'
import { findPersonNames } from '../person/person-store.ts'
import { enterScope, inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { findDataRequests, findLooks } from './data-request-store.ts'

/** How many looks a print shows at most. */
const MOST_LOOKS = 500

export const registerDataRequestRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, clock } = parts

  answerRoute(app, findActor, listDataRequests, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-data-requests')) return refuse('not-permitted')
    // The data protection officer has no area and opens no household: days and codes of all of them, without its id.
    const isOverseer = actor.role === 'DPO'
    return inTransaction(db, isOverseer ? systemScope : readingScope(actor), async trx => {
      const found = await findDataRequests(trx, query.pageSize)
      await writeAudit(trx, actor, [
        { at: clock.now(), act: 'ReadDataRequests', objectKind: 'data-requests', objectId: null, areaCode: null },
      ])
      if (!isOverseer) return succeed(found)
      const without = (rows: typeof found.open) => rows.map(row => ({ ...row, householdId: null }))
      return succeed({ open: without(found.open), answered: without(found.answered) })
    })
  })

  answerRoute(app, findActor, readHeldRecord, async ({ actor, params }) => {
    if (!hasAbility(actor, 'read-held-record')) return refuse('not-permitted')
    return inTransaction(db, readingScope(actor), async trx => {
      const held = await readTimelineOf(trx, parts, actor, params.householdId)
      if (held === undefined) return refuse('not-found')
      const { household, entries } = held
      await writeAudit(trx, actor, [
        {
          at: clock.now(),
          act: 'ReadHeldRecord',
          objectKind: 'household',
          objectId: household.id,
          areaCode: Number(household.areaCode),
          details: { role: actor.role },
        },
      ])
      await enterScope(trx, systemScope)
      const looks = await findLooks(trx, household.id, MOST_LOOKS + 1)
      const names = await findPersonNames(
        trx,
        keys,
        looks.map(look => look.person_id),
      )
      // That an agency looked may itself tell of a hardship that this reader may not know of.
      const isTold = ({ role }: (typeof looks)[number]) =>
        seesRestricted(actor) || (role !== 'AGENCY' && role !== 'PARTNER')
      return succeed({
        household: household as HouseholdView,
        history: entries.map(({ by, ...entry }) => ({ ...entry, position: by.position })),
        looks: looks
          .slice(0, MOST_LOOKS)
          .filter(isTold)
          .map(({ on, act, person_id, role }) => ({ on, act, role, position: names.get(person_id)?.position ?? '' })),
        moreLooks: looks.length > MOST_LOOKS,
      })
    })
  })
}
