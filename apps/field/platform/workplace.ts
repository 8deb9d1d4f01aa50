import { createSyncClient, type DeviceReport, type SyncClient } from '@thaiqm/contract/client/sync-client.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { createHouseholdStore, type HouseholdStore } from '../household/household-store.ts'
import { createMeetingStore, type MeetingStore } from '../meeting/meeting-store.ts'
import { createEarlierPhotos, type EarlierPhotos } from '../photo/earlier-photos.ts'
import { fetchPhoto } from '../photo/fetch-photo.ts'
import { connectionOf, createPhotoKeeping, isUnmetered, keepsPhotos } from '../photo/keep-photos.ts'
import { createPhotoStore, type PhotoStore } from '../photo/photo-store.ts'
import { createDraftStore, type DraftStore } from '../survey/draft-store.ts'
import { takeDraftsOfServer } from '../survey/take-drafts.ts'
import { createDeviceSend } from '../sync/device-send.ts'
import { createOutboxStore, type FieldOutbox } from '../sync/outbox-store.ts'
import { createSyncEngine, type SyncEngine } from '../sync/sync-engine.ts'
import { createSealer, type Sealer } from '../vault/sealer.ts'
import { createVault, type Vault, type VaultStanding } from '../vault/vault.ts'
import { appVersion } from './app-version.ts'
import type { Clock } from './clock.ts'
import type { Judge } from './decide.ts'
import { deviceKeyOf, type FieldDatabase, nameDevice, openFieldDatabase } from './field-database.ts'
import { freeBytes } from './free-bytes.ts'
import { keepReport, readReport } from './heard-report.ts'
import { roundByArea } from './judge.ts'

/** How often the village's meetings are looked for while the app is open; their list looks each time it is opened. */
const MEETINGS_TAKEN_EVERY_MS = 10 * 60_000

/** What belongs to one person on this phone for as long as the app is open, locked or not: one outbox has one sender. */
export interface Workplace {
  readonly personId: string
  /** The newest session's; everything below asks it, so that a refreshed session holds at once. */
  judge: Judge
  /** The server’s session is this person’s; without it the device’s own key sends, and nothing is fetched. */
  hasSession: boolean
  readonly database: FieldDatabase
  readonly vault: Vault
  readonly sealer: Sealer
  readonly households: HouseholdStore
  readonly meetings: MeetingStore
  readonly outbox: FieldOutbox
  readonly drafts: DraftStore
  readonly photos: PhotoStore
  /** Of households as they were before; part of what may be seen only for a while. */
  readonly earlierPhotos: EarlierPhotos
  readonly client: SyncClient
  readonly sync: SyncEngine
  /** Everything typed is on the disk; then the keys leave memory. */
  readonly lock: () => Promise<void>
}

/** What kind of phone and browser, as the office sees it in its list of phones; nothing that tells one phone from another. */
const deviceKind = (): string => {
  const agent = navigator.userAgent
  const system = /Android/.test(agent) ? 'Android' : /iPhone|iPad/.test(agent) ? 'iOS' : 'Desktop'
  const browser = /(?:Chrome|Firefox|Version)\/(\d+)/.exec(agent)
  const name = /Firefox/.test(agent) ? 'Firefox' : /Chrome/.test(agent) ? 'Chrome' : 'Safari'
  return browser === null ? system : `${system} · ${name} ${browser[1]}`
}

const keysIn = (standing: VaultStanding): string =>
  standing.kind === 'open' ? `${standing.keys.work.id} ${standing.keys.cache?.id ?? ''}` : ''

