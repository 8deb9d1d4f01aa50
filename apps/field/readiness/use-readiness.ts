import type { HeldArea } from '@thaiqm/contract/client/device-store.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { useCallback, useEffect, useState } from 'react'
import { useListedHouseholds } from '../household/use-village-households.ts'
import { keepsPhotos } from '../photo/keep-photos.ts'
import { useAppFiles } from '../platform/app-files.ts'
import { clockDifference } from '../platform/clock-difference.ts'
import { type FieldApp, useFieldApp } from '../platform/field-app.tsx'
import { freeBytes } from '../platform/free-bytes.ts'
import { isInstalledApp } from '../platform/install-app.ts'
import { useLive } from '../platform/use-live.ts'
import type { VaultRecord } from '../vault/vault-record.ts'
import { judgeReadiness, type PhoneFacts } from './readiness.ts'
import { isWriteReadBack } from './test-write.ts'

/** What takes a moment to find out, and asks the phone for something. */
type Tested = Pick<PhoneFacts, 'isPersisted' | 'freeBytes' | 'photos' | 'isWriteReadBack' | 'clockOffByMs' | 'hasForm'>

const askToPersist = async (): Promise<boolean | null> => {
  const storage: StorageManager | undefined = navigator.storage
  if (storage?.persisted === undefined) return null
  return (await storage.persisted()) || (await storage.persist())
}

/** Whether this app has the form of the round that is worked in. */
const hasForm = async ({ actor, roundOf }: FieldApp): Promise<boolean> => {
  const version = roundOf(actor.areaCode)?.formVersion
  if (version == null) return false
  const { compiledQuestionnaire } = await import('@thaiqm/catalogue/catalogue.ts')
  return compiledQuestionnaire(version) !== undefined
}

const countPhotos = async ({ households, earlierPhotos, database }: FieldApp): Promise<PhoneFacts['photos']> => {
  const hashes = (households.index.read(null) ?? []).flatMap(row => row.photos)
  return { ...(await earlierPhotos.count(hashes)), isKept: await keepsPhotos(database) }
}

const testPhone = async (app: FieldApp): Promise<Tested> => {
  const [isPersisted, free, isReadBack, clockOffByMs, has, photos] = await Promise.all([
    askToPersist(),
    freeBytes(),
    isWriteReadBack(),
    clockDifference(),
    hasForm(app),
    countPhotos(app),
  ])
  return { isPersisted, freeBytes: free, isWriteReadBack: isReadBack, clockOffByMs, hasForm: has, photos }
}

const viewLeft = (lease: VaultRecord | undefined): number =>
  lease === undefined ? 0 : lease.terms.viewDays * 86_400_000 - (Date.now() - lease.times.lastContactMs)

const oldest = (areas: readonly HeldArea[]): Instant | null =>
  areas.reduce<Instant | null>(
    (known, { asOf }) => (asOf !== null && (known === null || asOf < known) ? asOf : known),
    null,
  )

/** The check before a trip: undefined until it has been made once; `again` makes it anew. */
export const useReadiness = () => {
  const app = useFieldApp()
  const files = useAppFiles()
  const rows = useListedHouseholds(null)
  const [tested, setTested] = useState<Tested>()
  const [isTesting, setTesting] = useState(false)
  const { database, households, outbox, clock, access } = app
  const held = useLive(`ready-${database.name}`, async () => ({
    areas: await households.cache.areas(),
    holdings: await outbox.holdings(),
    lease: await database.vault.toCollection().first(),
  }))
  const again = useCallback(async () => {
    setTesting(true)
    setTested(await testPhone(app))
    setTesting(false)
  }, [app])
  const isOpened = rows !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when the households are opened; later by the button
  useEffect(() => {
    if (isOpened) void again()
  }, [isOpened])
  if (tested === undefined || held === undefined || rows === undefined) return { isTesting, again, check: undefined }
  const ageOf = (at: Instant | null) => (at === null ? null : Date.parse(clock.now()) - Date.parse(at))
  const facts: PhoneFacts = {
    ...tested,
    appFiles: files.state,
    hasUpdate: files.hasUpdate,
    areas: held.areas.map(({ isWhole, asOf }) => ({ isWhole, ageInMs: ageOf(asOf) })),
    viewLeftInMs: access === 'own' ? 0 : viewLeft(held.lease),
    households: rows.length,
    placed: rows.filter(row => row.place != null).length,
    isInstalled: isInstalledApp(),
    waiting: held.holdings.waiting,
    oldestWaitingAgeInMs: ageOf(held.holdings.oldestWaitingAt),
  }
  return { isTesting, again, check: { facts, asOf: oldest(held.areas), ...judgeReadiness(facts) } }
}

export type ReadinessCheck = NonNullable<ReturnType<typeof useReadiness>['check']>
