import 'fake-indexeddb/auto'
import type { AreaPage } from '@thaiqm/contract/client/device-store.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import {
  householdAfter,
  importCommand,
  importedHousehold,
  oldProblem,
  reXrayRound,
  roundMorning,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test, vi } from 'vitest'
import { clockOf } from '../platform/clock.ts'
import { type Judge, withWaiting } from '../platform/decide.ts'
import { openFieldDatabase } from '../platform/field-database.ts'
import type { OwnCommand } from '../sync/outbox-store.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { makePassingKey, sealJson } from '../vault/vault-crypto.ts'
import { packOf } from './household-pack.ts'
import { createHouseholdStore } from './household-store.ts'
import type { HouseholdSummary } from './household-summary.ts'

const judge: Judge = {
  actor: people.villageHead,
  clock: clockOf({ now: roundMorning, readAtMs: Date.now() }),
  rounds: [reXrayRound],
}

const visit = {
  type: 'RecordVisit',
  input: { roundId: reXrayRound.id, outcome: 'ABSENT', visitedAt: roundMorning, note: '', photos: [] },
}

const storeOf = async (name: string, given?: VaultKeys) => {
  const open: { keys: VaultKeys | undefined } = {
    keys: given ?? { work: await makePassingKey(), cache: await makePassingKey(), isPassing: false },
  }
  const own = new Map<string, readonly OwnCommand[]>()
  const about = { roundId: reXrayRound.id as string }
  const database = openFieldDatabase(name)
  const store = createHouseholdStore({
    database,
    keys: () => open.keys,
    actor: () => judge.actor,
    roundIdFor: () => about.roundId,
    ownCommands: async id => own.get(id) ?? [],
    ledgersHeld: async () => new Set(own.keys()),
    layOver: async (id, household, commands) => withWaiting(id, household, commands, judge),
    pull: async () => ({ ok: true }),
  })
  return { store, database, open, own, about }
}

const reported = {
  roundId: reXrayRound.id,
  kindCode: 'P501',
  memberId: null,
  description: '',
  source: 'MANUAL',
}
const selfLane = (problemId: ProblemId): HouseholdCommand => ({
  type: 'ChooseLane',
  input: { problemId, lane: 'SELF', ownerName: 'หัวหน้าครัวเรือน', organisationId: null, lookAgainOn: null, note: '' },
})

const houseIn = (n: number, houseNumber: string, areaCode = '49010507'): Household => {
  const household = importedHousehold([oldProblem(0x100 + n, 'P204')])
  return { ...household, id: testId(n), areaCode: areaCode as never, address: { ...household.address, houseNumber } }
}

const page = (households: readonly Household[], over: Partial<AreaPage> = {}): AreaPage => ({
  areaCode: '490105',
  households: households as never,
  gone: [],
  cursor: 'c1',
  isFresh: true,
  isWhole: true,
  asOf: roundMorning,
  ...over,
})

const numbers = async ({ store }: Awaited<ReturnType<typeof storeOf>>, areaCode: string | null = null) => {
  await vi.waitFor(() => expect(store.index.read(areaCode)).toBeDefined())
  return (store.index.read(areaCode) ?? []).map(row => row.houseNumber).sort()
}

test('a page is listed and opened, by village and whole, and a second run of the app reads it from the disk', async () => {
  const first = await storeOf('pages')
  await first.store.open()
  await first.store.holdArea('490105')
  await first.store.cache.savePage(page([houseIn(1, '97'), houseIn(2, '98'), houseIn(3, '5', '49010505')]))
  expect(await numbers(first)).toEqual(['5', '97', '98'])
  expect(await numbers(first, '49010507')).toEqual(['97', '98'])
  expect(await first.store.cache.areas()).toMatchObject([{ areaCode: '490105', cursor: 'c1', isWhole: true }])
  const again = await storeOf('pages', first.open.keys)
  await again.store.open()
  expect(await numbers(again)).toEqual(['5', '97', '98'])
  expect((await again.store.find(testId(3)))?.address.houseNumber).toBe('5')
  expect(again.store.index.find(testId(1))).toMatchObject({ oldProblems: 1, formState: 'NOT_STARTED' })
})

test('tombstones, movers and a new beginning leave what the server has, and nothing else', async () => {
  const it = await storeOf('gone')
  await it.store.open()
  await it.store.holdArea('490105')
  await it.store.cache.savePage(page([houseIn(1, '97'), houseIn(2, '98'), houseIn(3, '5', '49010505')]))
  const delta = { isFresh: false, isWhole: false, cursor: 'c2' }
  await it.store.cache.savePage(page([houseIn(2, '98', '49010505')], { ...delta, gone: [testId(1)] }))
  expect(await numbers(it, '49010507')).toEqual([])
  expect(await numbers(it, '49010505')).toEqual(['5', '98'])
  expect(await it.store.find(testId(1))).toBeUndefined()
  expect(await it.store.cache.areas()).toMatchObject([{ cursor: 'c2', isWhole: true }])
  // A new beginning in two pages: what no page brings goes with the last one.
  await it.store.cache.savePage(page([houseIn(4, '44')], { isWhole: false, cursor: 'c3' }))
  expect(await numbers(it)).toEqual(['44', '5', '98'])
  await it.store.cache.savePage(page([houseIn(3, '5', '49010505')], { isFresh: false, cursor: 'c4' }))
  expect(await numbers(it)).toEqual(['44', '5'])
})

