import { type AllocationRow, listAllocations, listOffers } from '@thaiqm/contract/offer/offer-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { wholeRange } from '@thaiqm/core/area/area-code.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findAllocations, findOffers, findOffersById, type StoredAllocation } from './offer-list-store.ts'

// The ids of these rows were read as such when they were written.
const toRow = (a: StoredAllocation): AllocationRow => ({
  allocationId: a.allocation_id as AllocationRow['allocationId'],
  offerId: a.offer_id as AllocationRow['offerId'],
  organisationId: a.organisation_id as AllocationRow['organisationId'],
  problemId: a.problem_id as AllocationRow['problemId'],
  householdId: a.household_id as AllocationRow['householdId'],
  tambonCode: String(a.tambon_code),
  kindCode: a.kind_code,
  what: a.what,
  unit: a.unit,
  quantity: a.quantity,
  budgetBaht: a.budget_baht,
  dueOn: a.due_on,
  state: a.state,
  note: a.note,
  takenOn: a.taken_on,
  confirmedOn: a.confirmed_on,
  deliveredOn: a.delivered_on,
  deliveredQuantity: a.delivered_quantity,
  deliveredBudgetBaht: a.delivered_budget_baht,
  releaseReason: a.release_reason,
  solvedOn: a.solved_on,
  photos: a.photos as AllocationRow['photos'],
})

export const registerOfferRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, listOffers, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-offers')) return refuse('not-permitted')
    const range = readsReferredOnly(actor) ? wholeRange : narrowRange(actor, query.area)
    const offers = await inTransaction(parts.db, readingScope(actor), trx =>
      findOffers(trx, {
        range,
        organisationId: query.organisationId ?? null,
        openOn: query.isOpen === 'true' ? dayOf(parts.clock.now()) : null,
        search: query.search?.trim() || null,
        offset: (query.page - 1) * query.pageSize,
        most: query.pageSize + 1,
      }),
    )
    return succeed({ offers: offers.slice(0, query.pageSize), hasMore: offers.length > query.pageSize })
  })

  answerRoute(app, findActor, listAllocations, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-offers')) return refuse('not-permitted')
    return inTransaction(parts.db, readingScope(actor), async trx => {
      const found = await findAllocations(trx, {
        offerId: query.offerId ?? null,
        householdId: query.householdId ?? null,
        state: query.state ?? null,
        hasArrived: query.hasArrived === 'true',
        search: query.search?.trim() || null,
        offset: (query.page - 1) * query.pageSize,
        most: query.pageSize + 1,
        asPartner: readsReferredOnly(actor),
      })
      const shown = found.slice(0, query.pageSize)
      return succeed({
        hasMore: found.length > query.pageSize,
        allocations: shown.map(toRow),
        offers: await findOffersById(trx, [...new Set(shown.map(a => a.offer_id))]),
      })
    })
  })
}
