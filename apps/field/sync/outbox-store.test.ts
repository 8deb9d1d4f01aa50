import 'fake-indexeddb/auto'
import type { Receipt, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import { asNewDevice, takeStanding } from '@thaiqm/core/sync/device-state.ts'
import { expect, test } from 'vitest'
import { type FieldDatabase, nameDevice, openFieldDatabase } from '../platform/field-database.ts'
import { createServerDouble } from '../platform/server-double.ts'
import { createSealer } from '../vault/sealer.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { makePassingKey } from '../vault/vault-crypto.ts'
import { createOutboxStore } from './outbox-store.ts'

const now = '2024-01-12T03:00:00.000Z' as never
const ledgerId = '10000000-0000-4000-8000-000000000000'

const command = (n: number) =>
  ({
    commandId: `00000000-0000-4000-8000-00000000000${n}`,
    ledgerKind: 'household',
    ledgerId,
    type: 'RecordVisit',
    input: { note: `ครั้งที่ ${n}` },
    madeAt: now,
    basedOnVersion: 3,
  }) as unknown as UnnumberedCommand

const receipt = (n: number, outcome: Receipt['outcome'], version: number | null = 4): Receipt => ({
  commandId: command(n).commandId,
  receiptNumber: 100 + n,
  outcome,
  version: outcome === 'parked' ? null : version,
  refusal: outcome === 'parked' ? { code: 'outside-area', details: {} } : null,
})

/** The outbox as one run of the app has it; `hasKey`: this phone has heard the server's public key. */
const run = async (database: FieldDatabase, keys: VaultKeys | undefined, hasKey = true) => {
  await nameDevice(database)
  const sealer = createSealer(database, () => keys)
  const server = await createServerDouble(now)
  if (hasKey) {
    const report = await server.fetch('/api/devices/report', { method: 'POST', body: '{"deviceId":"d"}' })
    await sealer.takeSealingKey((await report.json()).sealingKey)
  }
  const answered: string[] = []
  const store = createOutboxStore({
    database,
    sealer,
    keys: () => keys,
    now: () => now,
    onAnswered: ids => answered.push(...ids),
  })
  return { store, server, answered, sealer }
}

const unlocked = async (): Promise<VaultKeys> => ({ work: await makePassingKey(), cache: null, isPassing: false })

const standing = (upTo: number, durableUpTo: number) => ({ epoch: 'e1', upTo, durableUpTo })

test('what was put in the outbox is there, sealed, in order and numbered on, after the app was closed', async () => {
  const database = openFieldDatabase('closes')
  const { store } = await run(database, await unlocked())
  const made = await Promise.all([store.add(command(1)), store.add(command(2))])
  expect(made.map(one => one.sequence).sort()).toEqual([1, 2])
  database.close()
  const again = await run(openFieldDatabase('closes'), undefined, false)
  const held = await again.store.after(0, 10)
  expect(held.map(one => one.sequence)).toEqual([1, 2])
  expect(held.every(one => one.input === undefined && one.sealed !== undefined)).toBe(true)
  expect(await again.store.firstHeld()).toBe(1)
  expect((await again.store.state()).nextSequence).toBe(3)
})

test('a command stays until the server has it and a backup too, and its receipt stays for ever', async () => {
  const database = openFieldDatabase('stays')
  const { store, answered } = await run(database, await unlocked())
  for (const n of [1, 2, 3]) await store.add(command(n))
  await store.change(state => ({
    state: takeStanding(state, standing(2, 0)),
    receipts: [receipt(1, 'applied'), receipt(2, 'parked')],
  }))
  expect((await store.after(0, 10)).map(one => one.sequence)).toEqual([1, 2, 3])
  expect(await store.holdings()).toMatchObject({ waiting: 1, unsafe: 2, oldestWaitingAt: now })
  expect(answered).toEqual([ledgerId])
  await store.change(state => ({ state: takeStanding(state, standing(2, 1)) }))
  expect((await store.after(0, 10)).map(one => one.sequence)).toEqual([2, 3])
  expect(await store.firstHeld()).toBe(2)
  expect(await database.receipts.count()).toBe(2)
  expect(await database.receipts.get(command(1).commandId)).toMatchObject({
    sequence: 1,
    type: 'RecordVisit',
    madeAt: now,
  })
})

test('a restored server gets again what its backup does not have', async () => {
  const { store } = await run(openFieldDatabase('restored'), await unlocked())
  for (const n of [1, 2]) await store.add(command(n))
  await store.change(state => ({ state: takeStanding(state, standing(2, 1)) }))
  await store.change(state => ({ state: takeStanding(state, { ...standing(1, 1), epoch: 'e2' }) }))
  const { sentUpTo } = await store.state()
  expect((await store.after(sentUpTo, 10)).map(one => one.commandId)).toEqual([command(2).commandId])
})

test('a copied phone goes on under another id with everything it holds, numbered anew in the same order', async () => {
  const database = openFieldDatabase('copied')
  const { store } = await run(database, await unlocked())
  for (const n of [1, 2, 3]) await store.add(command(n))
  await store.change(state => ({ state: takeStanding(state, standing(1, 1)) }))
  await store.change((_state, held) => asNewDevice('00000000-0000-4000-8000-0000000000ff' as never, held()))
  expect((await store.after(0, 10)).map(one => [one.sequence, one.commandId])).toEqual([
    [1, command(2).commandId],
    [2, command(3).commandId],
  ])
  expect(await store.state()).toMatchObject({ nextSequence: 3, sentUpTo: 0 })
  expect((await store.add(command(4))).sequence).toBe(3)
})

test('two tabs never give one number twice', async () => {
  const database = openFieldDatabase('two-tabs')
  const keys = await unlocked()
  const tabs = [await run(database, keys), await run(openFieldDatabase('two-tabs'), keys)]
  await Promise.all([1, 2, 3, 4, 5, 6].map(n => tabs[n % 2]?.store.add(command(n))))
  expect((await database.commands.orderBy('sequence').primaryKeys()) as number[]).toEqual([1, 2, 3, 4, 5, 6])
})

test('before the server’s key is known a command waits under one’s own key, and is sealed as soon as it is', async () => {
  const database = openFieldDatabase('no-key-yet')
  const keys = await unlocked()
  const { store } = await run(database, keys, false)
  await store.add(command(1))
  expect(await store.after(0, 10)).toMatchObject([{ input: { note: 'ครั้งที่ 1' } }])
  const locked = await run(database, undefined, false)
  expect(await locked.store.after(0, 10)).toEqual([])
  const later = await run(database, keys)
  await later.store.sealTheRest()
  const [sealed] = await locked.store.after(0, 10)
  expect(await later.server.open(sealed?.sealed ?? '', command(1).commandId)).toEqual({ note: 'ครั้งที่ 1' })
})

test('own work is laid over a household until the server’s version shows it; what is parked is not shown as done', async () => {
  const { store } = await run(openFieldDatabase('laid-over'), await unlocked())
  for (const n of [1, 2, 3]) await store.add(command(n))
  const notes = async (base: number | null) =>
    (await store.laidOver(ledgerId, base)).map(({ input }) => (input as { note: string }).note)
  expect(await notes(3)).toEqual(['ครั้งที่ 1', 'ครั้งที่ 2', 'ครั้งที่ 3'])
  await store.change(state => ({
    state: takeStanding(state, standing(2, 0)),
    receipts: [receipt(1, 'applied', 4), receipt(2, 'parked')],
  }))
  expect(await notes(3)).toEqual(['ครั้งที่ 1', 'ครั้งที่ 3'])
  expect(await notes(4)).toEqual(['ครั้งที่ 3'])
  expect([...(await store.waitingByLedger())]).toEqual([[ledgerId, 1]])
})
