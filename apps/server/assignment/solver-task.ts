/**
 * What the solver is given: bare numbers, no ids and no dates, so that it can go to another thread. Needs and offers are
 * named by their place in the lists. What people pinned is already taken off what is left.
 */
export interface SolverTask {
  readonly needs: readonly SolverNeed[]
  readonly offers: readonly SolverOffer[]
}

export interface SolverNeed {
  /** 0 is the most urgent. */
  readonly urgencyClass: number
  /** Whole units, at least 1. */
  readonly quantity: number
  /** Whole baht, 0 when it costs nothing in money. */
  readonly costBaht: number
  /** Offers that can serve it by themselves. */
  readonly fits: readonly number[]
}

export interface SolverOffer {
  readonly quantityLeft: number
  /** Null when it has no limit in baht. */
  readonly budgetLeftBaht: number | null
}

/** In place of an offer: the need is served by none. */
export const NONE = -1

export interface SolverAnswer {
  /** For each need the offer that serves it, or -1. */
  readonly offerOf: readonly number[]
  /** Urgency classes, from the first, of which it is proven that no assignment serves them better. All: the optimum. */
  readonly provenClasses: number
  readonly classes: number
  /** Of the first class that is not proven: how many are served, and the most that could be; null when all is proven. */
  readonly open: { readonly served: number; readonly atMost: number } | null
}

/** What an offer still has, while needs are being served from it. */
export interface OfferRoom {
  quantityLeft: number
  budgetLeftBaht: number | null
}

export const takeRoom = (offer: OfferRoom, need: SolverNeed): void => {
  offer.quantityLeft -= need.quantity
  if (offer.budgetLeftBaht !== null) offer.budgetLeftBaht -= need.costBaht
}

/** What there still is when these needs are served so. */
export const roomAfter = ({ needs, offers }: SolverTask, offerOf: readonly number[]): OfferRoom[] => {
  const room = offers.map(offer => ({ ...offer }))
  needs.forEach((need, index) => {
    const offer = room[offerOf[index] ?? NONE]
    if (offer !== undefined) takeRoom(offer, need)
  })
  return room
}

export const hasRoom = (offer: SolverOffer | undefined, need: SolverNeed): boolean =>
  offer !== undefined &&
  need.quantity <= offer.quantityLeft &&
  (offer.budgetLeftBaht === null || need.costBaht <= offer.budgetLeftBaht)
