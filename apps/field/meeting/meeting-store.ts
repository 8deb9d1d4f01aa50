import { listMeetingHeads, type MeetingHead, readMeeting } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { MeetingId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { call } from '../platform/api.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { MeetingContent, StoredMeeting } from '../platform/field-rows.ts'
import type { OwnCommand } from '../sync/outbox-store.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { openJson, sealJson } from '../vault/vault-crypto.ts'

export interface MeetingParts {
  readonly database: FieldDatabase
  readonly keys: () => VaultKeys | undefined
  /** This phone's own commands that the server's version of a meeting does not show yet. */
  readonly ownCommands: (meetingId: string, baseVersion: number | null) => Promise<readonly OwnCommand[]>
  /** Meetings with a command that is still on this phone. */
  readonly ledgersHeld: () => Promise<ReadonlySet<string>>
  readonly layOver: (meetingId: string, meeting: Meeting | null, own: readonly OwnCommand[]) => Promise<Meeting | null>
}

/** Meetings of one village that are fetched: a year of them. */
const MOST_FETCHED = 20

const inOrder = (a: Pick<Meeting, 'heldOn' | 'number'>, b: Pick<Meeting, 'heldOn' | 'number'>): number =>
  a.heldOn === b.heldOn ? (a.number < b.number ? 1 : -1) : a.heldOn < b.heldOn ? 1 : -1

const shownOf = ({ shown, base }: MeetingContent): Meeting | null => shown ?? base

/**
 * The village meetings on this phone, sealed under one's own key. Like a household each row holds the server's version
 * and the same with this phone's own work laid over it; a meeting begun here lives by its commands in the outbox.
 */
export const createMeetingStore = ({ database, keys, ownCommands, ledgersHeld, layOver }: MeetingParts) => {
  const { meetings } = database

  const contentOf = async (row: StoredMeeting | undefined): Promise<MeetingContent | undefined> => {
    const open = keys()
    if (row === undefined || open === undefined) return undefined
    return openJson<MeetingContent>([open.work], row.sealed, row.meetingId)
  }

  const write = async (meetingId: string, content: MeetingContent): Promise<void> => {
    const open = keys()
    const areaCode = shownOf(content)?.areaCode ?? content.newer?.areaCode
    if (open === undefined || areaCode === undefined) return
    const sealed = await sealJson(open.work, content, meetingId)
    await meetings.put({ meetingId, areaCode, sealed })
  }

  /** The server's version with this phone's own work laid over it. */
  const laid = async (meetingId: string, base: Meeting | null): Promise<MeetingContent> => {
    const own = await ownCommands(meetingId, base?.version ?? null)
    return { base, shown: own.length === 0 ? null : await layOver(meetingId, base, own) }
  }

  const contentAt = async (meetingId: string) => contentOf(await meetings.get(meetingId))

  const fetchOne = async (meetingId: string, head?: MeetingHead): Promise<void> => {
    const whole = await call(readMeeting, { params: { meetingId: meetingId as MeetingId } })
    if (whole.ok) return write(meetingId, await laid(meetingId, whole.value.meeting))
    // In words of a later app: what lies here stays, and this one says that the app has to be brought up to date.
    if (whole.kind === 'other-version' && head !== undefined)
      await write(meetingId, { base: null, shown: null, ...(await contentAt(meetingId)), newer: head })
  }

  const contents = async (): Promise<readonly MeetingContent[]> =>
    (await Promise.all((await meetings.toArray()).map(contentOf))).filter(content => content !== undefined)

  const find = async (meetingId: string): Promise<Meeting | undefined> => {
    const content = await contentAt(meetingId)
    return (content && shownOf(content)) ?? undefined
  }

  return {
    find,

    /** Every meeting here, the newest first. */
    list: async (): Promise<readonly Meeting[]> =>
      (await contents()).flatMap(content => shownOf(content) ?? []).sort(inOrder),

    /** Those the server has in words that this app does not know yet, by the name its list gives them. */
    listNewer: async (): Promise<readonly MeetingHead[]> =>
      (await contents()).flatMap(({ newer }) => newer ?? []).sort(inOrder),

    /** A meeting after a command of this phone. */
    keep: async (meeting: Meeting): Promise<void> => {
      await write(meeting.id, { base: null, ...(await contentAt(meeting.id)), shown: meeting })
    },

    /** Which of the server's versions this phone holds; 0 when the server did not know it yet. */
    baseVersion: async (meetingId: string): Promise<number> => (await contentAt(meetingId))?.base?.version ?? 0,

    /**
     * Commands about these were answered: the server's version is fetched at once, since an older one with only the rest
     * of this phone's work over it would lack what was sent. Where it cannot be had, what is shown stays.
     */
    layAnew: async (ledgerIds: readonly string[]): Promise<void> => {
      for (const meetingId of ledgerIds) if ((await meetings.get(meetingId)) !== undefined) await fetchOne(meetingId)
    },

    /** The vault has been opened: meetings whose row was not written, or went, come back from the outbox. */
    bringBack: async (): Promise<void> => {
      for (const meetingId of await ledgersHeld()) {
        if ((await find(meetingId)) !== undefined) continue
        const content = await laid(meetingId, null)
        if (shownOf(content) !== null) await write(meetingId, content)
      }
    },

    /**
     * The newest meetings of a village and those whose day passed unheld, as the server has them; without a signal those
     * here stay as they are.
     */
    refresh: async (areaCode: string): Promise<void> => {
      const asked = { level: 'VILLAGE', area: areaCode, pageSize: MOST_FETCHED } as const
      const newest = await call(listMeetingHeads, { query: asked })
      if (!newest.ok) return
      const overdue = await call(listMeetingHeads, { query: { ...asked, overdue: 'yes' } })
      const heads = [...newest.value.meetings, ...(overdue.ok ? overdue.value.meetings : [])]
      for (const head of new Map(heads.map(one => [one.meetingId, one])).values()) {
        if ((await contentAt(head.meetingId))?.base?.version !== head.version) await fetchOne(head.meetingId, head)
      }
    },

    /** What the server has goes; what it does not know yet stays until it has been sent. */
    dropAll: async (): Promise<void> => {
      const held = await ledgersHeld()
      await meetings.filter(row => !held.has(row.meetingId)).delete()
    },
  }
}

export type MeetingStore = ReturnType<typeof createMeetingStore>
