import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { VaultKeys } from '../vault/vault.ts'
import { createEarlierPhotos, type FetchPhoto } from './earlier-photos.ts'
import { photosOfHousehold } from './photos-of-household.ts'

const newKey = async (id: string) => ({
  id,
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
})

const photo = (hash: string, householdId = 'a') => ({ hash, householdId })
let people = 0

/** A phone whose network can be switched off and whose keys can be taken away. */
const phone = async () => {
  let keys: VaultKeys | undefined = { work: await newKey('work'), cache: await newKey('cache-1'), isPassing: false }
  let isOnline = true
  const asked: string[] = []
  const fetchPhoto: FetchPhoto = async ({ hash }) => {
    asked.push(hash)
    return isOnline ? new Blob([`photo ${hash}`], { type: 'image/jpeg' }) : null
  }
  people += 1
  return {
    photos: createEarlierPhotos({ personId: `person-${people}`, keys: () => keys, fetchPhoto }),
    asked,
    goOffline: () => {
      isOnline = false
    },
    loseHouseholds: async () => {
      keys = keys === undefined ? undefined : { ...keys, cache: await newKey('cache-2') }
    },
    mayNotSee: () => {
      keys = keys === undefined ? undefined : { ...keys, cache: null }
    },
  }
}

test('a photo once seen is there without a network', async () => {
  const { photos, goOffline, asked } = await phone()
  await photos.find(photo('x'))
  goOffline()
  expect(await (await photos.find(photo('x')))?.text()).toBe('photo x')
  expect(asked).toEqual(['x'])
  expect(await photos.find(photo('y'))).toBeNull()
})

test('all are fetched before a trip, each once, and fetching goes on where it was cut off', async () => {
  const { photos, asked } = await phone()
  await photos.find(photo('x'))
  const told: number[] = []
  expect(await photos.fetchAll([photo('x'), photo('y'), photo('z')], n => told.push(n))).toBe(true)
  expect(asked).toEqual(['x', 'y', 'z'])
  expect(told).toEqual([1, 2, 3])
  expect(await photos.here(['x', 'z', 'other'])).toEqual(new Set(['x', 'z']))
})

test('fetching says that it was cut off', async () => {
  const { photos, goOffline } = await phone()
  goOffline()
  expect(await photos.fetchAll([photo('x')], () => undefined)).toBe(false)
})

test('without the households’ key nothing is shown, counted or kept', async () => {
  const { photos, goOffline, mayNotSee } = await phone()
  await photos.find(photo('x'))
  mayNotSee()
  goOffline()
  expect(await photos.find(photo('x'))).toBeNull()
  expect(await photos.here(['x'])).toEqual(new Set())
})

test('photos sealed by a lost key, or of households that have gone, are taken away', async () => {
  const { photos, loseHouseholds, goOffline } = await phone()
  await photos.find(photo('old'))
  await loseHouseholds()
  await photos.find(photo('x', 'a'))
  await photos.find(photo('y', 'b'))
  await photos.sweep(new Set(['a']))
  goOffline()
  expect(await photos.here(['old', 'x', 'y'])).toEqual(new Set(['x']))
  expect(await photos.find(photo('old'))).toBeNull()
})

test('photos of a household are its own and those of its evidence, each once', () => {
  const evidence = [
    { kind: 'photo', photo: 'h2', caption: 'หลังคาใหม่' },
    { kind: 'document', title: 'ใบส่งมอบ' },
    { kind: 'photo', photo: 'h1', caption: '' },
  ]
  const household = { photos: ['h1'], problems: [{ evidence }], assistances: [{ evidence }] }
  expect(photosOfHousehold(household as unknown as Parameters<typeof photosOfHousehold>[0])).toEqual([
    { hash: 'h1', caption: '' },
    { hash: 'h2', caption: 'หลังคาใหม่' },
  ])
  expect(photosOfHousehold({ photos: [], problems: [], assistances: [] })).toEqual([])
})
