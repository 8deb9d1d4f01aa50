import { listNeeds } from '@thaiqm/contract/need/need-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findNeeds, findPledged } from './need-store.ts'

export const registerNeedRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listNeeds, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-needs')) return refuse('not-permitted')
    const isPartner = readsReferredOnly(actor)
    const range = narrowRange(actor, query.area)
    return inTransaction(parts.db, readingScope(actor), async trx => {
      const found = await findNeeds(trx, {
        range,
        kinds: query.kinds?.split(',') ?? null,
        dueBy: query.dueBy ?? null,
        offset: (query.page - 1) * query.pageSize,
        most: query.pageSize + 1,
        tellsHousehold: !isPartner,
      })
      const shown = found.slice(0, query.pageSize)
      const pledged = Map.groupBy(
        await findPledged(
          trx,
          shown.map(n => n.need_id),
        ),
        p => p.need_id,
      )
      return succeed({
        hasMore: found.length > query.pageSize,
        needs: shown.map(n => ({
          needId: n.need_id as ProblemId,
          householdId: n.household_id as HouseholdId | null,
          tambonCode: String(n.tambon_code),
          kindCode: n.kind_code,
          dimension: n.dimension,
          severity: n.severity,
          what: n.what,
          quantity: n.quantity,
          unit: n.unit,
          budgetBaht: n.budget_baht,
          dueOn: n.due_on,
          publishedOn: n.published_on,
          pledged: (pledged.get(n.need_id) ?? []).map(({ unit, quantity }) => ({ unit, quantity })),
        })),
      })
    })
  })
}
