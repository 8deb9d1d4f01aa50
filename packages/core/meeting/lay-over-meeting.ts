import type { WrittenCommand } from '../household/lay-over.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { MeetingId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evolveMeeting } from './evolve-meeting.ts'
import type { Meeting } from './meeting.ts'
import { decideMeetingCommand, type MeetingCommand, meetingCommandInputs } from './meeting-command.ts'

/** The command as its type demands; refused when the type is unknown or a field of the input is not as it must be. */
export const parseMeetingCommand = ({ type, input }: WrittenCommand): Outcome<MeetingCommand> => {
  if (!Object.hasOwn(meetingCommandInputs, type)) return refuse('command-unknown')
  const parsed = meetingCommandInputs[type as MeetingCommand['type']].safeParse(input)
  // The table pairs each type with its own schema; what that schema let through is that type's input.
  return parsed.success
    ? succeed({ type, input: parsed.data } as MeetingCommand)
    : refuse('not-well-formed', { fields: parsed.error.issues.slice(0, 5).map(issue => issue.path.join('.')) })
}

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
