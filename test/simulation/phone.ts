import { createSyncClient, type SyncClient } from '@thaiqm/contract/client/sync-client.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { CommandEnvelope, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import { takeStanding } from '@thaiqm/core/sync/device-state.ts'
import { decideHere, type Judge, withWaiting } from '../../apps/field/platform/decide.ts'
import { sha256 } from './answer-request.ts'
import type { Faults } from './faults.ts'
import type { Network } from './network.ts'
import {
  createPhoneCache,
  createPhoneDrafts,
  createPhoneOutbox,
  createPhonePhotos,
  type Disk,
  type DiskParts,
  laidOver,
  newDisk,
} from './phone-disk.ts'
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'
import { type Life, newLife, type Scheduler } from './scheduler.ts'
import { sealFor } from './wire.ts'

export interface PhoneParts {
  readonly random: Random
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly planted: Planted
  readonly network: Network
  readonly nowMs: () => number
  readonly rounds: readonly Round[]
  readonly oracle: PhoneWitness
}

/** Who watches what phones do. */
export interface PhoneWitness {
  kept(phone: Phone, command: CommandEnvelope, input: unknown): void
  /** What was before the eyes of whoever made it. */
  saw(commandId: string, version: number | null, shown: Household | null, epoch: string | null): void
}

export interface Tab {
  readonly life: Life
  readonly client: SyncClient
  readonly parts: DiskParts
  isSyncing: boolean
}

export interface Phone {
  readonly name: string
  readonly personId: string
  /** The signed-in person as the phone knows them; the server may know better by now. */
  actor: Actor
  session: string | null
  disk: Disk
  tabs: Tab[]
  /** How wrong its clock is, in milliseconds. */
  clockError: number
  /** Whether unsent work is sealed to the server. */
  readonly isSealing: boolean
  /** Versions of the app before this one, or after it: -2 … 1. */
  age: number
  /** Commands of this phone's store, in the order they were made. */
  lineage: string[]
}

