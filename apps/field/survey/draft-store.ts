import type { DraftOutbox, DraftToSend } from '@thaiqm/contract/client/device-store.ts'
import type { KeptDraft } from '@thaiqm/contract/survey/draft-routes.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { StoredDraft } from '../platform/field-rows.ts'
import type { Sealer } from '../vault/sealer.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { openJson, sealJson } from '../vault/vault-crypto.ts'
import type { Draft } from './draft.ts'

export interface DraftParts {
  readonly database: FieldDatabase
  readonly sealer: Sealer
  readonly keys: () => VaultKeys | undefined
}

/** A draft with the household it is about, as both lie on this phone. */
export interface OpenDraft {
  readonly draft: Draft
  readonly areaCode: string
  readonly household: Household | null
}

/** In the list of drafts: opened, or closed to this phone because another key sealed it. */
export interface ListedDraft {
  readonly draftId: string
  readonly householdId: string
  readonly areaCode: string
  readonly changedAt: Instant
  readonly isSent: boolean
  readonly open: OpenDraft | null
}

const householdAbout = (draftId: string): string => `household of ${draftId}`

/**
 * Forms being filled in, several at once, each a row of its own. Every change is on disk before `save` resolves: sealed to
 * the server, so that it can be sent from a locked phone, and readable here under one's own key.
 */
