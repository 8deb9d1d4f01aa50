import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { OfferId, PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import { readCommand, type WrittenCommand } from '@thaiqm/core/ledger/written-command.ts'
import {
  decideLetterheadCommand,
  evolveLetterhead,
  type Letterhead,
  type LetterheadEvent,
  letterheadCommandInputs,
} from '@thaiqm/core/letterhead/letterhead.ts'
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

export type OfficeDocument = RoundLedger | Person | Organisation | Offer | Meeting | Letterhead

export type OfficeEvent = RoundEvent | PersonEvent | OrganisationEvent | OfferEvent | MeetingEvent | LetterheadEvent

/** Who wrote a fact down, and when. */
interface Hand {
  readonly at: Instant
  readonly by: PersonId
}

interface AnyCommand {
  readonly type: string
  readonly input: unknown
}

/** How one kind of office ledger decides and grows; the household has its own, with rows and counts beside it. */
interface OfficeLedger {
  readonly inputs: Readonly<Record<string, z.ZodType>>
  decide(
    known: OfficeDocument | null,
    command: AnyCommand,
    context: DecisionContext,
    id: string,
  ): Outcome<OfficeEvent[], string>
  evolve(id: string, known: OfficeDocument | null, event: OfficeEvent, hand: Hand): OfficeDocument
}

/** A room's own rules, whose document, commands and facts belong together. Looked up by its kind, only we know that they do. */
const ledgerOf = <
  Id extends string,
  Document extends OfficeDocument,
  Command extends AnyCommand,
  Event extends OfficeEvent,
>(
  inputs: Readonly<Record<Command['type'], z.ZodType>>,
  decide: (known: Document | null, command: Command, context: DecisionContext, id: string) => Outcome<Event[], string>,
  evolve: (id: Id, known: Document | null, event: Event, hand: Hand) => Document,
): OfficeLedger => ({ inputs, decide, evolve }) as unknown as OfficeLedger

export const officeLedgers: Readonly<Record<OfficeKind, OfficeLedger>> = {
  round: ledgerOf(roundCommandInputs, decideRoundCommand, evolveRound),
  person: ledgerOf(personCommandInputs, decidePersonCommand, evolvePerson),
  organisation: ledgerOf(organisationCommandInputs, decideOrganisationCommand, evolveOrganisation),
  offer: ledgerOf(offerCommandInputs, decideOfferCommand, (id: OfferId, known: Offer | null, event: OfferEvent, hand) =>
    evolveOffer(id, known, { ...hand, event }),
  ),
  meeting: ledgerOf(meetingCommandInputs, decideMeetingCommand, evolveMeeting),
  letterhead: ledgerOf(letterheadCommandInputs, decideLetterheadCommand, evolveLetterhead),
}

/** What an office command decides, or the refusal that it is unknown or malformed. */
export const decideOfficeCommand = (
  kind: OfficeKind,
  id: string,
  known: OfficeDocument | null,
  written: WrittenCommand,
  context: DecisionContext,
): Outcome<OfficeEvent[], string> => {
  const { inputs, decide } = officeLedgers[kind]
  const command = readCommand<AnyCommand>(inputs, written)
  return command.ok ? decide(known, command.value, context, id) : command
}
