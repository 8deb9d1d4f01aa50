import 'fake-indexeddb/auto'
import { importedHousehold, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import Dexie from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { beginDraft } from '../survey/draft.ts'
import { clockOf } from './clock.ts'
import { createServerDouble } from './server-double.ts'
import { openWorkplace } from './workplace.ts'

afterEach(() => vi.unstubAllGlobals())

const household = importedHousehold([])
const deviceId = '00000000-0000-4000-8000-0000000000dd'

/** A phone as the app before this one left it: everything in clear. */
const oldPhone = async (personId: string): Promise<void> => {
  const old = new Dexie(`thaiqm-field-${personId}`)
  old.version(1).stores({
    villages: 'areaCode',
    summaries: 'householdId, areaCode, waiting',
    documents: 'householdId, areaCode',
    drafts: 'householdId',
    commands: 'sequence, ledgerId',
    parked: 'commandId',
    receipts: 'commandId, ledgerId, receiptNumber',
    photos: 'hash, state',
    facts: 'key',
  })
  await old.table('facts').bulkPut([
    { key: 'deviceId', value: deviceId },
    { key: 'nextSequence', value: 9 },
    { key: 'epoch', value: 'e1' },
  ])
  await old.table('documents').put({ householdId: household.id, areaCode: household.areaCode, household })
  const draft = beginDraft(household, { ...reXrayRound, formVersion: 're-x-ray-2567' }, roundMorning, () => testId(7))
  await old.table('drafts').put({ ...draft, note: 'ร่างเดิมในเครื่อง' })
  await old.table('commands').bulkPut(
    [7, 8].map(sequence => ({
      commandId: testId(sequence),
      sequence,
      ledgerKind: 'household',
      ledgerId: household.id,
      type: 'RecordVisit',
      input: { note: `งานค้าง ${sequence}` },
      madeAt: roundMorning,
      basedOnVersion: 1,
    })),
  )
  await old.table('photos').put({ hash: 'a'.repeat(64), bytes: new Blob(['ภาพเดิม']), state: 'waiting' })
  old.close()
}

test('unsent commands, drafts and photos of the app before this one come over, are sent, and lie sealed from then on', async () => {
  await oldPhone('upgraded')
  const server = await createServerDouble(roundMorning)
  server.upTo = 6
  server.durable = false
  vi.stubGlobal('window', { fetch: (url: string, init: RequestInit) => server.fetch(url, init) })
  const judge = { actor: people.villageHead, clock: clockOf({ now: roundMorning, readAtMs: Date.now() }), rounds: [] }
  const day = await openWorkplace('upgraded', judge)
  expect(await day.outbox.state()).toMatchObject({ deviceId, nextSequence: 9, sentUpTo: 6 })
  server.isReachable = false
  await day.sync.flush()
  await day.vault.create('493817')
  expect((await day.drafts.findFor(household.id))?.draft.note).toBe('ร่างเดิมในเครื่อง')
  server.isReachable = true
  day.hasSession = true
  await day.sync.flush()
  expect(server.commands.map(({ sequence, opened }) => [sequence, opened])).toEqual([
    [7, { note: 'งานค้าง 7' }],
    [8, { note: 'งานค้าง 8' }],
  ])
  expect([...server.drafts.values()]).toMatchObject([{ content: { note: 'ร่างเดิมในเครื่อง' } }])
  expect([...server.photos]).toEqual(['a'.repeat(64)])
  const rest = await Promise.all([
    day.database.commands.toArray(),
    day.database.forms.toArray(),
    day.database.photos.toArray(),
  ])
  expect(JSON.stringify(rest)).not.toMatch(/งานค้าง|ร่างเดิม|ภาพเดิม/)
  expect(rest[0].every(row => row.input === undefined && row.sealed !== undefined)).toBe(true)
  expect(rest[2].every(row => row.bytes === undefined)).toBe(true)
  expect(day.database.tables.map(table => table.name)).not.toContain('documents')
})

test('what the app before this one left is sent from a phone that nobody has unlocked yet', async () => {
  await oldPhone('still-locked')
  const server = await createServerDouble(roundMorning)
  vi.stubGlobal('window', { fetch: (url: string, init: RequestInit) => server.fetch(url, init) })
  const judge = { actor: people.villageHead, clock: clockOf({ now: roundMorning, readAtMs: Date.now() }), rounds: [] }
  const day = await openWorkplace('still-locked', judge)
  day.hasSession = true
  server.upTo = 6
  await day.sync.flush()
  expect(server.commands.map(({ opened }) => opened)).toEqual([{ note: 'งานค้าง 7' }, { note: 'งานค้าง 8' }])
})
