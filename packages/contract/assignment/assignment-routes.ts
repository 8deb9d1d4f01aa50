import { areaCode } from '@thaiqm/core/area/area-code.ts'
import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { householdId, offerId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { sector } from '@thaiqm/core/plan/plan.ts'
import { z } from 'zod'
import { offerRow } from '../offer/offer-routes.ts'
import { defineRoute } from '../wire/route.ts'

const assignmentMatch = z.object({ problemId, offerId })

export const assignmentPins = z.object({
  pinned: z.array(assignmentMatch).max(2_000),
  barred: z.array(assignmentMatch).max(2_000),
  leftOut: z.array(problemId).max(2_000),
})

const assignmentNeedRow = z.object({
  problemId,
  householdId,
  areaCode: z.string(),
  kindCode: z.string(),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  dueOn: day.nullable(),
  what: z.string(),
  /** What is still wanting, in `unit`. */
  quantity: z.number().int(),
  unit: z.string(),
  budgetBaht: z.number().nullable(),
})
export type AssignmentNeedRow = z.infer<typeof assignmentNeedRow>

const assignmentOfferRow = offerRow.extend({
  organisationName: z.string(),
  sector,
  quantityLeft: z.number().int(),
  budgetLeftBaht: z.number().int().nullable(),
  /** What is left of it if every match of the proposal is accepted. */
  quantityAfter: z.number().int(),
  budgetAfterBaht: z.number().int().nullable(),
})
export type AssignmentOfferRow = z.infer<typeof assignmentOfferRow>

export const unservedReason = z.enum([
  'left-out',
  'no-offer-of-this-kind',
  'no-offer-in-this-area',
  'period-over',
  'more-than-any-offer-has',
  'barred',
  'used-up',
  'not-proposed',
])

const unservedNeed = z.object({
  problemId,
  reason: unservedReason,
  offers: z.number().int(),
  before: z.number().int(),
  beside: z.number().int(),
  after: z.number().int(),
})
export type UnservedNeed = z.infer<typeof unservedNeed>

export const assignmentProposal = z.object({
  asOf: instant,
  areaCode: z.string(),
  /** The area has more open needs than one proposal takes; these are the most urgent. */
  hasMoreNeeds: z.boolean(),
  needs: z.array(assignmentNeedRow),
  offers: z.array(assignmentOfferRow),
  matches: z.array(assignmentMatch),
  unserved: z.array(unservedNeed),
  /** Urgency classes of which it is proven that no assignment serves them better, of all; and the first that is not. */
  provenClasses: z.number().int(),
  classes: z.number().int(),
  open: z.object({ served: z.number().int(), atMost: z.number().int() }).nullable(),
})
export type AssignmentProposalReply = z.infer<typeof assignmentProposal>

export const proposeAssignment = defineRoute({
  method: 'POST',
  path: '/api/assignments/proposal',
  room: 'assignment',
  access: 'signed-in',
  summary: 'Who could be served from which offer, the most severe and the soonest due first; takes nothing',
  body: z.object({
    /** A district or a tambon. */
    area: areaCode.refine(code => code.length === 4 || code.length === 6),
    pins: assignmentPins,
  }),
  reply: assignmentProposal,
})
