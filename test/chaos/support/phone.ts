import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Send } from '@thaiqm/contract/client/call-route.ts'
import type { OutboxStore } from '@thaiqm/contract/client/device-store.ts'
import { createSyncClient, type SyncClientParts } from '@thaiqm/contract/client/sync-client.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandId, DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, Receipt, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import { type DeviceState, forgettableUpTo, newDevice } from '@thaiqm/core/sync/device-state.ts'
import { getPerson } from '../../../apps/server/practice/practice-people.ts'
import { PRACTICE_DAY, RE_X_RAY_ROUND_ID } from '../../../apps/server/practice/practice-rounds.ts'

/** How a phone's requests fared, apart from those that went well. */
export interface Roughness {
  /** The server said it cannot keep anything now, and when to come again. */
  unavailable: number
  /** The same without saying when. */
  withoutRetryAfter: number
  /** No answer at all within ten seconds. */
  hung: number
  /** Any other answer of 500 and above. */
  faults: number
  cutOff: number
}

/** A phone with the product's own sync client; its outbox lies in memory, for the phone itself is not what is killed here. */
export interface Phone {
  readonly deviceId: () => string
  readonly rough: Roughness
  /** Every command made here, by its id. */
  readonly made: ReadonlyMap<string, CommandEnvelope>
  /** Every receipt the server gave, the first for each command. */
  readonly receipts: ReadonlyMap<string, Receipt>
  readonly state: () => DeviceState
  /** One command more: a new household, or a visit to one this phone has found. */
  work(): Promise<void>
  /** Sends what waits; whether all of it was taken in. */
  push(): Promise<boolean>
  waiting(): number
  send: Send
}

const HUNG_AFTER_MS = 10_000
const BACKLOG = 150
const at = `${PRACTICE_DAY}T03:00:00.000Z` as Instant

const memoryOutbox = () => {
  let state: DeviceState = newDevice(randomUUID() as DeviceId)
  let held: readonly CommandEnvelope[] = []
  const made = new Map<string, CommandEnvelope>()
  const receipts = new Map<string, Receipt>()
  const store: OutboxStore = {
    state: async () => state,
    add: async (command: UnnumberedCommand) => {
      const envelope = { ...command, sequence: state.nextSequence }
      state = { ...state, nextSequence: state.nextSequence + 1 }
      held = [...held, envelope]
      made.set(envelope.commandId, envelope)
      return envelope
    },
    after: async (sequence, most) => held.filter(command => command.sequence > sequence).slice(0, most),
    change: async decide => {
      const change = decide(state, () => held)
      state = change.state
      for (const receipt of change.receipts ?? [])
        if (!receipts.has(receipt.commandId)) receipts.set(receipt.commandId, receipt)
      held = (change.held ?? held).filter(command => command.sequence > forgettableUpTo(state))
    },
    firstHeld: async () => held[0]?.sequence ?? state.nextSequence,
    holdings: async () => ({ waiting: 0, unsafe: 0, drafts: 0, photos: 0, oldestWaitingAt: null }),
  }
  return { store, made, receipts, state: () => state, waiting: () => state.nextSequence - 1 - state.sentUpTo }
}

/** fetch against one server with one cookie, noting how requests fare. */
const sender =
  (url: string, cookie: { value: string }, rough: Roughness): Send =>
  async (path, init) => {
    const { bytes, credentials: _sameOrigin, ...rest } = init
    try {
      const answer = await fetch(`${url}${path}`, {
        ...rest,
        ...(bytes === undefined ? {} : { body: bytes }),
        headers: { ...init.headers, cookie: cookie.value },
        signal: AbortSignal.timeout(HUNG_AFTER_MS),
      })
      if (answer.status === 503 && answer.headers.get('retry-after') !== null) rough.unavailable += 1
      else if (answer.status === 503) rough.withoutRetryAfter += 1
      else if (answer.status >= 500) rough.faults += 1
      // The body is read here: one that breaks off is a request that broke off.
      const text = await answer.text()
      return {
        ok: answer.ok,
        status: answer.status,
        headers: answer.headers,
        json: async () => JSON.parse(text) as unknown,
      }
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') rough.hung += 1
      else rough.cutOff += 1
      throw error
    }
  }

export const signInAs = async (url: string, key: string): Promise<string> => {
  const answer = await fetch(`${url}/api/practice/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: getPerson(key).actor.personId }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`signing in as ${key} answered ${answer.status}`)
  return cookie
}

/** A household that the last round did not have, or a visit where nobody was home. */
const commandOf = (areaCode: string, place: string | null, n: number): UnnumberedCommand => ({
  commandId: randomUUID() as CommandId,
  ledgerKind: 'household',
  ledgerId: place ?? randomUUID(),
  madeAt: at,
  basedOnVersion: null,
  ...(place === null
    ? {
        type: 'RegisterHousehold',
        input: {
          origin: 'NEW',
          missedReason: null,
          areaCode,
          address: { houseCode: null, houseNumber: `${n}/9`, villageName: '', lane: '', road: '', sequenceInHouse: 1 },
          position: null,
          phone: null,
          statedMemberCount: null,
          members: [],
        },
      }
    : {
        type: 'RecordVisit',
        input: { roundId: RE_X_RAY_ROUND_ID, outcome: 'ABSENT', visitedAt: at, note: `ไม่มีผู้อยู่ ครั้งที่ ${n}`, photos: [] },
      }),
})

/** The phone of a village head of the practice province, signed in. */
export const openPhone = async (
  url: string,
  areaCode: string,
  parts: Partial<Pick<SyncClientParts, 'photos'>> = {},
): Promise<Phone> => {
  const rough: Roughness = { unavailable: 0, withoutRetryAfter: 0, hung: 0, faults: 0, cutOff: 0 }
  const cookie = { value: await signInAs(url, `vil-${areaCode}`) }
  const outbox = memoryOutbox()
  const send = sender(url, cookie, rough)
  const client = createSyncClient({
    outbox: outbox.store,
    send,
    newId: randomUUID,
    appVersion: 'chaos',
    deviceKind: 'chaos',
    ...parts,
  })
  let n = 0
  let place: string | null = null
  return {
    deviceId: () => outbox.state().deviceId,
    rough,
    made: outbox.made,
    receipts: outbox.receipts,
    state: outbox.state,
    waiting: outbox.waiting,
    send,
    work: async () => {
      if (outbox.waiting() >= BACKLOG) return
      n += 1
      const command = commandOf(areaCode, n % 5 === 1 ? null : place, n)
      place = command.ledgerId
      await outbox.store.add(command)
    },
    push: async () => (await client.push()).ok,
  }
}

/** Keeps phones at work, each with one batch under way, until told to stop; `onTaken` hears of every batch taken in. */
export const keepWorking = (phones: readonly Phone[], onTaken: () => void): { stop(): Promise<void> } => {
  let isOver = false
  const loop = async (phone: Phone) => {
    while (!isOver) {
      for (let made = 0; made < 5; made += 1) await phone.work()
      if (await phone.push()) onTaken()
      // A phone that got no for an answer waits; here only a little, so that the server is under way when it is struck.
      else await sleep(50)
    }
  }
  const loops = phones.map(loop)
  return {
    stop: async () => {
      isOver = true
      await Promise.all(loops)
    },
  }
}
