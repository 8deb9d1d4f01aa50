import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { VaultKeys } from '../vault/vault.ts'
import { createEarlierPhotos } from './earlier-photos.ts'
import type { FetchPhoto } from './fetch-photo.ts'

const newKey = async (id: string) => ({
  id,
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
})

const photo = (hash: string, householdId = 'a') => ({ hash, householdId })
const all = { most: 100 }
let people = 0

/** A phone whose network can be switched off and whose keys can be taken away. */
const phone = async () => {
  let keys: VaultKeys | undefined = { work: await newKey('work'), cache: await newKey('cache-1'), isPassing: false }
  let isOnline = true
  let isKept = true
  const asked: string[] = []
  const notYetSent = new Set<string>()
  const fetchPhoto: FetchPhoto = async ({ hash }) => {
    asked.push(hash)
    if (!isOnline) return 'unreachable'
    return notYetSent.has(hash) ? 'absent' : new Blob([`photo ${hash}`], { type: 'image/jpeg' })
  }
  people += 1
  const parts = { personId: `person-${people}`, keys: () => keys, fetchPhoto, keeps: async () => isKept }
  return {
    photos: createEarlierPhotos(parts),
    appOpenedAnew: () => createEarlierPhotos(parts),
    asked,
    notYetSent,
    goOffline: () => {
      isOnline = false
    },
    keepNone: () => {
      isKept = false
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

test('who keeps none sees them all the same while there is a network', async () => {
  const { photos, keepNone, goOffline } = await phone()
  keepNone()
  expect(await (await photos.find(photo('x')))?.text()).toBe('photo x')
  goOffline()
  expect(await photos.find(photo('x'))).toBeNull()
})

test('all are fetched before a trip, each once, and fetching goes on where it was cut off', async () => {
  const { photos, asked } = await phone()
  await photos.find(photo('x'))
  const told: number[] = []
  const wanted = [photo('x'), photo('y'), photo('z')]
  expect(await photos.fetch(wanted, { ...all, onProgress: n => told.push(n) })).toBe('whole')
  expect(asked).toEqual(['x', 'y', 'z'])
  expect(told).toEqual([1, 2, 3])
  expect(await photos.count(['x', 'z', 'other'])).toEqual({ all: 3, here: 2 })
})

test('a round fetches no more than it may, and stops when the free connection ends', async () => {
  const { photos, asked } = await phone()
  const wanted = [photo('x'), photo('y'), photo('z')]
  expect(await photos.fetch(wanted, { most: 2 })).toBe('cut-off')
  expect(asked).toEqual(['x', 'y'])
  expect(await photos.fetch(wanted, { most: 2, mayGoOn: () => false })).toBe('cut-off')
  expect(asked).toEqual(['x', 'y'])
  expect(await photos.fetch(wanted, { most: 2 })).toBe('whole')
})

test('fetching says that it was cut off', async () => {
  const { photos, goOffline } = await phone()
  goOffline()
  expect(await photos.fetch([photo('x')], all)).toBe('cut-off')
})

test('a photo that another phone has still to send keeps nothing up, is not counted, and comes later', async () => {
  const { photos, notYetSent, asked, appOpenedAnew } = await phone()
  notYetSent.add('y')
  const wanted = [photo('x'), photo('y'), photo('z')]
  expect(await photos.fetch(wanted, all)).toBe('whole')
  expect(await photos.count(['x', 'y', 'z'])).toEqual({ all: 2, here: 2 })
  await photos.fetch(wanted, all)
  expect(asked).toEqual(['x', 'y', 'z'])
  notYetSent.clear()
  const later = appOpenedAnew()
  await later.fetch(wanted, all)
  expect(await later.count(['x', 'y', 'z'])).toEqual({ all: 3, here: 3 })
})

test('without the households’ key nothing is shown, counted, asked or kept', async () => {
  const { photos, mayNotSee, asked } = await phone()
  await photos.find(photo('x'))
  mayNotSee()
  expect(await photos.find(photo('x'))).toBeNull()
  expect(await photos.find(photo('y'))).toBeNull()
  expect(await photos.fetch([photo('y')], all)).toBe('cut-off')
  expect(await photos.count(['x'])).toEqual({ all: 1, here: 0 })
  expect(asked).toEqual(['x'])
})

test('photos sealed by a lost key, or of households that have gone, are taken away', async () => {
  const { photos, loseHouseholds, goOffline } = await phone()
  await photos.find(photo('old'))
  await loseHouseholds()
  await photos.find(photo('x', 'a'))
  await photos.find(photo('y', 'b'))
  await photos.sweep(new Set(['a']))
  goOffline()
  expect(await photos.count(['old', 'x', 'y'])).toEqual({ all: 3, here: 1 })
  expect(await (await photos.find(photo('x')))?.text()).toBe('photo x')
  expect(await photos.find(photo('old'))).toBeNull()
})

test('all go with the households', async () => {
  const { photos, goOffline } = await phone()
  await photos.find(photo('x'))
  await photos.dropAll()
  goOffline()
  expect(await photos.find(photo('x'))).toBeNull()
})