/** Opens a person's store on this phone; locked, until the PIN comes. */
export const openWorkplace = async (personId: string, judge: Judge): Promise<Workplace> => {
  const database = openFieldDatabase(personId)
  await nameDevice(database)
  const judgeNow = (): Judge => workplace.judge
  const clock: Clock = { now: () => judgeNow().clock.now(), today: () => judgeNow().clock.today() }
  const vault = createVault({ database, now: () => Date.now(), dropHouseholds: () => households.dropAll() })
  const { keys } = vault
  const sealer = createSealer(database, keys)
  const outbox: FieldOutbox = createOutboxStore({
    database,
    sealer,
    keys,
    now: clock.now,
    onAnswered: ledgerIds => {
      void households.layAnew(ledgerIds).catch(() => undefined)
      void meetings.layAnew(ledgerIds).catch(() => undefined)
    },
  })
  const drafts = createDraftStore({ database, sealer, keys })
  const photos = createPhotoStore({ database, sealer, keys })
  const earlierPhotos = createEarlierPhotos({
    personId,
    keys,
    // Without this person's session the browser would ask as somebody else.
    fetchPhoto: async photo => (workplace.hasSession ? fetchPhoto(photo) : 'unreachable'),
    keeps: () => keepsPhotos(database),
  })
  const store = createHouseholdStore({
    database,
    keys,
    actor: () => judgeNow().actor,
    roundIdFor: areaCode => roundByArea(judgeNow(), areaCode)?.id ?? '',
    ownCommands: outbox.laidOver,
    ledgersHeld: () => outbox.ledgersHeld('household'),
    layOver: async (householdId, household, own) => {
      // The rules come with the catalogue; a phone with nothing waiting does not need them to list a village.
      const { withWaiting } = await import('./decide.ts')
      return withWaiting(householdId, household, own, judgeNow())
    },
    pull: areaCode => client.pull(areaCode),
  })
  const meetings = createMeetingStore({
    database,
    keys,
    ownCommands: outbox.laidOver,
    ledgersHeld: () => outbox.ledgersHeld('meeting'),
    layOver: async (meetingId, meeting, own) => {
      const { meetingWithWaiting } = await import('./decide.ts')
      return meetingWithWaiting(meetingId, meeting, own, judgeNow())
    },
  })
  const households: HouseholdStore = {
    ...store,
    dropAll: async () => {
      await store.dropAll()
      await meetings.dropAll()
      await earlierPhotos.dropAll()
    },
  }
  const photoKeeping = createPhotoKeeping({
    database,
    photos: earlierPhotos,
    rows: () => households.index.read(null),
    isUnmetered: () => isUnmetered(connectionOf(navigator)),
    freeBytes,
  })

  const sealTheRest = async (): Promise<void> => {
    await outbox.sealTheRest()
    await drafts.sealTheRest()
    await photos.sealTheRest()
  }

  const takeReport = async (report: DeviceReport): Promise<void> => {
    const { share, isLocked, sealingKey } = report
    await keepReport(database, report, clock.now())
    await sealer.takeSealingKey(sealingKey)
    // No share though the device is not locked: the session that should bring it has ended.
    if (share === null && !isLocked) workplace.hasSession = false
    await vault.takeReport(report)
    await sealTheRest()
  }

  const client = createSyncClient({
    outbox,
    send: createDeviceSend({
      device: async () => ({ deviceId: (await outbox.state()).deviceId, key: await deviceKeyOf(database) }),
      hasSession: () => workplace.hasSession,
    }),
    newId: () => crypto.randomUUID(),
    appVersion: appVersion(),
    deviceKind: deviceKind(),
    cache: {
      ...households.cache,
      areas: async () => (workplace.hasSession ? households.cache.areas() : []),
    },
    drafts: drafts.outbox,
    photos: photos.outbox,
    onReport: takeReport,
  })

  // One planned or called off in the office stands on today's page before anybody has opened the list of meetings.
  let meetingsTakenAtMs = Number.NEGATIVE_INFINITY
  const takeMeetings = async () => {
    const { areaCode } = workplace.judge.actor
    const isKeeper = keepsMeetings(workplace.judge.actor, { level: 'VILLAGE', areaCode: areaCode.padEnd(8, '0') })
    if (!isKeeper || areaCode === '' || performance.now() - meetingsTakenAtMs < MEETINGS_TAKEN_EVERY_MS) return
    meetingsTakenAtMs = performance.now()
    await meetings.refresh(areaCode).catch(() => undefined)
  }

  const sync = createSyncEngine({
    name: database.name,
    client,
    hasSession: () => workplace.hasSession,
    onSent: async () => {
      const held = await drafts.list()
      const { backedUpAt = null } = await readReport(database)
      if (held.every(({ open }) => open !== null)) await photos.forgetSafe(JSON.stringify(held), backedUpAt)
      // Handed over by a colleague, begun on another phone, or out of this phone's own sight: the server gives it back.
      if (workplace.hasSession && vault.keys()?.isPassing === false) {
        await takeDraftsOfServer(drafts)
        void takeMeetings()
      }
      // Not waited for: a round is over when what people made has left.
      void photoKeeping.afterRound()
    },
  })

  let before = ''
  vault.subscribe(() => {
    const now = keysIn(vault.read())
    if (now === before) return
    before = now
    households.close()
    if (now === '') {
      drafts.close()
      sealer.forget()
      return
    }
    void households
      .open()
      .then(meetings.bringBack)
      .then(sealTheRest)
      .catch(() => undefined)
  })

  const workplace: Workplace = {
    personId,
    judge,
    hasSession: false,
    database,
    vault,
    sealer,
    households,
    meetings,
    outbox,
    drafts,
    photos,
    earlierPhotos,
    client,
    sync,
    lock: async () => {
      await drafts.settle().catch(() => undefined)
      await vault.lock()
    },
  }
  await vault.begin()
  return workplace
}
