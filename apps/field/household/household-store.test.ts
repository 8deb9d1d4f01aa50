import 'fake-indexeddb/auto'
import type { Household } from '@thaiqm/core/household/household.ts'
import { enqueue } from '@thaiqm/core/sync/outbox.ts'
import { importedHousehold, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { clockOf } from '../platform/clock.ts'
import { type Judge, withWaiting } from '../platform/decide.ts'
import { type FieldDatabase, openFieldDatabase } from '../platform/field-database.ts'
import { createOutboxStore } from '../sync/outbox-store.ts'
import { createHouseholdStore } from './household-store.ts'

const judge: Judge = {
  actor: people.villageHead,
  clock: clockOf({ now: roundMorning, readAtMs: Date.now() }),
  rounds: [reXrayRound],
}

const storeOf = (database: FieldDatabase) =>
  createHouseholdStore({
    database,
    actor: () => judge.actor,
    roundIdFor: () => reXrayRound.id,
    layOver: async (id, household) =>
      withWaiting(id, household, await database.commands.where('ledgerId').equals(id).sortBy('sequence'), judge),
  })

const serverSays = (households: readonly Household[]) =>
  vi.stubGlobal('window', {
    fetch: async () =>
      new Response(JSON.stringify({ households, asOf: roundMorning }), {
        headers: { 'content-type': 'application/json' },
      }),
  })

afterEach(() => vi.unstubAllGlobals())

const village = async (database: FieldDatabase) =>
  database.villages.put({ areaCode: '49010507', nameTh: 'บ้านคำฮี', nameEn: '', asOf: null })

test('a village is listed from this phone after the network has gone', async () => {
  const database = openFieldDatabase('village')
  await village(database)
  const household = importedHousehold([oldProblem(0x100, 'P204')])
  serverSays([household])
  expect(await storeOf(database).refreshVillage('49010507')).toEqual({ ok: true })
  vi.stubGlobal('window', { fetch: () => Promise.reject(new TypeError('no network')) })
  expect(await storeOf(database).refreshVillage('49010507')).toMatchObject({ ok: false, failure: { kind: 'offline' } })
  expect(await database.summaries.toArray()).toMatchObject([
    { houseNumber: '97', oldProblems: 1, uncheckedProblems: 1, formState: 'NOT_STARTED', waiting: 0 },
  ])
  expect((await storeOf(database).find(household.id))?.problems).toHaveLength(1)
})

test('what this phone has not sent yet stays visible when the village is fetched again', async () => {
  const database = openFieldDatabase('overlay')
  await village(database)
  const household = importedHousehold([])
  const outbox = createOutboxStore(database)
  await outbox.save(
    enqueue(await outbox.load(), {
      commandId: '20000000-0000-4000-8000-000000000001' as never,
      ledgerKind: 'household',
      ledgerId: household.id,
      type: 'RecordVisit',
      input: { roundId: reXrayRound.id, outcome: 'VACANT', visitedAt: roundMorning, note: '', photos: [] },
      madeAt: roundMorning,
      basedOnVersion: household.version,
    }),
  )
  serverSays([household])
  await storeOf(database).refreshVillage('49010507')
  expect(await database.summaries.get(household.id)).toMatchObject({ status: 'VACANT', waiting: 1, isTarget: false })
})

test('a household that left my area leaves this phone, one with unsent work does not', async () => {
  const database = openFieldDatabase('left')
  await village(database)
  const household = importedHousehold([])
  const unsent = { ...household, id: '30000000-0000-4000-8000-000000000001' as Household['id'] }
  serverSays([household, unsent])
  await storeOf(database).refreshVillage('49010507')
  await database.commands.put({ sequence: 1, ledgerId: unsent.id } as never)
  serverSays([])
  await storeOf(database).refreshVillage('49010507')
  expect(await database.summaries.toCollection().primaryKeys()).toEqual([unsent.id])
})