test('what this phone has not sent stays visible when the server’s version comes, and goes when it was parked', async () => {
  const it = await storeOf('overlay')
  await it.store.open()
  it.own.set(testId(1), [visit as never])
  await it.store.cache.savePage(page([houseIn(1, '97')]))
  expect((await it.store.find(testId(1)))?.visits).toHaveLength(1)
  expect(it.store.index.find(testId(1))?.attempts).toBe(1)
  it.own.set(testId(1), [])
  await it.store.layAnew([testId(1)])
  expect((await it.store.find(testId(1)))?.visits).toHaveLength(0)
})

test('a household that only this phone knows survives every new beginning while its command is here', async () => {
  const it = await storeOf('own')
  await it.store.open()
  await it.store.holdArea('490105')
  it.own.set(testId(9), [])
  await it.store.keep(houseIn(9, '9/9'))
  await it.store.cache.savePage(page([houseIn(1, '97')]))
  expect(await numbers(it)).toEqual(['9/9', '97'])
  it.own.clear()
  await it.store.cache.savePage(page([houseIn(1, '97')]))
  expect(await numbers(it)).toEqual(['97'])
})

test('two tabs writing one village lose no row of each other', async () => {
  const one = await storeOf('tabs')
  const two = await storeOf('tabs', one.open.keys)
  await one.store.open()
  await two.store.open()
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? one : two).store.keep(houseIn(n + 1, String(n + 1)))),
  )
  for (const it of [one, two]) await vi.waitFor(async () => expect(await numbers(it)).toHaveLength(12))
})

test('lists made for another round or other eyes, and a damaged list, are made anew from the households', async () => {
  const first = await storeOf('stale')
  await first.store.open()
  await first.store.cache.savePage(page([houseIn(1, '97')]))
  const pack = await first.database.packs.get('49010507')
  if (pack === undefined) throw new Error('no list was written')
  await first.database.packs.put({
    ...pack,
    sealed: { ...pack.sealed, bytes: new Uint8Array(pack.sealed.bytes.length) },
  })
  const damaged = await storeOf('stale', first.open.keys)
  await damaged.store.open()
  await vi.waitFor(async () => expect(await numbers(damaged)).toEqual(['97']))
  const other = await storeOf('stale', first.open.keys)
  other.about.roundId = testId(0xc003)
  await other.store.open()
  await vi.waitFor(() => expect(other.store.index.find(testId(1))?.uncheckedProblems).toBe(1))
})

test('lists of an older app, which knew no duties, are made anew with them', async () => {
  const it = await storeOf('older')
  await it.store.open()
  const problem = { type: 'ReportProblem', input: { ...reported, problemId: testId(0x200) } } as HouseholdCommand
  const household = householdAfter([
    { by: systemActor, command: importCommand([]) },
    { by: people.tambonOfficer, command: problem },
    { by: people.tambonOfficer, command: selfLane(testId(0x200)) },
  ])
  await it.store.cache.savePage(page([household]))
  const row = it.store.index.find(household.id)
  const cache = it.open.keys?.cache
  const pack = await it.database.packs.get('49010507')
  if (row === undefined || cache == null || pack === undefined) throw new Error('nothing was listed')
  const { duties, ...older } = row
  expect(duties.map(([kind]) => kind)).toEqual(['look-again'])
  const content = packOf(`${reXrayRound.id} ${people.villageHead.postId}`, [older as HouseholdSummary])
  await it.database.packs.put({ ...pack, sealed: await sealJson(cache, content, '49010507') })
  const again = await storeOf('older', it.open.keys)
  await again.store.open()
  await vi.waitFor(() => expect(again.store.index.find(household.id)?.duties).toEqual(duties))
})

test('when the households are closed nothing of them is in memory, fetched or written', async () => {
  const it = await storeOf('closed')
  await it.store.open()
  await it.store.cache.savePage(page([houseIn(1, '97')]))
  it.open.keys = undefined
  it.store.close()
  expect(it.store.index.read(null)).toBeUndefined()
  expect(await it.store.find(testId(1))).toBeUndefined()
  expect(await it.store.cache.areas()).toEqual([])
  // A page that arrives after the lock is let go, cursor and all, and fetched again later.
  const before = await it.database.areas.toArray()
  await it.store.cache.savePage({ ...page([houseIn(2, '98')]), cursor: 'further' })
  expect(await it.database.households.count()).toBe(1)
  expect(await it.database.areas.toArray()).toEqual(before)
})

test('thousands of households are opened village by village and listed from memory', async () => {
  const it = await storeOf('district')
  await it.store.open()
  const base = houseIn(1, '1')
  const villages = Array.from({ length: 10 }, (_, n) => String(49010000 + n + 1))
  for (const areaCode of villages) {
    const households = Array.from(
      { length: 400 },
      (_, n): Household => ({
        ...base,
        id: `${areaCode}-0000-4000-8000-${String(n).padStart(12, '0')}` as never,
        areaCode: areaCode as never,
        address: { ...base.address, houseNumber: String(n + 1) },
      }),
    )
    await it.store.cache.savePage(page(households, { areaCode, isFresh: true }))
  }
  const again = await storeOf('district', it.open.keys)
  const start = performance.now()
  await again.store.open()
  await vi.waitFor(() => expect(again.store.index.read(null)).toHaveLength(4000), { timeout: 20_000, interval: 20 })
  const opened = performance.now() - start
  const listing = performance.now()
  expect(again.store.index.read('49010001')).toHaveLength(400)
  expect(performance.now() - listing).toBeLessThan(50)
  // With the simulated database of this test; a phone's is faster.
  expect(opened).toBeLessThan(3000)
})
