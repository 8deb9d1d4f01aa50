import { useQuery } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { type AllocationRow, listAllocations, listOffers, type OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { NeedOfProblem } from '@thaiqm/core/need/need-of-problem.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import { decideOfferCommand, type OfferCommand } from '@thaiqm/core/offer/offer-command.ts'
import { ask } from '../platform/api.ts'
import type { LedgerCommand } from '../platform/commands.ts'
import { useSession } from '../platform/session.tsx'

/** Offers this person may see; with `isOpen` only those something may be taken from today. */
export const useOffers = (isOpen: boolean, isWanted = true) => {
  const { actor } = useSession()
  return useQuery({
    queryKey: ['offers', actor.postId, isOpen],
    queryFn: () => ask(listOffers, { query: isOpen ? { isOpen: 'true' } : {} }),
    enabled: isWanted,
  })
}

/** Parts taken of offers: all this person may see, or those of one household. */
export const useAllocations = (of: { readonly householdId?: AllocationRow['householdId']; readonly page?: number }) => {
  const { actor } = useSession()
  const { householdId, page = 1 } = of
  return useQuery({
    queryKey: ['allocations', actor.postId, householdId ?? null, page],
    queryFn: () =>
      ask(listAllocations, {
        query: { page, ...(householdId === undefined || householdId === null ? {} : { householdId }) },
      }),
  })
}

type Part = Pick<AllocationRow, 'allocationId' | 'problemId' | 'tambonCode' | 'state'> & Partial<AllocationRow>

/** An offer as its ledger, as far as this screen knows it; what others took of it stands in its sums. */
export const offerOf = (row: OfferRow, parts: readonly Part[] = []): Offer => {
  const { offerId, ...rest } = row
  return {
    ...rest,
    id: offerId,
    allocations: parts.map(part => ({
      allocationId: part.allocationId,
      householdId: (part.householdId ?? '') as Offer['allocations'][number]['householdId'],
      problemId: part.problemId,
      areaCode: part.tambonCode,
      kindCode: part.kindCode ?? '',
      quantity: part.quantity ?? 0,
      budgetBaht: part.budgetBaht ?? 0,
      dueOn: part.dueOn ?? null,
      state: part.state,
      note: part.note ?? '',
      takenOn: part.takenOn ?? row.fromOn,
      takenBy: '' as PersonId,
      confirmedOn: part.confirmedOn ?? null,
      deliveredOn: part.deliveredOn ?? null,
      assistanceId: null,
      releaseReason: part.releaseReason ?? '',
    })),
  }
}

/** The hardship a part is for, with the names that words to the partner must not tell; nothing while they are read. */
export const knownNeed = (
  { problemId, householdId, tambonCode, kindCode }: AllocationRow,
  household: HouseholdView | undefined,
): NeedOfProblem | undefined =>
  householdId === null || household === undefined
    ? undefined
    : { problemId, householdId, tambonCode, kindCode, restricted: false, isLive: true, need: null, names: household }

/** A command to an offer, judged here by core with what the screen knows; the server judges again with all there is. */
export const offerCommand = (
  offer: Offer | null,
  offerId: string,
  { type, input }: OfferCommand,
  need?: NeedOfProblem,
): LedgerCommand => ({
  ledgerKind: 'offer',
  ledgerId: offerId,
  version: offer?.version ?? null,
  type,
  input,
  decide: (context: DecisionContext) =>
    decideOfferCommand(offer, { type, input } as OfferCommand, { ...context, findNeed: () => need }),
})
