import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { MeetingId, OfferId, OrganisationId, PersonId, RoundId } from '@thaiqm/core/ledger/identifiers.ts'
import { type Outcome, refuse } from '@thaiqm/core/ledger/outcome.ts'
import { evolveMeeting } from '@thaiqm/core/meeting/evolve-meeting.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { decideMeetingCommand, type MeetingEvent, meetingCommandInputs } from '@thaiqm/core/meeting/meeting-command.ts'
import { evolveOffer } from '@thaiqm/core/offer/evolve-offer.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import { decideOfferCommand, offerCommandInputs } from '@thaiqm/core/offer/offer-command.ts'
import type { OfferEvent } from '@thaiqm/core/offer/offer-event.ts'
import {
  decideOrganisationCommand,
  evolveOrganisation,
  type Organisation,
  type OrganisationEvent,
  organisationCommandInputs,
} from '@thaiqm/core/organisation/organisation-command.ts'
import type { Person } from '@thaiqm/core/person/person.ts'
import {
  decidePersonCommand,
  evolvePerson,
  type PersonEvent,
  personCommandInputs,
} from '@thaiqm/core/person/person-command.ts'
import {
  decideRoundCommand,
  evolveRound,
  type RoundEvent,
  type RoundLedger,
  roundCommandInputs,
} from '@thaiqm/core/round/round-command.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import type { z } from 'zod'

export type OfficeKind = Exclude<LedgerKind, 'household'>

export type OfficeDocument = RoundLedger | Person | Organisation | Offer | Meeting

export type OfficeEvent = RoundEvent | PersonEvent | OrganisationEvent | OfferEvent | MeetingEvent

/** Who wrote a fact down, and when. */
interface Hand {
  readonly at: Instant
  readonly by: PersonId
}

/** How one kind of office ledger decides and grows; the household has its own, with rows and counts beside it. */
interface OfficeLedger {
  readonly inputs: Readonly<Record<string, z.ZodType>>
  decide(
    known: OfficeDocument | null,
    type: string,
    input: unknown,
    context: DecisionContext,
  ): Outcome<OfficeEvent[], string>
  evolve(id: string, known: OfficeDocument | null, event: OfficeEvent, hand: Hand): OfficeDocument
}

// The kind of a ledger fixes the types of its document, commands and events together; looked up by name, only we know it.
export const officeLedgers: Record<OfficeKind, OfficeLedger> = {
  round: {
    inputs: roundCommandInputs,
    decide: (known, type, input, context) =>
      decideRoundCommand(
        known as RoundLedger | null,
        { type, input } as Parameters<typeof decideRoundCommand>[1],
        context,
      ),
    evolve: (id, known, event) => evolveRound(id as RoundId, known as RoundLedger | null, event as RoundEvent),
  },
  person: {
    inputs: personCommandInputs,
    decide: (known, type, input, context) =>
      decidePersonCommand(
        known as Person | null,
        { type, input } as Parameters<typeof decidePersonCommand>[1],
        context,
      ),
    evolve: (id, known, event) => evolvePerson(id as PersonId, known as Person | null, event as PersonEvent),
  },
  organisation: {
    inputs: organisationCommandInputs,
    decide: (known, type, input, context) =>
      decideOrganisationCommand(
        known as Organisation | null,
        { type, input } as Parameters<typeof decideOrganisationCommand>[1],
        context,
      ),
    evolve: (id, known, event) =>
      evolveOrganisation(id as OrganisationId, known as Organisation | null, event as OrganisationEvent),
  },
  offer: {
    inputs: offerCommandInputs,
    decide: (known, type, input, context) =>
      decideOfferCommand(known as Offer | null, { type, input } as Parameters<typeof decideOfferCommand>[1], context),
    evolve: (id, known, event, hand) =>
      evolveOffer(id as OfferId, known as Offer | null, { ...hand, event: event as OfferEvent }),
  },
  meeting: {
    inputs: meetingCommandInputs,
    decide: (known, type, input, context) =>
      decideMeetingCommand(
        known as Meeting | null,
        { type, input } as Parameters<typeof decideMeetingCommand>[1],
        context,
      ),
    evolve: (id, known, event) => evolveMeeting(id as MeetingId, known as Meeting | null, event as MeetingEvent),
  },
}

/** An office command's input as its type demands, or the refusal that it is unknown or malformed. */
export const decideOfficeCommand = (
  kind: OfficeKind,
  known: OfficeDocument | null,
  type: string,
  input: unknown,
  context: DecisionContext,
): Outcome<OfficeEvent[], string> => {
  const ledger = officeLedgers[kind]
  const schema = ledger.inputs[type]
  if (schema === undefined) return refuse('command-unknown')
  const parsed = schema.safeParse(input)
  if (!parsed.success) return refuse('not-well-formed', { fields: parsed.error.issues.map(i => i.path.join('.')) })
  return ledger.decide(known, type, parsed.data, context)
}
