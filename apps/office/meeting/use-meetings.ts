import { useQuery } from '@tanstack/react-query'
import { drawAgenda, listMeetings, type MeetingView, readMeeting } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { MeetingId } from '@thaiqm/core/ledger/identifiers.ts'
import type { AgendaItemKind, MeetingLevel, MeetingState } from '@thaiqm/core/meeting/meeting.ts'
import { decideMeetingCommand, type MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { ask } from '../platform/api.ts'
import type { LedgerCommand } from '../platform/commands.ts'

// Two officers keep one meeting: what one records the other sees, and the wall shows it.
const REFRESH_MS = 5_000

export const useMeetings = (asked: {
  readonly level?: MeetingLevel | undefined
  readonly state?: MeetingState | undefined
  readonly page: number
}) =>
  useQuery({
    queryKey: ['meetings', asked],
    queryFn: () =>
      ask(listMeetings, {
        query: {
          page: asked.page,
          ...(asked.level === undefined ? {} : { level: asked.level }),
          ...(asked.state === undefined ? {} : { state: asked.state }),
        },
      }),
  })

const A_YEAR_OF_MEETINGS = 100

/** The newest meetings of one level inside an area; nothing is asked while either is not chosen. */
export const useMeetingsOf = (level: MeetingLevel | null, area: string | null) =>
  useQuery({
    queryKey: ['meetings', 'of', level, area],
    queryFn: () =>
      ask(listMeetings, {
        query: {
          pageSize: A_YEAR_OF_MEETINGS,
          ...(level === null ? {} : { level }),
          ...(area === null ? {} : { area }),
        },
      }),
    enabled: level !== null && area !== null,
  })

const MOST_OVERDUE = 5

/** A few of those whose day passed without anybody opening them, the longest overdue first; of one level or of all. */
export const useOverdueMeetings = (level: MeetingLevel | undefined, isWanted: boolean) =>
  useQuery({
    queryKey: ['meetings', 'overdue', level],
    queryFn: () =>
      ask(listMeetings, {
        query: { overdue: 'yes', pageSize: MOST_OVERDUE, ...(level === undefined ? {} : { level }) },
      }),
    enabled: isWanted,
  })

export const useMeeting = (meetingId: string) =>
  useQuery({
    queryKey: ['meeting', meetingId],
    queryFn: () => ask(readMeeting, { params: { meetingId: meetingId as MeetingId } }),
    refetchInterval: query => (query.state.data?.meeting.state === 'OPEN' ? REFRESH_MS : false),
  })

/** One kind of what waits, as many as were asked for so far. */
export const useWaitingMatters = (meeting: MeetingView, kind: AgendaItemKind | undefined, pageSize: number) =>
  useQuery({
    queryKey: ['agenda', meeting.level, meeting.areaCode, kind, pageSize],
    queryFn: () =>
      ask(drawAgenda, {
        query: { level: meeting.level, area: meeting.areaCode, pageSize, ...(kind === undefined ? {} : { kind }) },
      }),
  })

/** A command to this meeting, for the outbox and the rules. */
export const meetingCommand = (
  meetingId: string,
  meeting: MeetingView | null,
  command: MeetingCommand,
): LedgerCommand => ({
  ledgerKind: 'meeting',
  ledgerId: meetingId,
  version: meeting?.version ?? null,
  type: command.type,
  input: command.input,
  decide: context => decideMeetingCommand(meeting, command, context),
})
