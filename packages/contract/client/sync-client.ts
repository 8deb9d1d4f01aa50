import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import {
  asNewDevice,
  type DeviceState,
  hasTwin,
  isRestored,
  rewindTo,
  takeReport,
  takeStanding,
} from '@thaiqm/core/sync/device-state.ts'
import { createTurns } from '@thaiqm/core/sync/turns.ts'
import { removeDraft, saveDraft } from '../survey/draft-routes.ts'
import { pullArea, pushCommands, reportDevice } from '../sync/sync-routes.ts'
import type { RouteReply } from '../wire/route.ts'
import { type CallFailure, type CallOutcome, callRoute, type Send } from './call-route.ts'
import type { CacheStore, DraftOutbox, OutboxStore, PhotoOutbox } from './device-store.ts'
import { sendPhoto } from './send-photo.ts'

export type DeviceReport = RouteReply<typeof reportDevice>

export interface SyncClientParts {
  readonly outbox: OutboxStore
  readonly send: Send
  readonly newId: () => string
  readonly appVersion: string
  readonly deviceKind: string
  /** Devices that keep households, drafts and photos have these; an office browser only sends. */
  readonly cache?: CacheStore
  readonly drafts?: DraftOutbox
  readonly photos?: PhotoOutbox
  /** What the server says of the device: the lease of the cache, a lock, the key to seal to. */
  readonly onReport?: (report: DeviceReport) => Promise<void>
}

export type SyncOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: CallFailure }

export type SendOutcome =
  | { readonly ok: true; readonly receipts: readonly Receipt[] }
  | { readonly ok: false; readonly failure: CallFailure; readonly receipts: readonly Receipt[] }

const BATCH = 50
const BATCH_CHARACTERS = 1_000_000
const PAGE = 200
const AT_ONCE = 20
/** Corrections of one sending: a new epoch, a gap, a twin may each come once or twice; more is a fault. */
const MOST_CORRECTIONS = 6

const sizeOf = (command: CommandEnvelope): number =>
  (command.sealed?.length ?? JSON.stringify(command.input)?.length ?? 0) + 400

/** As many commands as one request may carry, never none. */
const within = (commands: readonly CommandEnvelope[]): readonly CommandEnvelope[] => {
  let characters = 0
  const end = commands.findIndex(command => {
    characters += sizeOf(command)
    return characters > BATCH_CHARACTERS
  })
  return end === -1 ? commands : commands.slice(0, Math.max(1, end))
}

/**
 * A device's side of the protocol: says what it holds, sends its commands, fetches what changed, then drafts, then
 * photos; what people wait for comes first. Every step may be cut off anywhere and simply be begun again.
 */
