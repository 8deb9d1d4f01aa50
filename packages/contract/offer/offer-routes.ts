import { day } from '@thaiqm/core/ledger/day.ts'
import {
  allocationId,
  householdId,
  offerId,
  organisationId,
  photoHash,
  problemId,
} from '@thaiqm/core/ledger/identifiers.ts'
import { allocationState, offerDetails } from '@thaiqm/core/offer/offer.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const offerRow = offerDetails.extend({
  offerId,
  version: z.number().int(),
  state: z.enum(['OPEN', 'ENDED']),
  takenQuantity: z.number().int(),
  takenBudgetBaht: z.number().int(),
})
export type OfferRow = z.infer<typeof offerRow>

export const listOffers = defineRoute({
  method: 'GET',
  path: '/api/offers',
  room: 'offer',
  access: 'signed-in',
  summary: 'Offers that may be given in an area, with how much of each is left; a partner reads its own',
  query: z.object({
    area: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)
      .optional(),
    organisationId: organisationId.optional(),
    /** Only offers that something may be taken from today. */
    isOpen: z.enum(['true', 'false']).optional(),
    /** Part of what is offered. */
    search: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(1000).default(1000),
  }),
  reply: z.object({ offers: z.array(offerRow), hasMore: z.boolean() }),
})

export const allocationRow = z.object({
  allocationId,
  offerId,
  organisationId,
  problemId,
  /** Only for officers of the tambon. */
  householdId: householdId.nullable(),
  tambonCode: z.string(),
  kindCode: z.string(),
  what: z.string(),
  unit: z.string(),
  quantity: z.number().int(),
  budgetBaht: z.number().int(),
  dueOn: day.nullable(),
  state: allocationState,
  note: z.string(),
  takenOn: day,
  confirmedOn: day.nullable(),
  /** The latest day on which something of it arrived. */
  deliveredOn: day.nullable(),
  /** What has arrived so far; the rest is outstanding until the state is DELIVERED or RELEASED. */
  deliveredQuantity: z.number().int(),
  deliveredBudgetBaht: z.number().int(),
  releaseReason: z.string(),
  /** The day on which somebody else verified that the hardship is solved; told to the partner who helped. */
  solvedOn: day.nullable(),
  /** Photos of the help whose people let this partner see them; none for officers. */
  photos: z.array(photoHash),
})
export type AllocationRow = z.infer<typeof allocationRow>

export const listAllocations = defineRoute({
  method: 'GET',
  path: '/api/allocations',
  room: 'offer',
  access: 'signed-in',
  summary: 'Parts taken of offers, the newest first, with their offers; a partner reads its own, without the household',
  query: z.object({
    offerId: offerId.optional(),
    householdId: householdId.optional(),
    state: allocationState.optional(),
    /** Only parts of which something has arrived, be it not all. */
    hasArrived: z.enum(['true', 'false']).optional(),
    /** Part of what is given, or of the note. */
    search: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(100),
  }),
  /** `offers`: those the parts of this page are of. */
  reply: z.object({ allocations: z.array(allocationRow), offers: z.array(offerRow), hasMore: z.boolean() }),
})