export const createPhones = (of: PhoneParts) => {
  const { random, scheduler, faults, planted, network, nowMs, rounds, oracle } = of

  const kill = (phone: Phone, tab: Tab): void => {
    tab.life.isAlive = false
    phone.tabs = phone.tabs.filter(other => other !== tab)
  }

  const diskParts = (phone: Phone, life: Life, tab: () => Tab | undefined): DiskParts => {
    const dieMaybe = async (): Promise<void> => {
      const own = tab()
      if (own === undefined || !faults.happens('phone-killed', 0.02)) return
      kill(phone, own)
      await scheduler.pause(life, 'never')
    }
    return {
      disk: () => phone.disk,
      planted,
      tabNumbers: { next: null },
      read: label => scheduler.pause(life, label),
      write: async (label, step) => {
        await scheduler.pause(life, label)
        await dieMaybe()
        if (faults.happens('quota', 0.01)) throw new Error('QuotaExceededError')
        if (faults.happens('store-aborted', 0.01)) throw new Error('AbortError')
        const value = step()
        await scheduler.pause(life, `${label} done`)
        await dieMaybe()
        return value
      },
      onKept: (command, input) => oracle.kept(phone, command, input),
    }
  }

  const openTab = (phone: Phone): Tab => {
    const life = newLife(`${phone.name}/${phone.tabs.length}`)
    let tab: Tab | undefined
    const parts = diskParts(phone, life, () => tab)
    const client = createSyncClient({
      outbox: createPhoneOutbox(parts),
      send: planted.send(
        network.sendFrom(life, () => ({
          session: phone.session,
          authorization: `Device ${phone.disk.device.deviceId}.${phone.disk.deviceKey}`,
        })),
        phone,
      ),
      newId: () => (planted.is('device-id-reused') ? phone.disk.device.deviceId : random.uuid()),
      appVersion: String(2 + phone.age),
      deviceKind: 'world',
      cache: {
        ...createPhoneCache(parts),
        areas: async () => (phone.session === null ? [] : createPhoneCache(parts).areas()),
      },
      drafts: createPhoneDrafts(parts, (text, owner) => sealFor(owner, JSON.stringify(text))),
      photos: createPhonePhotos(parts),
      onReport: async report => {
        // No share: the session that should bring it has ended.
        if (report.share === null) phone.session = null
        if (planted.is('report-counts-as-sent')) phone.disk.device = takeStanding(phone.disk.device, report)
      },
    })
    tab = { life, client, parts, isSyncing: false }
    phone.tabs.push(tab)
    return tab
  }

  const judgeOf = (phone: Phone): Judge => {
    const now = new Date(nowMs()).toISOString() as Instant
    return { actor: phone.actor, clock: { now: () => now, today: () => dayOf(now) }, rounds }
  }

  return {
    open: (name: string, actor: Actor, session: string | null): Phone => ({
      name,
      personId: actor.personId,
      actor,
      session,
      disk: newDisk(random.uuid(), random.uuid().replaceAll('-', '')),
      tabs: [],
      clockError: 0,
      isSealing: random.chance(0.5),
      age: 0,
      lineage: [],
    }),
    openTab,
    kill,

    /** A household as this phone shows it: the server's, with own work laid over. */
    shown: (phone: Phone, id: string): Household | null => {
      const base = phone.disk.households.get(id)?.household ?? null
      const own = laidOver(phone.disk, id, base?.version ?? null, planted)
      return own.length === 0 ? base : withWaiting(id, base, own, judgeOf(phone))
    },

    mayHere: (phone: Phone, id: string, household: Household | null, command: HouseholdCommand): boolean =>
      decideHere(id, household, command, judgeOf(phone)).ok,

    /** Puts a command into the outbox, as the app does once the rules have accepted it. */
    put: async (
      phone: Phone,
      tab: Tab,
      id: string,
      household: Household | null,
      command: { readonly type: string; readonly input: unknown },
    ): Promise<void> => {
      const commandId = random.uuid() as CommandEnvelope['commandId']
      const { type, input } = command
      // Own work laid over it has no version of the server's yet.
      const base = phone.disk.households.get(id)?.household.version ?? 0
      const basedOnVersion = household === null ? null : base
      oracle.saw(commandId, basedOnVersion, household, phone.disk.households.get(id)?.epoch ?? null)
      const isWrong = faults.happens('wrong-hash', 0.05)
      const isUnreadable = phone.isSealing && faults.happens('sealed-unreadable', 0.05)
      const text = JSON.stringify(input)
      const made: UnnumberedCommand & { readable: unknown } = {
        commandId,
        ledgerKind: 'household',
        ledgerId: id,
        type,
        madeAt: new Date(nowMs() + phone.clockError).toISOString() as Instant,
        basedOnVersion,
        ...(phone.isSealing && !isWrong
          ? { input: undefined, sealed: sealFor(commandId, text, isUnreadable ? 'lost-key' : 'world') }
          : { input: isWrong ? { ...(input as object), damaged: true } : input }),
        ...(isWrong || random.chance(0.3) ? { inputHash: sha256(Buffer.from(text)) } : {}),
        readable: input,
      }
      await createPhoneOutbox(tab.parts).add(made)
    },

    /** Sends at once, as the app does after each command; whatever else there is waits for the next round. */
    push: async (tab: Tab): Promise<void> => {
      try {
        await tab.client.push()
      } catch (error) {
        if (!(error instanceof Error) || !/QuotaExceeded|Abort/.test(error.message)) throw error
      }
    },

    /** One round of sending and fetching; a store that fails ends it, like any other cut. */
    sync: async (tab: Tab): Promise<boolean> => {
      if (tab.isSyncing) return false
      tab.isSyncing = true
      try {
        return (await tab.client.round()).ok
      } catch (error) {
        if (!(error instanceof Error) || !/QuotaExceeded|Abort/.test(error.message)) throw error
        return false
      } finally {
        tab.isSyncing = false
      }
    },
  }
}

export type Phones = ReturnType<typeof createPhones>
