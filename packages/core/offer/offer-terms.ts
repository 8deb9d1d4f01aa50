import { type Actor, isSystem, readsReferredOnly } from '../access/actor.ts'
import { holdsArea } from '../area/area-code.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { isHeld, type Offer, type OfferDetails, type OfferTerms } from './offer.ts'

/** Whose own organisation the offer is of. */
export const isOwnOffer = (actor: Actor, { organisationId }: Pick<OfferDetails, 'organisationId'>): boolean =>
  readsReferredOnly(actor) && actor.organisationId === organisationId

/** Officers who keep offers and take from them, within their area. */
export const keepsOffersHere = ({ role }: Actor): boolean => role === 'PROV' || role === 'DCHIEF' || role === 'DOFF'

/** Whether somebody adds offers and takes from them at all; of which ones, area and organisation say. */
export const worksWithOffers = (actor: Actor): boolean =>
  keepsOffersHere(actor) || (readsReferredOnly(actor) && actor.organisationId !== null)

/**
 * Who writes down, changes and ends an offer: officers of the district and the province within their area, and a
 * partner's or an agency's own person for the own organisation.
 */
export const mayKeepOffer = (actor: Actor, offer: Pick<OfferDetails, 'organisationId' | 'areaCode'>): boolean => {
  if (isSystem(actor)) return true
  const mayHere = keepsOffersHere(actor) || isOwnOffer(actor, offer)
  return mayHere && holdsArea(actor.areaCode, offer.areaCode)
}

export type TermsRefusal =
  | 'what-missing'
  | 'unit-missing'
  | 'days-in-wrong-order'
  | 'offer-below-taken'
  | 'offer-already-taken'

/** What an offer must say; and once something is taken from it, nothing that would take it away again. */
export const refuseTerms = (terms: OfferTerms, known: Offer | null = null): Outcome<null, TermsRefusal> => {
  if (terms.what.trim() === '') return refuse('what-missing')
  if (terms.unit.trim() === '') return refuse('unit-missing')
  if (terms.untilOn < terms.fromOn) return refuse('days-in-wrong-order', { from: terms.fromOn, until: terms.untilOn })
  if (known === null) return succeed(null)
  const { takenQuantity, takenBudgetBaht, unit } = known
  if (terms.quantity < takenQuantity) return refuse('offer-below-taken', { taken: takenQuantity, unit })
  if (terms.budgetBaht !== null && terms.budgetBaht < takenBudgetBaht)
    return refuse('offer-below-taken', { taken: takenBudgetBaht, unit: 'บาท' })
  // Forty sheets that were promised do not become forty nails, nor sheets for another district.
  const held = known.allocations.filter(isHeld)
  const isElsewhere = held.some(a => !holdsArea(terms.areaCode, a.areaCode) && !holdsArea(a.areaCode, terms.areaCode))
  return held.length > 0 && (terms.unit !== unit || isElsewhere) ? refuse('offer-already-taken') : succeed(null)
}
