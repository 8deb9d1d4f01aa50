import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sealAsPhone } from './seal-as-phone.ts'
import { readUnsentWorkKeys } from './unsent-work-keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'unsent-keys-'))
afterAll(() => rm(folder, { recursive: true }))

test('what a phone sealed is opened here, also after a restart, and for its own owner only', async () => {
  const path = join(folder, 'keys', 'unsent-work.json')
  const first = await readUnsentWorkKeys(path)
  const sealed = await sealAsPhone(first.publicKey, '{"note":"น้ำท่วมทุกปี"}', 'command-1')
  expect(sealed).not.toContain('น้ำ')
  const again = await readUnsentWorkKeys(path)
  expect(again.publicKey).toEqual(first.publicKey)
  expect(await again.open(sealed, 'command-1')).toBe('{"note":"น้ำท่วมทุกปี"}')
  expect(await again.open(sealed, 'command-2')).toBeUndefined()
})

test('what was packed before it was sealed is unpacked; what unpacks to more than any form is not opened', async () => {
  const keys = await readUnsentWorkKeys(join(folder, 'packed.json'))
  expect(await keys.open(await sealAsPhone(keys.publicKey, 'น้ำท่วม'.repeat(500), 'c', true), 'c')).toBe(
    'น้ำท่วม'.repeat(500),
  )
  const bomb = await sealAsPhone(keys.publicKey, 'a'.repeat(20_000_000), 'c', true)
  expect(bomb.length).toBeLessThan(40_000)
  expect(await keys.open(bomb, 'c')).toBeUndefined()
})

test('what is damaged, cut, foreign or no sealed text at all is not opened and not an error', async () => {
  const here = await readUnsentWorkKeys(join(folder, 'here.json'))
  const there = await readUnsentWorkKeys(join(folder, 'there.json'))
  const foreign = await sealAsPhone(there.publicKey, 'x', 'c')
  const own = await sealAsPhone(here.publicKey, 'x', 'c')
  const flipped = `${own.slice(0, -2)}${own.endsWith('AA') ? 'BB' : 'AA'}`
  for (const sealed of [foreign, flipped, own.slice(0, 60), 'a.b.c.d.e', ''])
    expect(await here.open(sealed, 'c')).toBeUndefined()
  expect(await here.open(own, 'c')).toBe('x')
})
