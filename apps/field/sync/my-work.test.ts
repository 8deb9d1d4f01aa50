import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { expect, test } from 'vitest'
import type { StoredReceipt } from '../platform/field-rows.ts'
import { type KnownWork, workByDay } from './my-work.ts'

const at = (text: string) => text as Instant

const LATER = at('2024-01-21T03:00:00.000Z')

const command = (n: number, madeAt: string) =>
  ({
    commandId: `c${n}`,
    ledgerId: 'house',
    type: 'RecordVisit',
    madeAt: at(madeAt),
    sequence: n,
  }) as KnownWork['held'][number]

const receipt = (n: number, madeAt: string, outcome: StoredReceipt['outcome'] = 'applied') =>
  ({
    commandId: `c${n}`,
    receiptNumber: 100 + n,
    outcome,
    version: null,
    refusal: null,
    sequence: n,
    ledgerId: 'house',
    type: 'RecordVisit',
    madeAt: at(madeAt),
    receivedAt: at('2024-01-20T03:00:00.000Z'),
  }) as unknown as StoredReceipt

const shown = (work: KnownWork) =>
  workByDay(work).map(({ day, done }) => [
    day,
    ...done.map(one => `${one.commandId} ${one.state} ${one.receiptNumber}`),
  ])

test('work stands by the day it was done in Bangkok, the newest first, with how far it has come', () => {
  expect(
    shown({
      held: [command(3, '2024-01-12T16:59:00.000Z'), command(4, '2024-01-12T17:01:00.000Z')],
      receipts: [
        receipt(1, '2024-01-11T02:00:00.000Z'),
        receipt(2, '2024-01-12T02:00:00.000Z', 'parked'),
        receipt(3, '2024-01-12T16:59:00.000Z'),
      ],
      sentUpTo: 3,
      heard: { heardAt: LATER, openParked: ['c2'] },
    }),
  ).toEqual([
    ['2024-01-13', 'c4 on-phone null'],
    ['2024-01-12', 'c3 sent 103', 'c2 parked 102'],
    ['2024-01-11', 'c1 safe 101'],
  ])
})

test('what an officer has settled waits no more; before the server has said so it does', () => {
  const work = { held: [], receipts: [receipt(2, '2024-01-12T02:00:00.000Z', 'parked')], sentUpTo: 2 }
  expect(shown({ ...work, heard: { heardAt: LATER, openParked: [] } })).toEqual([['2024-01-12', 'c2 safe 102']])
  expect(shown({ ...work, heard: {} })).toEqual([['2024-01-12', 'c2 parked 102']])
  // The report of the same round came before it was sent.
  const heardAt = at('2024-01-20T02:59:59.000Z')
  expect(shown({ ...work, heard: { heardAt, openParked: [] } })).toEqual([['2024-01-12', 'c2 parked 102']])
})

test('what the server has and has not answered yet is sent; rows of an older app stand by their receipt', () => {
  const { madeAt: _madeAt, ...older } = receipt(1, '2024-01-01T02:00:00.000Z')
  expect(shown({ held: [command(5, '2024-01-21T02:00:00.000Z')], receipts: [older], sentUpTo: 5, heard: {} })).toEqual([
    ['2024-01-21', 'c5 sent null'],
    ['2024-01-20', 'c1 safe 101'],
  ])
})