export const createDraftStore = ({ database, sealer, keys }: DraftParts) => {
  const { forms, photos } = database
  const latest = new Map<string, OpenDraft>()
  const unwritten = new Set<string>()
  const writing = new Map<string, Promise<void>>()

  const opened = async (row: StoredDraft): Promise<OpenDraft | undefined> => {
    const known = latest.get(row.draftId)
    if (known !== undefined) return known
    const open = keys()
    if (open === undefined) return undefined
    const draft =
      row.draft ?? (row.readable === null ? undefined : await openJson<Draft>([open.work], row.readable, row.draftId))
    if (draft === undefined) return undefined
    const household =
      row.household === null
        ? undefined
        : await openJson<Household>([open.work], row.household, householdAbout(row.draftId))
    return { draft, areaCode: row.areaCode, household: household ?? null }
  }

  const writeOnce = async (draftId: string): Promise<void> => {
    const newest = latest.get(draftId)
    const open = keys()
    if (newest === undefined) return
    const { draft, areaCode, household } = newest
    const sealed = await sealer.sealTwice(draft, draftId)
    const around =
      household === null || open === undefined ? null : await sealJson(open.work, household, householdAbout(draftId))
    await database.transaction('rw', forms, async () => {
      const before = await forms.get(draftId)
      if (before?.isGone === true) return
      await forms.put({
        draftId,
        householdId: draft.householdId,
        areaCode,
        revision: (before?.revision ?? 0) + 1,
        sentRevision: before?.sentRevision ?? 0,
        changedAt: draft.lastChangedAt,
        isGone: false,
        household: around ?? before?.household ?? null,
        ...sealed,
      })
    })
  }

  const writeAll = async (draftId: string): Promise<void> => {
    try {
      while (unwritten.delete(draftId)) await writeOnce(draftId)
    } finally {
      writing.delete(draftId)
    }
  }

  const unused = async (): Promise<readonly string[]> => {
    const named = JSON.stringify([...latest.values()]) + JSON.stringify(await allOpen())
    const own = await photos.where('state').equals('draft').toArray()
    return own.map(photo => photo.hash).filter(hash => !named.includes(hash))
  }

  const rows = (): Promise<readonly StoredDraft[]> => forms.filter(row => !row.isGone).toArray()

  const allOpen = async (): Promise<readonly OpenDraft[]> => {
    const found = await Promise.all((await rows()).map(opened))
    return found.filter(draft => draft !== undefined)
  }

  const drop = async (draftId: string, mustTellServer: boolean): Promise<void> => {
    latest.delete(draftId)
    unwritten.delete(draftId)
    await writing.get(draftId)
    await database.transaction('rw', forms, async () => {
      const row = await forms.get(draftId)
      if (row === undefined) return
      if (!mustTellServer) return forms.delete(draftId)
      const { draft: _draft, ...kept } = row
      await forms.put({
        ...kept,
        isGone: true,
        revision: row.revision + 1,
        sealed: null,
        readable: null,
        household: null,
      })
    })
    // Photos only this form had go with it; with a form that no key opens nobody can say which those are.
    const listed = await rows()
    if ((await allOpen()).length === listed.length) await photos.bulkDelete([...(await unused())])
  }

  const outbox: DraftOutbox = {
    toSend: async (most: number): Promise<readonly DraftToSend[]> => {
      const waiting = await forms
        .filter(row => row.revision > row.sentRevision && row.areaCode !== '' && (row.isGone || row.sealed !== null))
        .limit(most)
        .toArray()
      return waiting.map(({ draftId, householdId, areaCode, revision, changedAt, isGone, sealed }) => ({
        draftId,
        householdId,
        areaCode,
        revision,
        changedAt,
        sealed: isGone ? null : sealed,
      }))
    },
    markSent: (draftId, revision) =>
      database.transaction('rw', forms, async () => {
        const row = await forms.get(draftId)
        if (row === undefined) return
        if (row.isGone && row.revision === revision) return forms.delete(draftId)
        await forms.put({ ...row, sentRevision: Math.max(row.sentRevision, revision) })
      }),
    sendAgain: async () => {
      await forms.toCollection().modify({ sentRevision: 0 })
    },
  }

  return {
    outbox,

    /** Resolves when this state, or a newer one, is on the disk. */
    save: (open: OpenDraft): Promise<void> => {
      const { surveyId } = open.draft
      latest.set(surveyId, open)
      unwritten.add(surveyId)
      const running = writing.get(surveyId) ?? writeAll(surveyId)
      writing.set(surveyId, running)
      return running
    },

    /** Everything typed is on the disk. */
    settle: async (): Promise<void> => {
      await Promise.all(writing.values())
    },

    /** The vault has been locked: out of memory. */
    close: (): void => {
      latest.clear()
      unwritten.clear()
    },

    /** The newest draft about a household, also while it is still being written. */
    findFor: async (householdId: string): Promise<OpenDraft | undefined> => {
      const found = await forms.where('householdId').equals(householdId).toArray()
      const newest = found.filter(row => !row.isGone).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
      for (const row of newest) {
        const open = await opened(row)
        if (open !== undefined) return open
      }
      return undefined
    },

    list: async (): Promise<readonly ListedDraft[]> => {
      const found = await Promise.all(
        (await rows()).map(async row => ({
          draftId: row.draftId,
          householdId: row.householdId,
          areaCode: row.areaCode,
          changedAt: row.changedAt,
          isSent: row.sentRevision >= row.revision,
          open: (await opened(row)) ?? null,
        })),
      )
      return found.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
    },

    /** Households of which a form is being filled in here. */
    householdIds: async (): Promise<ReadonlySet<string>> => new Set((await rows()).map(row => row.householdId)),

    /** Whether the server has the newest version of it. */
    isWithServer: async (draftId: string): Promise<boolean> => {
      const row = await forms.get(draftId)
      return row !== undefined && !row.isGone && row.sentRevision >= row.revision
    },

    /** Away with the draft and the photos only it had; the server is told to forget its copy. */
    remove: (draftId: string): Promise<void> => drop(draftId, true),

    /** It is a colleague's now. */
    release: (draftId: string): Promise<void> => drop(draftId, false),

    /** A draft the server keeps for this person, begun on another phone, handed over, or out of this phone's own sight. */
    take: async ({ draftId, householdId, areaCode, revision, changedAt, content }: KeptDraft): Promise<void> => {
      if (content === null || content === undefined) return
      const draft = content as Draft
      const row = await forms.get(draftId)
      // What was typed here and not sent yet stands; so does what this phone has just sent or given up.
      if (row !== undefined && (row.isGone || row.revision > row.sentRevision)) return
      if (row !== undefined && row.revision >= revision && (await opened(row)) !== undefined) return
      const sealed = await sealer.sealTwice(draft, draftId)
      latest.delete(draftId)
      await forms.put({
        draftId,
        householdId,
        areaCode,
        revision,
        sentRevision: revision,
        changedAt,
        isGone: false,
        household: row?.household ?? null,
        ...sealed,
      })
    },

    /** Seals what still lies in clear, or could not be sealed to the server when it was written. */
    sealTheRest: async (): Promise<void> => {
      if (keys() === undefined || !(await sealer.canSeal())) return
      for (const row of await rows()) {
        if (row.draft === undefined && row.sealed !== null) continue
        const open = await opened(row)
        if (open === undefined || latest.has(row.draftId)) continue
        const sealed = await sealer.sealTwice(open.draft, row.draftId)
        await database.transaction('rw', forms, async () => {
          const now = await forms.get(row.draftId)
          if (now === undefined || now.revision !== row.revision) return
          const { draft: _clear, ...kept } = now
          await forms.put({ ...kept, ...sealed, revision: row.revision + 1 })
        })
      }
    },
  }
}

export type DraftStore = ReturnType<typeof createDraftStore>
