import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openFieldDatabase } from '../platform/field-database.ts'
import { createVault, type Vault } from './vault.ts'

const DAY = 24 * 60 * 60 * 1000
const PIN = '493817'
const report = { share: 'server-share', isLocked: false, viewDays: 7, eraseDays: 30 }

const vaultOf = (name: string) => {
  const clock = { ms: Date.parse('2024-01-12T02:00:00.000Z') }
  const dropped = { times: 0 }
  const database = openFieldDatabase(name)
  const open = () =>
    createVault({
      database,
      now: () => clock.ms,
      rounds: 1000,
      dropHouseholds: async () => {
        dropped.times += 1
      },
    })
  return { clock, dropped, database, open }
}

/** The app closed and opened again: nothing but the disk is left. */
const reopened = async (open: () => Vault): Promise<Vault> => {
  const vault = open()
  await vault.begin()
  return vault
}

const keysOf = (vault: Vault) => {
  const keys = vault.keys()
  return keys && [keys.work.id, keys.cache?.id ?? null]
}

test('the PIN opens the same keys again; a wrong one opens nothing and costs a try', async () => {
  const { open } = vaultOf('opens')
  const first = await reopened(open)
  expect(first.read().kind).toBe('absent')
  await first.takeReport(report)
  expect(await first.create(PIN)).toEqual({ ok: true })
  const keys = keysOf(first)
  expect(keys?.[1]).not.toBeNull()
  const again = await reopened(open)
  expect(again.read()).toMatchObject({ kind: 'locked', triesLeft: 10 })
  expect(await again.unlock('493818')).toEqual({ ok: false, code: 'wrong-pin', triesLeft: 9 })
  expect(again.keys()).toBeUndefined()
  expect(await again.unlock(PIN)).toEqual({ ok: true })
  expect(keysOf(again)).toEqual(keys)
})

test('a PIN that is easily guessed is not taken', async () => {
  const { open } = vaultOf('weak')
  const vault = await reopened(open)
  expect(await vault.create('123456')).toEqual({ ok: false, code: 'in-order' })
  expect(vault.read().kind).toBe('absent')
})

test('ten wrong PINs drop the households, not one’s own work; the right one then opens nothing until the server knows who it is', async () => {
  const { open, dropped } = vaultOf('ten')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const [work] = keysOf(vault) ?? []
  await vault.lock()
  for (let left = 9; left > 0; left -= 1) {
    // Closing the app in between wins no tries.
    const tried = left % 3 === 0 ? await reopened(open) : vault
    expect(await tried.unlock('000001')).toEqual({ ok: false, code: 'wrong-pin', triesLeft: left })
  }
  expect(dropped.times).toBe(0)
  expect(await vault.unlock('000001')).toEqual({ ok: false, code: 'pins-used-up', triesLeft: 0 })
  expect(dropped.times).toBe(1)
  expect(await vault.unlock(PIN)).toEqual({ ok: false, code: 'pins-used-up', triesLeft: 0 })
  await vault.allowReset()
  expect(vault.read()).toMatchObject({ kind: 'locked', triesLeft: 10, mayReset: true })
  expect(await vault.unlock(PIN)).toEqual({ ok: true })
  expect(keysOf(vault)).toEqual([work, null])
  await vault.takeReport(report)
  expect(keysOf(vault)?.[1]).not.toBeNull()
})

test('a try is counted though the app is closed before its answer', async () => {
  const { open } = vaultOf('counted')
  await (await reopened(open)).create(PIN)
  await Promise.all([1, 2, 3].map(async n => (await reopened(open)).unlock(`00000${n}`)))
  expect((await reopened(open)).read()).toMatchObject({ triesLeft: 7 })
})

