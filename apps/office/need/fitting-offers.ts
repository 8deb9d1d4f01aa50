import type { NeedRow } from '@thaiqm/contract/need/need-routes.ts'
import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { holdsArea } from '@thaiqm/core/area/area-code.ts'
import { quantityLeft } from '@thaiqm/core/offer/offer.ts'

/** Offers a need may be served from: given in its tambon, with something left; those meant for its kind first. */
export const fittingOffers = (offers: readonly OfferRow[], need: NeedRow): readonly OfferRow[] => {
  const fit = (offer: OfferRow): number =>
    (offer.kindCodes.includes(need.kindCode) ? 2 : 0) + (offer.unit === need.unit && need.unit !== '' ? 1 : 0)
  return offers
    .filter(offer => holdsArea(offer.areaCode.slice(0, 6), need.tambonCode) && quantityLeft(offer) > 0)
    .sort((a, b) => fit(b) - fit(a))
}
