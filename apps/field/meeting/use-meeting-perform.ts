import type { CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { useLanguage } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { type FieldApp, useFieldApp } from '../platform/field-app.tsx'
import { isPhoneFull, PHONE_FULL, phoneFullText } from '../platform/phone-full.ts'
import type { RefusalGiven } from '../platform/refusal-text.ts'

export type MeetingPerformed =
  | { readonly ok: true; readonly meeting: Meeting | null }
  | { readonly ok: false; readonly refusal: RefusalGiven }

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
  try {
    await outbox.add({
      commandId: crypto.randomUUID() as CommandId,
      ledgerKind: 'meeting',
      ledgerId: meetingId,
      type: command.type,
      input: command.input,
      madeAt: clock.now(),
      basedOnVersion,
    })
  } catch (failure) {
    if (isPhoneFull(failure)) return { ok: false, refusal: { code: PHONE_FULL, details: {} } }
    throw failure
  }
  // From here on it is made, whatever becomes of what is shown: that comes back from the outbox.
  if (decided.value !== null) await meetings.keep(decided.value).catch(() => undefined)
  void sync.flush()
  return { ok: true, meeting: decided.value }
}

/** The same for a screen: whether it runs, and the sentence of its refusal. Several commands are given in their order. */
export const useMeetingPerform = () => {
  const app = useFieldApp()
  const { language } = useLanguage()
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const perform = async (
    meetingId: string,
    meeting: Meeting | null,
    ...commands: readonly MeetingCommand[]
  ): Promise<boolean> => {
    setPending(true)
    setRefusal(undefined)
    try {
      let now = meeting
      for (const command of commands) {
        const done = await performMeetingCommand(app, meetingId, now, command)
        if (!done.ok) {
          const { refusalText } = await import('../platform/refusal-text.ts')
          const { code } = done.refusal
          setRefusal(code === PHONE_FULL ? phoneFullText(language) : refusalText(done.refusal, language))
          return false
        }
        now = done.meeting
      }
      return true
    } finally {
      setPending(false)
    }
  }
  return { perform, isPending, refusal, clearRefusal: () => setRefusal(undefined) }
}
