import type { DecisionContext } from '../ledger/decision-context.ts'
import type { MeetingId } from '../ledger/identifiers.ts'
import { type Outcome, succeed } from '../ledger/outcome.ts'
import { readCommand, type WrittenCommand } from '../ledger/written-command.ts'
import { evolveMeeting } from './evolve-meeting.ts'
import type { Meeting } from './meeting.ts'
import { decideMeetingCommand, type MeetingCommand, meetingCommandInputs } from './meeting-command.ts'

/** A meeting's command as its type demands, or the refusal to read it. */
export const parseMeetingCommand = (written: WrittenCommand): Outcome<MeetingCommand> =>
  readCommand<MeetingCommand>(meetingCommandInputs, written)

/** The meeting after one command by the rules, or the refusal that says what to do. */
export const afterMeetingCommand = (
  id: string,
  meeting: Meeting | null,
  command: MeetingCommand,
  context: DecisionContext,
): Outcome<Meeting | null> => {
  const events = decideMeetingCommand(meeting, command, context)
  if (!events.ok) return events
  return succeed(
    events.value.reduce<Meeting | null>((known, event) => evolveMeeting(id as MeetingId, known, event), meeting),
  )
}

/** A meeting with commands laid over it in order, as a phone shows what it has not sent yet. */
export const layOverMeeting = (
  id: string,
  meeting: Meeting | null,
  commands: readonly WrittenCommand[],
  context: DecisionContext,
): Meeting | null =>
  commands.reduce<Meeting | null>((known, written) => {
    const command = parseMeetingCommand(written)
    const after = command.ok ? afterMeetingCommand(id, known, command.value, context) : command
    return after.ok ? after.value : known
  }, meeting)
