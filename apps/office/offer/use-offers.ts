import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { type AllocationRow, listAllocations, listOffers, type OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { HouseholdId, PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { NeedOfProblem } from '@thaiqm/core/need/need-of-problem.ts'
import type { AllocationState, Amount, Delivery, Offer } from '@thaiqm/core/offer/offer.ts'
import { decideOfferCommand, type OfferCommand } from '@thaiqm/core/offer/offer-command.ts'
import { ask } from '../platform/api.ts'
import type { LedgerCommand } from '../platform/commands.ts'
import { useSession } from '../platform/session.tsx'

const ROWS_A_PAGE = 50

/** Offers this person may see; with `isOpen` only those something may be taken from today. */
export const useOffers = (isOpen: boolean, isWanted = true) => {
  const { actor } = useSession()
  return useQuery({
    queryKey: ['offers', actor.postId, isOpen],
    queryFn: () => ask(listOffers, { query: isOpen ? { isOpen: 'true' } : {} }),
    enabled: isWanted,
  })
}

interface Page {
  /** From 1. */
  readonly page: number
  /** Part of what is offered or given; empty for all. */
  readonly search: string
}

const sought = (search: string) => (search.trim() === '' ? {} : { search: search.trim() })

/** A page of all offers this person may see, ended ones last. */
export const useOfferPage = ({ page, search }: Page) => {
  const { actor } = useSession()
  const query = { page, pageSize: ROWS_A_PAGE, ...sought(search) }
  return useQuery({
    queryKey: ['offers', actor.postId, query],
    queryFn: () => ask(listOffers, { query }),
    placeholderData: keepPreviousData,
  })
}

/** A page of the parts taken of offers that this person may see. */
export const useAllocationPage = ({ page, search, state }: Page & { readonly state: AllocationState | null }) => {
  const { actor } = useSession()
  const query = { page, pageSize: ROWS_A_PAGE, ...sought(search), ...(state === null ? {} : { state }) }
  return useQuery({
    queryKey: ['allocations', actor.postId, query],
    queryFn: () => ask(listAllocations, { query }),
    placeholderData: keepPreviousData,
  })
}

/** Parts taken of offers, the newest 200: of one household, or those of which something has arrived. */
export const useAllocations = (
  of: { readonly householdId: HouseholdId } | { readonly hasArrived: 'true' },
  isWanted = true,
) => {
  const { actor } = useSession()
  return useQuery({
    queryKey: ['allocations', actor.postId, of],
    queryFn: () => ask(listAllocations, { query: { ...of, pageSize: 200 } }),
    enabled: isWanted,
  })
}

type Part = Pick<AllocationRow, 'allocationId' | 'problemId' | 'tambonCode' | 'state'> & Partial<AllocationRow>

/** What has arrived of a part as one arrival: a screen knows how much, not which help each was. */
const arrivalsOf = ({ deliveredOn, deliveredQuantity = 0, deliveredBudgetBaht = 0 }: Part): readonly Delivery[] =>
  deliveredOn == null
    ? []
    : [{ quantity: deliveredQuantity, budgetBaht: deliveredBudgetBaht, deliveredOn, assistanceId: null }]

/** What of a part is still to arrive. */
export const outstandingOfRow = (row: AllocationRow): Amount => ({
  quantity: row.quantity - row.deliveredQuantity,
  budgetBaht: row.budgetBaht - row.deliveredBudgetBaht,
})

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
      deliveries: arrivalsOf(part),
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
