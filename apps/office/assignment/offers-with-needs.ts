import type {
  AssignmentNeedRow,
  AssignmentOfferRow,
  AssignmentProposalReply,
} from '@thaiqm/contract/assignment/assignment-routes.ts'
import { compareUrgency } from '@thaiqm/core/assignment/assignment-order.ts'

export interface OfferWithNeeds {
  readonly offer: AssignmentOfferRow
  /** The most urgent first. */
  readonly needs: readonly AssignmentNeedRow[]
}

/** The proposal offer by offer: those first that serve the most urgent; offers that serve nobody are left out. */
export const offersWithNeeds = ({
  needs,
  offers,
  matches,
}: Pick<AssignmentProposalReply, 'needs' | 'offers' | 'matches'>): readonly OfferWithNeeds[] => {
  const needById = new Map(needs.map(need => [need.problemId, need]))
  const served = new Map<string, AssignmentNeedRow[]>()
  for (const { problemId, offerId } of matches) {
    const need = needById.get(problemId)
    if (need === undefined) continue
    const others = served.get(offerId)
    if (others === undefined) served.set(offerId, [need])
    else others.push(need)
  }
  return offers
    .flatMap(offer => {
      const own = served.get(offer.offerId)
      return own === undefined ? [] : [{ offer, needs: own.sort(compareUrgency) }]
    })
    .sort(({ needs: [a] }, { needs: [b] }) => (a === undefined || b === undefined ? 0 : compareUrgency(a, b)))
}
