import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeviceId } from '../ledger/identifiers.ts'
import type { CommandEnvelope } from './command-envelope.ts'
import {
  asNewDevice,
  type DeviceState,
  forgettableUpTo,
  hasTwin,
  isRestored,
  judgeBatchOrder,
  newDevice,
  rewindTo,
  takeReport,
  takeStanding,
} from './device-state.ts'

const deviceId = '00000000-0000-4000-8000-000000000001' as DeviceId
const state = (over: Partial<DeviceState> = {}): DeviceState => ({ ...newDevice(deviceId), ...over })
const commands = (...sequences: number[]) => sequences.map(n => ({ sequence: n, commandId: `c${n}` as never }))

describe('what the server says of a device', () => {
  test('marks rise only, within one epoch: an old answer that comes late changes nothing', () => {
    const now = state({ epoch: 'a', nextSequence: 10, sentUpTo: 7, safeUpTo: 4 })
    expect(takeStanding(now, { epoch: 'a', upTo: 5, durableUpTo: 2 })).toEqual(now)
    expect(takeStanding(now, { epoch: 'a', upTo: 9, durableUpTo: 7 })).toMatchObject({ sentUpTo: 9, safeUpTo: 7 })
  })

  test('a new epoch turns them back to what the restored database has', () => {
    const now = state({ epoch: 'a', nextSequence: 10, sentUpTo: 9, safeUpTo: 6 })
    expect(takeStanding(now, { epoch: 'b', upTo: 6, durableUpTo: 6 })).toMatchObject({
      epoch: 'b',
      sentUpTo: 6,
      safeUpTo: 6,
    })
  })

  test('unasked, the server’s mark makes nothing count as sent: it may be a copy’s', () => {
    const copy = state({ epoch: 'a', nextSequence: 5, sentUpTo: 3, safeUpTo: 2 })
    expect(takeReport(copy, { epoch: 'a', upTo: 4, durableUpTo: 4 })).toEqual({ ...copy, safeUpTo: 4 })
    expect(forgettableUpTo(takeReport(copy, { epoch: 'a', upTo: 4, durableUpTo: 4 }))).toBe(3)
  })

  test('a restored server is offered again all that is still held', () => {
    const now = state({ epoch: 'a', nextSequence: 10, sentUpTo: 9, safeUpTo: 6 })
    expect(isRestored(now, { epoch: 'b', upTo: 7, durableUpTo: 7 })).toBe(true)
    expect(isRestored(state(), { epoch: 'b', upTo: 7, durableUpTo: 7 })).toBe(false)
    expect(takeReport(now, { epoch: 'b', upTo: 7, durableUpTo: 7 })).toMatchObject({
      epoch: 'b',
      sentUpTo: 0,
      safeUpTo: 7,
    })
  })

  test('only what is sent and backed up may leave, whatever the server says', () => {
    const standing = fc.record({ epoch: fc.constantFrom('a', 'b'), upTo: fc.nat(20), durableUpTo: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 12 }), said => {
        const after = said.reduce(takeStanding, state({ nextSequence: 21 }))
        return forgettableUpTo(after) <= after.sentUpTo && forgettableUpTo(after) <= after.safeUpTo
      }),
    )
  })

  test('a server that holds more than the device has made knows a twin', () => {
    const now = state({ epoch: 'a', nextSequence: 5 })
    expect(hasTwin(now, { epoch: 'a', upTo: 4, durableUpTo: 0 })).toBe(false)
    expect(hasTwin(now, { epoch: 'a', upTo: 5, durableUpTo: 0 })).toBe(true)
  })

  test('a gap is sent again from where the server says', () => {
    expect(rewindTo(state({ sentUpTo: 9 }), 4).sentUpTo).toBe(3)
  })

  test('under an id of its own it still knows the epoch its photos and drafts went to', () => {
    const renewed = asNewDevice('00000000-0000-4000-8000-000000000002' as DeviceId, [], 'a')
    expect(isRestored(renewed.state, { epoch: 'b', upTo: 0, durableUpTo: 0 })).toBe(true)
  })

  test('a copy goes on under an id of its own with everything it holds, in order, ids unchanged', () => {
    const held = commands(7, 8, 9) as unknown as CommandEnvelope[]
    const renewed = asNewDevice('00000000-0000-4000-8000-000000000002' as DeviceId, held)
    expect(renewed.held.map(c => [c.sequence, c.commandId])).toEqual([
      [1, 'c7'],
      [2, 'c8'],
      [3, 'c9'],
    ])
    expect(renewed.state).toMatchObject({ nextSequence: 4, sentUpTo: 0, epoch: null })
  })
})

describe('the order of a batch', () => {
  const ask = (over: Partial<Parameters<typeof judgeBatchOrder>[0]> = {}) =>
    judgeBatchOrder({
      standing: { epoch: 'a', upTo: 3, durableUpTo: 0 },
      epoch: 'a',
      firstHeld: 1,
      commands: commands(4, 5),
      heldIds: new Map(),
      ...over,
    })

  test.each([
    ['the next ones', {}, { ok: true }],
    [
      'some again',
      {
        commands: commands(2, 3, 4),
        heldIds: new Map([
          [2, 'c2'],
          [3, 'c3'],
        ]),
      },
      { ok: true },
    ],
    ['a device that has not heard the epoch yet', { epoch: null }, { ok: true }],
    ['another epoch', { epoch: 'z' }, { ok: false, code: 'epoch-changed' }],
    ['one skipped', { commands: commands(5) }, { ok: false, code: 'sequence-gap', expected: 4 }],
    ['one skipped that the device let go', { commands: commands(7), firstHeld: 7 }, { ok: true }],
    ['one skipped within', { commands: commands(4, 6) }, { ok: false, code: 'sequence-broken' }],
    ['a number twice', { commands: commands(4, 4) }, { ok: false, code: 'sequence-broken' }],
    [
      'another’s command under a number',
      { commands: commands(3, 4), heldIds: new Map([[3, 'other']]) },
      { ok: false, code: 'device-cloned' },
    ],
  ] as const)('%s', (_, over, verdict) => {
    expect(ask(over as never)).toEqual(verdict)
  })
})
