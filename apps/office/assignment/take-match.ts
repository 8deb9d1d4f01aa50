import type { AssignmentNeedRow, AssignmentOfferRow } from '@thaiqm/contract/assignment/assignment-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId } from '@thaiqm/core/ledger/identifiers.ts'
import type { NeedOfProblem } from '@thaiqm/core/need/need-of-problem.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import { decideOfferCommand, type OfferCommandInput } from '@thaiqm/core/offer/offer-command.ts'
import type { LedgerCommand } from '../platform/commands.ts'

/** What the offer's ledger asks of a hardship; the server asks the household itself. */
const needOf = (need: AssignmentNeedRow): NeedOfProblem => ({
  problemId: need.problemId,
  householdId: need.householdId,
  tambonCode: need.areaCode.slice(0, 6),
  kindCode: need.kindCode,
  restricted: false,
  isLive: true,
  need: null,
})

const offerOf = ({ offerId, ...row }: AssignmentOfferRow): Offer => ({ ...row, id: offerId, allocations: [] })

/**
 * The command that keeps a part of an offer for a need. Core decides it here on what the proposal showed; the offer's own
 * ledger decides again on what is left by then. A need that is overdue is taken for without a day.
 */
export const takeMatch = (
  need: AssignmentNeedRow,
  offer: AssignmentOfferRow,
  allocationId: AllocationId,
  today: Day,
): LedgerCommand => {
  const input: OfferCommandInput<'TakeFromOffer'> = {
    allocationId,
    problemId: need.problemId,
    quantity: need.quantity,
    budgetBaht: need.budgetBaht ?? 0,
    dueOn: need.dueOn !== null && need.dueOn >= today ? need.dueOn : null,
    note: '',
  }
  return {
    ledgerKind: 'offer',
    ledgerId: offer.offerId,
    // Whoever took from the offer meanwhile does not make this one stale: what is left decides, not what was seen.
    version: null,
    type: 'TakeFromOffer',
    input,
    decide: context =>
      decideOfferCommand(
        offerOf(offer),
        { type: 'TakeFromOffer', input },
        { ...context, findNeed: id => (id === need.problemId ? needOf(need) : undefined) },
      ),
  }
}