test('without contact households close after seven days and go after thirty; one’s own work stays open', async () => {
  const { open, clock, dropped, database } = vaultOf('lease')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const keys = keysOf(vault)
  clock.ms += 7 * DAY + 1
  await vault.tick()
  expect(keysOf(vault)).toEqual([keys?.[0], null])
  expect((await database.vault.get('vault'))?.share).toBeNull()
  // Setting the clock back does not bring the share back.
  clock.ms -= 7 * DAY
  const later = await reopened(open)
  expect(await later.unlock(PIN)).toEqual({ ok: true })
  expect(keysOf(later)).toEqual([keys?.[0], null])
  // Contact does: the same households are open again.
  await later.takeReport(report)
  expect(keysOf(later)).toEqual(keys)
  expect(dropped.times).toBe(0)
  clock.ms += 30 * DAY + 1
  const muchLater = await reopened(open)
  expect(dropped.times).toBe(1)
  expect(await muchLater.unlock(PIN)).toEqual({ ok: true })
  expect(keysOf(muchLater)).toEqual([keys?.[0], null])
  await muchLater.takeReport(report)
  expect(keysOf(muchLater)?.[1]).not.toBe(keys?.[1])
})

test('the clock that ran ahead counts, until the server has been heard again', async () => {
  const { open, clock } = vaultOf('ahead')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  clock.ms += 8 * DAY
  await vault.tick()
  clock.ms -= 8 * DAY
  await vault.tick()
  expect(keysOf(vault)?.[1]).toBeNull()
  await vault.takeReport(report)
  clock.ms += 6 * DAY
  await vault.tick()
  expect(keysOf(vault)?.[1]).not.toBeNull()
})

test('an office that locks the phone closes and drops its households at the next contact; own work stays open', async () => {
  const { open, dropped, database } = vaultOf('locked')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const [work] = keysOf(vault) ?? []
  await vault.takeReport({ ...report, isLocked: true, share: null })
  expect(keysOf(vault)).toEqual([work, null])
  expect(dropped.times).toBe(1)
  expect(await database.vault.get('vault')).toMatchObject({ cache: null, share: null })
})

test('another PIN opens the same keys, the old one no more', async () => {
  const { open, dropped } = vaultOf('changed')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const keys = keysOf(vault)
  expect(await vault.changePin(PIN, '111111')).toEqual({ ok: false, code: 'repeated' })
  expect(await vault.changePin('493816', '904716')).toMatchObject({ ok: false, code: 'wrong-pin' })
  expect(await vault.unlock(PIN)).toEqual({ ok: true })
  expect(await vault.changePin(PIN, '904716')).toEqual({ ok: true })
  const again = await reopened(open)
  expect(await again.unlock(PIN)).toMatchObject({ ok: false, triesLeft: 9 })
  expect(await again.unlock('904716')).toEqual({ ok: true })
  expect(keysOf(again)).toEqual(keys)
  expect(dropped.times).toBe(0)
})

test('another share of the server, as of a device under another id, keeps the households when the vault is open', async () => {
  const { open, dropped } = vaultOf('moved')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const keys = keysOf(vault)
  await vault.takeReport({ ...report, share: 'another-share' })
  const again = await reopened(open)
  await again.unlock(PIN)
  expect(keysOf(again)).toEqual(keys)
  expect(dropped.times).toBe(0)
})

test('capturing goes on without a PIN, under a key that lasts as long as the app is open', async () => {
  const { open } = vaultOf('capture')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const [work] = keysOf(vault) ?? []
  await vault.lock()
  await vault.openForCapture()
  expect(vault.keys()).toMatchObject({ cache: null, isPassing: true })
  expect(keysOf(vault)?.[0]).not.toBe(work)
  // The server is heard meanwhile: without the PIN households stay closed all the same.
  await vault.takeReport(report)
  expect(vault.keys()?.cache).toBeNull()
})

test('no key of the vault can be taken out of it', async () => {
  const { open, database } = vaultOf('sealed-in')
  const vault = await reopened(open)
  await vault.takeReport(report)
  await vault.create(PIN)
  const keys = vault.keys()
  const record = await database.vault.get('vault')
  for (const key of [keys?.work.key, keys?.cache?.key, record?.deviceKey])
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow()
})
