import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { afterCommand, layOver } from '@thaiqm/core/household/lay-over.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import { afterMeetingCommand, layOverMeeting } from '@thaiqm/core/meeting/lay-over-meeting.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { OwnCommand } from '../sync/outbox-store.ts'
import type { Clock } from './clock.ts'

/** Who decides here: the signed-in person, by the server's clock, under the rounds of the session. */
export interface Judge {
  readonly actor: Actor
  readonly clock: Clock
  readonly rounds: readonly Round[]
}

export const contextOf = ({ actor, clock, rounds }: Judge): DecisionContext => ({
  now: clock.now(),
  today: clock.today(),
  actor,
  rounds,
  ...decisionCatalogue,
})

/** The household after a command by the same rules the server has, or the refusal that says what to do. */
export const decideHere = (
  id: string,
  household: Household | null,
  command: HouseholdCommand,
  judge: Judge,
): Outcome<Household | null> => afterCommand(id, household, command, contextOf(judge))

/** The same for a meeting. */
export const decideMeetingHere = (
  id: string,
  meeting: Meeting | null,
  command: MeetingCommand,
  judge: Judge,
): Outcome<Meeting | null> => afterMeetingCommand(id, meeting, command, contextOf(judge))

export const meetingWithWaiting = (
  id: string,
  meeting: Meeting | null,
  waiting: readonly OwnCommand[],
  judge: Judge,
): Meeting | null => layOverMeeting(id, meeting, waiting, contextOf(judge))

/** The server's household with what still waits on this phone laid over it: the server will park what is left out. */
export const withWaiting = (
  id: string,
  household: Household | null,
  waiting: readonly OwnCommand[],
  judge: Judge,
): Household | null => layOver(id, household, waiting, contextOf(judge))
