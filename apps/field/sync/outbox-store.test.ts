import 'fake-indexeddb/auto'
import type { PushReply, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import { enqueue, settle } from '@thaiqm/core/sync/outbox.ts'
import { expect, test } from 'vitest'
import { deviceIdOf, openFieldDatabase } from '../platform/field-database.ts'
import { createOutboxStore } from './outbox-store.ts'

const command = (n: number) =>
  ({
    commandId: `00000000-0000-4000-8000-00000000000${n}`,
    ledgerKind: 'household',
    ledgerId: '10000000-0000-4000-8000-000000000000',
    type: 'RecordVisit',
    input: { note: `ครั้งที่ ${n}` },
    madeAt: '2024-01-12T03:00:00.000Z',
    basedOnVersion: 3,
  }) as unknown as UnnumberedCommand

const reply = (receipts: readonly { n: number; outcome: 'applied' | 'parked' }[]) =>
  ({
    epoch: 'first',
    upTo: 9,
    durableUpTo: 0,
    receipts: receipts.map(({ n, outcome }) => ({
      commandId: command(n).commandId,
      receiptNumber: 100 + n,
      outcome,
      version: outcome === 'applied' ? 4 : null,
      refusal: outcome === 'parked' ? { code: 'outside-area', details: {} } : null,
    })),
  }) as unknown as PushReply

test('what was put in the outbox is there, in order and numbered on, after the app was closed', async () => {
  const first = openFieldDatabase('closes')
  const store = createOutboxStore(first)
  await store.save(enqueue(enqueue(await store.load(), command(1)), command(2)))
  first.close()

  const again = createOutboxStore(openFieldDatabase('closes'))
  const outbox = await again.load()
  expect(outbox.waiting.map(c => [c.sequence, c.commandId])).toEqual([
    [1, command(1).commandId],
    [2, command(2).commandId],
  ])
  await again.save(enqueue(outbox, command(3)))
  expect((await again.load()).waiting.map(c => c.sequence)).toEqual([1, 2, 3])
})

test('receipts empty the outbox, keep what was parked, and never use a number again', async () => {
  const store = createOutboxStore(openFieldDatabase('settles'))
  await store.save(enqueue(enqueue(await store.load(), command(1)), command(2)))
  await store.save(
    settle(
      await store.load(),
      reply([
        { n: 1, outcome: 'applied' },
        { n: 2, outcome: 'parked' },
      ]),
    ),
  )
  const outbox = await store.load()
  expect(outbox.waiting).toEqual([])
  expect(outbox.parked.map(p => p.receipt.refusal?.code)).toEqual(['outside-area'])
  expect(outbox.epoch).toBe('first')
  await store.save(enqueue(outbox, command(3)))
  expect((await store.load()).waiting.map(c => c.sequence)).toEqual([3])
})

test('two people on one phone have two outboxes and are two devices', async () => {
  const somchai = openFieldDatabase('somchai')
  const malee = openFieldDatabase('malee')
  const store = createOutboxStore(somchai)
  await store.save(enqueue(await store.load(), command(1)))
  expect((await createOutboxStore(malee).load()).waiting).toEqual([])
  expect(await deviceIdOf(somchai)).toBe(await deviceIdOf(somchai))
  expect(await deviceIdOf(somchai)).not.toBe(await deviceIdOf(malee))
})

test('what another tab put in while this one was sending is neither lost nor numbered twice', async () => {
  const database = openFieldDatabase('two-tabs')
  const [sending, other] = [createOutboxStore(database), createOutboxStore(database)]
  await sending.save(enqueue(await sending.load(), command(1)))
  const before = await sending.load()
  await other.save(enqueue(await other.load(), command(2)))
  await sending.save(settle(before, reply([{ n: 1, outcome: 'applied' }])))
  const outbox = await sending.load()
  expect(outbox.waiting.map(c => [c.sequence, c.commandId])).toEqual([[2, command(2).commandId]])
  expect(outbox.nextSequence).toBe(3)
})
