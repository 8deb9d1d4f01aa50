import { z } from 'zod'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { allocationId, assistanceId, problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import {
  type AllocationRefusal,
  decideConfirmAllocation,
  decideDeliverAllocation,
  decideReleaseAllocation,
} from './change-allocation.ts'
import { type Offer, offerDetails, offerTerms } from './offer.ts'
import type { OfferEvent } from './offer-event.ts'
import { mayKeepOffer, refuseTerms, type TermsRefusal } from './offer-terms.ts'
import { decideTakeFromOffer, type TakeRefusal } from './take-from-offer.ts'

export const offerCommandInputs = {
  AddOffer: offerDetails,
  ChangeOffer: offerTerms,
  EndOffer: z.object({ reason: z.string().max(2000) }),
  TakeFromOffer: z.object({
    allocationId,
    /** The hardship it is for; a published need has the same id. */
    problemId,
    quantity: z.number().int().min(1).max(1_000_000),
    /** What it costs of the offer's budget; 0 when the offer gives no money. */
    budgetBaht: z.number().int().min(0).max(1_000_000_000),
    dueOn: day.nullable(),
    note: z.string().max(500),
  }),
  ConfirmAllocation: z.object({ allocationId, note: z.string().max(500) }),
  DeliverAllocation: z.object({
    allocationId,
    deliveredOn: day,
    assistanceId: assistanceId.nullable(),
    /** How much arrived, in the offer's unit; left out: all that is outstanding. */
    quantity: z.number().int().min(0).max(1_000_000).optional(),
    /** What of the budget went with it; left out: all that is outstanding, and with a part of the quantity the like share. */
    budgetBaht: z.number().int().min(0).max(1_000_000_000).optional(),
  }),
  ReleaseAllocation: z.object({ allocationId, reason: z.string().max(500) }),
}

export type OfferCommandType = keyof typeof offerCommandInputs

export type OfferCommandInput<Type extends OfferCommandType> = z.infer<(typeof offerCommandInputs)[Type]>

export type OfferCommand = {
  [Type in OfferCommandType]: { readonly type: Type; readonly input: OfferCommandInput<Type> }
}[OfferCommandType]

export type OfferRefusal =
  | 'not-permitted'
  | 'offer-already-known'
  | 'offer-unknown'
  | 'offer-ended'
  | 'reason-missing'
  | TermsRefusal
  | TakeRefusal
  | AllocationRefusal

/**
 * What a command does to an offer. The offer's own ledger decides, under one lock, so that it is never taken twice:
 * neither its quantity nor its budget is ever promised beyond what there is.
 */
export const decideOfferCommand = (
  known: Offer | null,
  command: OfferCommand,
  context: DecisionContext,
): Outcome<OfferEvent[], OfferRefusal> => {
  const { actor } = context
  if (command.type === 'AddOffer') {
    if (!mayKeepOffer(actor, command.input)) return refuse('not-permitted', { command: command.type })
    if (known !== null) return refuse('offer-already-known')
    const terms = refuseTerms(command.input)
    return terms.ok ? succeed([{ type: 'OfferAdded', ...command.input }]) : terms
  }
  if (known === null) return refuse('offer-unknown')
  switch (command.type) {
    case 'ChangeOffer': {
      const changed = { ...command.input, organisationId: known.organisationId }
      if (!mayKeepOffer(actor, known) || !mayKeepOffer(actor, changed))
        return refuse('not-permitted', { command: command.type })
      if (known.state === 'ENDED') return refuse('offer-ended')
      const terms = refuseTerms(command.input, known)
      return terms.ok ? succeed([{ type: 'OfferChanged', ...command.input }]) : terms
    }
    case 'EndOffer':
      if (!mayKeepOffer(actor, known)) return refuse('not-permitted', { command: command.type })
      if (command.input.reason.trim() === '') return refuse('reason-missing')
      return succeed(known.state === 'ENDED' ? [] : [{ type: 'OfferEnded', ...command.input }])
    case 'TakeFromOffer':
      return decideTakeFromOffer(known, command.input, context)
    case 'ConfirmAllocation':
      return decideConfirmAllocation(known, command.input, context)
    case 'DeliverAllocation':
      return decideDeliverAllocation(known, command.input, context)
    case 'ReleaseAllocation':
      return decideReleaseAllocation(known, command.input, context)
  }
}
