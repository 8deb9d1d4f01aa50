import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openFieldDatabase } from '../platform/field-database.ts'
import { fitInside, hashOf } from './encode-photo.ts'
import { keepDraftPhoto, keepPhotosForSending, photosIn } from './photo-store.ts'

const bytes = (text: string) => new Blob([text], { type: 'image/jpeg' })

test('only photos of a sent form are uploaded; a draft’s stay with it', async () => {
  const database = openFieldDatabase('photos')
  const [house, toilet] = ['a'.repeat(64), 'b'.repeat(64)]
  await keepDraftPhoto(database, house, bytes('house'))
  await keepDraftPhoto(database, toilet, bytes('toilet'))
  await keepPhotosForSending(database, { photos: [house], verdicts: [] })
  expect((await database.photos.get(house))?.state).toBe('waiting')
  expect((await database.photos.get(toilet))?.state).toBe('draft')
})

test('a photo uploaded before is not uploaded again when another form names it', async () => {
  const database = openFieldDatabase('photos-again')
  const house = 'c'.repeat(64)
  await database.photos.put({ hash: house, bytes: bytes('house'), state: 'sent' })
  await keepDraftPhoto(database, house, bytes('house'))
  await keepPhotosForSending(database, { photos: [house] })
  expect((await database.photos.get(house))?.state).toBe('sent')
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