export const createSyncClient = (parts: SyncClientParts) => {
  const { outbox, send, newId, cache, drafts, photos } = parts
  const inTurn = createTurns()

  /** This device is a copy of another: it goes on under an id of its own, with everything it holds. */
  const becomeNew = (): Promise<void> => {
    const deviceId = newId() as DeviceId
    return outbox.change((state, held) => asNewDevice(deviceId, held(), state.epoch))
  }

  const ask = async (): Promise<CallOutcome<DeviceReport>> => {
    const { deviceId, epoch } = await outbox.state()
    return callRoute(send, reportDevice, {
      body: {
        deviceId,
        epoch,
        holdings: await outbox.holdings(),
        appVersion: parts.appVersion,
        deviceKind: parts.deviceKind,
      },
    })
  }

  const report = async (): Promise<CallOutcome<DeviceReport>> => {
    let answer = await ask()
    if (!answer.ok && answer.kind === 'refused' && answer.refusal.code === 'device-cloned') {
      await becomeNew()
      answer = await ask()
    }
    if (!answer.ok) return answer
    const standing = answer.value
    const known = await outbox.state()
    if (isRestored(known, standing)) {
      // Before the new epoch is known here: cut off in between, it is simply met again.
      await drafts?.sendAgain?.()
      await photos?.sendAgain?.()
    }
    if (hasTwin(known, standing)) await becomeNew()
    else await outbox.change(state => ({ state: takeReport(state, standing) }))
    await parts.onReport?.(answer.value)
    return answer
  }

  /** What a refused batch asks of the device; answers whether sending may go on. */
  const correct = async (failure: CallFailure): Promise<boolean> => {
    if (failure.kind !== 'refused') return false
    const { code, details } = failure.refusal
    if (code === 'epoch-changed' || code === 'sequence-broken') return (await report()).ok
    if (code === 'sequence-gap') {
      const expected = Number(details.expected)
      await outbox.change(state => ({ state: rewindTo(state, expected) }))
      return true
    }
    if (code !== 'device-cloned') return false
    await becomeNew()
    return true
  }

  const sendCommands = async (): Promise<SendOutcome> => {
    const receipts: Receipt[] = []
    for (let corrections = 0; corrections < MOST_CORRECTIONS; ) {
      const state: DeviceState = await outbox.state()
      const commands = within(await outbox.after(state.sentUpTo, BATCH))
      if (commands.length === 0) return { ok: true, receipts }
      const firstHeld = await outbox.firstHeld()
      const answer = await callRoute(send, pushCommands, {
        body: { deviceId: state.deviceId, epoch: state.epoch, firstHeld, commands: [...commands] },
      })
      if (answer.ok) {
        const { receipts: given, ...standing } = answer.value
        receipts.push(...given)
        // What lies behind the last one just answered may be a copy's.
        const upTo = Math.min(standing.upTo, commands.at(-1)?.sequence ?? 0)
        await outbox.change(now => ({ state: takeStanding(now, { ...standing, upTo }), receipts: given }))
      } else {
        corrections += 1
        if (!(await correct(answer))) return { ok: false, failure: answer, receipts }
      }
    }
    return { ok: false, failure: { ok: false, kind: 'server-fault', status: 409 }, receipts }
  }

  const pull = async (areaCode: string): Promise<SyncOutcome> => {
    for (;;) {
      const area = (await cache?.areas())?.find(a => a.areaCode === areaCode)
      if (area === undefined || cache === undefined) return { ok: true }
      const answer = await callRoute(send, pullArea, {
        params: { areaCode },
        query: { limit: PAGE, ...(area.cursor === null ? {} : { cursor: area.cursor }) },
      })
      if (!answer.ok) {
        // The area is this person's no longer: its households leave the device, unsent work about them does not.
        if (answer.kind === 'refused' && answer.refusal.code === 'outside-area') {
          await cache.dropArea(areaCode)
          return { ok: true }
        }
        return { ok: false, failure: answer }
      }
      const { more, ...page } = answer.value
      await cache.savePage({ ...page, areaCode, after: area.cursor })
      if (!more) return { ok: true }
    }
  }

  const pullAll = async (): Promise<SyncOutcome> => {
    let unread: SyncOutcome = { ok: true }
    for (const { areaCode } of (await cache?.areas()) ?? []) {
      const pulled = await pull(areaCode)
      // An area told in words of a later app waits for that app; it holds up none of the others.
      if (!pulled.ok && pulled.failure.kind !== 'other-version') return pulled
      if (!pulled.ok) unread = pulled
    }
    return unread
  }

  const sendDrafts = async (): Promise<SyncOutcome> => {
    for (const draft of (await drafts?.toSend(AT_ONCE)) ?? []) {
      const { draftId, householdId, areaCode, revision, changedAt, sealed } = draft
      const params = { draftId }
      const answer =
        sealed === null
          ? await callRoute(send, removeDraft, { params })
          : await callRoute(send, saveDraft, { params, body: { householdId, areaCode, revision, changedAt, sealed } })
      // Only a draft that is another's is let be; damaged on the way, it is sent again in the next round.
      if (!answer.ok && (answer.kind !== 'refused' || answer.refusal.code !== 'draft-not-yours'))
        return { ok: false, failure: answer }
      await drafts?.markSent(draftId, revision, answer.ok ? 'kept' : 'refused')
    }
    return { ok: true }
  }

  const sendPhotos = async (): Promise<SyncOutcome> => {
    for (const photoHash of (await photos?.toSend(AT_ONCE)) ?? []) {
      const bytes = await photos?.read(photoHash)
      if (bytes === null || bytes === undefined) continue
      const sent = await sendPhoto(send, photoHash, bytes)
      // Damaged on the way: sent again in the next round. Only what is no photo at all is let be.
      if (!sent.ok && sent.kind === 'refused' && sent.refusal.code === 'photo-differs') continue
      if (!sent.ok && (sent.kind !== 'refused' || sent.refusal.code !== 'photo-not-accepted'))
        return { ok: false, failure: sent }
      await photos?.mark(photoHash, sent.ok ? 'sent' : 'refused', sent.ok ? sent.value.at : null)
    }
    return { ok: true }
  }

  return {
    /** Sends what waits, oldest first, whatever else there is to do. */
    push: (): Promise<SendOutcome> => inTurn(sendCommands),

    /** Fetches one area now, for somebody who has just chosen it. */
    pull: (areaCode: string): Promise<SyncOutcome> => inTurn(() => pull(areaCode)),

    /**
     * One whole round: report, send, fetch, drafts, photos. It ends at the first failure, and the next begins anew; only what
     * this app is too old to read keeps nothing back that people made.
     */
    round: (): Promise<SyncOutcome> =>
      inTurn(async () => {
        const reported = await report()
        if (!reported.ok) return { ok: false, failure: reported }
        let fetched: SyncOutcome = { ok: true }
        for (const step of [sendCommands, pullAll, sendDrafts, sendPhotos]) {
          const done = await step()
          if (done.ok) continue
          if (step !== pullAll || done.failure.kind !== 'other-version') return { ok: false, failure: done.failure }
          fetched = { ok: false, failure: done.failure }
        }
        return fetched
      }),
  }
}

export type SyncClient = ReturnType<typeof createSyncClient>
