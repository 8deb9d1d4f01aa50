import 'fake-indexeddb/auto'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { expect, test } from 'vitest'
import { openFieldDatabase } from '../platform/field-database.ts'
import { createSealer } from '../vault/sealer.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { makePassingKey } from '../vault/vault-crypto.ts'
import { fitInside, hashOf } from './encode-photo.ts'
import { createPhotoStore, photosIn } from './photo-store.ts'

const bytes = (text: string) => new Blob([text], { type: 'image/jpeg' })

const storeOf = async (name: string) => {
  const database = openFieldDatabase(name)
  const open: { keys: VaultKeys | undefined } = {
    keys: { work: await makePassingKey(), cache: null, isPassing: false },
  }
  const keys = () => open.keys
  return { database, open, photos: createPhotoStore({ database, sealer: createSealer(database, keys), keys }) }
}

test('only photos of a sent form are uploaded; a draft’s stay with it', async () => {
  const { photos } = await storeOf('photos')
  const [house, toilet] = ['a'.repeat(64), 'b'.repeat(64)]
  await photos.keepForDraft(house, bytes('house'))
  await photos.keepForDraft(toilet, bytes('toilet'))
  await photos.keepForSending({ photos: [house], verdicts: [] })
  expect(await photos.outbox.toSend(9)).toEqual([house])
  expect(Buffer.from((await photos.outbox.read(house)) ?? []).toString()).toBe('house')
})

test('while the phone is locked no photo is shown or sent, and none is lost', async () => {
  const { photos, open } = await storeOf('photos-locked')
  const house = 'a'.repeat(64)
  await photos.keepForDraft(house, bytes('house'))
  await photos.keepForSending({ photos: [house] })
  const { keys } = open
  open.keys = undefined
  expect(await photos.outbox.toSend(9)).toEqual([])
  expect(await photos.outbox.read(house)).toBeNull()
  expect(await photos.find(house)).toBeNull()
  open.keys = keys
  expect(await (await photos.find(house))?.text()).toBe('house')
  expect((await photos.find(house))?.type).toBe('image/jpeg')
})

test('a photo uploaded before is not uploaded again when another form names it', async () => {
  const { photos, database } = await storeOf('photos-again')
  const house = 'c'.repeat(64)
  await photos.keepForDraft(house, bytes('house'))
  await photos.outbox.mark(house, 'sent', '2024-01-12T03:00:00.000Z' as Instant)
  await photos.keepForDraft(house, bytes('house'))
  await photos.keepForSending({ photos: [house] })
  expect((await database.photos.get(house))?.state).toBe('sent')
  const [before, after] = ['2024-01-12T02:59:00.000Z', '2024-01-12T03:01:00.000Z'] as Instant[]
  await photos.forgetSafe('[]', null)
  await photos.forgetSafe('[]', before ?? null)
  expect(await database.photos.count(), 'not in a backup yet').toBe(1)
  await photos.forgetSafe(`["${house}"]`, after ?? null)
  expect(await database.photos.count()).toBe(1)
  await photos.forgetSafe('[]', after ?? null)
  expect(await database.photos.count()).toBe(0)
})

test('evidence deep inside the form counts as named', () => {
  const hash = 'd'.repeat(64)
  const input = { verdicts: [{ evidence: [{ kind: 'photo', photo: hash, caption: '' }] }], note: hash.slice(1) }
  expect(photosIn(input)).toEqual([hash])
})

test('a photo is named by its content and made to fit, never larger', async () => {
  expect(await hashOf(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(fitInside(4000, 3000, 1280)).toEqual([1280, 960])
  expect(fitInside(640, 480, 1280)).toEqual([640, 480])
})
