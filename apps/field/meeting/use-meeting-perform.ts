import type { CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { type FieldApp, useFieldApp } from '../platform/field-app.tsx'
import { refusedWhenFull } from '../platform/phone-full.ts'
import type { Refused } from '../platform/refusal-text.ts'
import { useGiving } from '../platform/use-giving.ts'

export type MeetingPerformed = { readonly ok: true; readonly meeting: Meeting | null } | Refused

/**
 * A meeting's one way to write, the same as a household's: the rules decide here first, the accepted command goes into
 * the outbox and is on the disk before it counts, and sending begins without being waited for.
 */
export const performMeetingCommand = async (
  { judge, outbox, meetings, sync, clock }: Pick<FieldApp, 'judge' | 'outbox' | 'meetings' | 'sync' | 'clock'>,
  meetingId: string,
  meeting: Meeting | null,
  command: MeetingCommand,
): Promise<MeetingPerformed> => {
  const { decideMeetingHere } = await import('../platform/decide.ts')
  const decided = decideMeetingHere(meetingId, meeting, command, judge)
  if (!decided.ok) return { ok: false, refusal: decided }
  if (meeting !== null && decided.value?.version === meeting.version) return { ok: true, meeting }
  const basedOnVersion = meeting === null ? null : await meetings.baseVersion(meetingId)
  const full = await refusedWhenFull(() =>
    outbox.add({
      commandId: crypto.randomUUID() as CommandId,
      ledgerKind: 'meeting',
      ledgerId: meetingId,
      type: command.type,
      input: command.input,
      madeAt: clock.now(),
      basedOnVersion,
    }),
  )
  if (full !== null) return full
  // From here on it is made, whatever becomes of what is shown: that comes back from the outbox.
  if (decided.value !== null) await meetings.keep(decided.value).catch(() => undefined)
  void sync.flush()
  return { ok: true, meeting: decided.value }
}

/** The same for a screen: whether it runs, and the sentence of its refusal. Several commands are given in their order. */
export const useMeetingPerform = () => {
  const app = useFieldApp()
  const { give, ...state } = useGiving()
  const perform = async (
    meetingId: string,
    meeting: Meeting | null,
    ...commands: readonly MeetingCommand[]
  ): Promise<boolean> => {
    const done = await give(async (): Promise<MeetingPerformed> => {
      let now = meeting
      for (const command of commands) {
        const given = await performMeetingCommand(app, meetingId, now, command)
        if (!given.ok) return given
        now = given.meeting
      }
      return { ok: true, meeting: now }
    })
    return done.ok
  }
  return { perform, ...state }
}
