import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openFieldDatabase } from '../platform/field-database.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { makePassingKey } from '../vault/vault-crypto.ts'
import { createEarlierPhotos } from './earlier-photos.ts'
import { createPhotoKeeping, isUnmetered, photosWanted, saveKeepsPhotos } from './keep-photos.ts'

test.each<[Parameters<typeof isUnmetered>[0], boolean]>([
  [{ type: 'wifi' }, true],
  [{ type: 'ethernet' }, true],
  [{ type: 'cellular' }, false],
  [{ type: 'wifi', saveData: true }, false],
  [{}, false],
  [undefined, false],
])('photos come by themselves over a free connection only: %j', (connection, isFree) => {
  expect(isUnmetered(connection)).toBe(isFree)
})

test('houses with something to be re-checked come first', () => {
  const wanted = photosWanted([
    { householdId: 'done', photos: ['1'], uncheckedProblems: 0 },
    { householdId: 'open', photos: ['2', '3'], uncheckedProblems: 2 },
  ])
  expect(wanted.map(({ householdId, hash }) => `${householdId} ${hash}`)).toEqual(['open 2', 'open 3', 'done 1'])
})

let phones = 0

const phone = async (given: { isFree?: boolean; freeBytes?: number | null } = {}) => {
  phones += 1
  const database = openFieldDatabase(`keeps-${phones}`)
  const keys: VaultKeys = { work: await makePassingKey(), cache: await makePassingKey(), isPassing: false }
  const asked: string[] = []
  const photos = createEarlierPhotos({
    personId: `keeps-${phones}`,
    keys: () => keys,
    fetchPhoto: async ({ hash }) => {
      asked.push(hash)
      return new Blob([hash])
    },
    keeps: async () => true,
  })
  const keeping = createPhotoKeeping({
    database,
    photos,
    rows: () => [{ householdId: 'a', photos: ['1', '2'], uncheckedProblems: 1 }],
    isUnmetered: () => given.isFree ?? true,
    freeBytes: async () => (given.freeBytes === undefined ? 2 ** 31 : given.freeBytes),
  })
  const holds = (householdId: string) =>
    database.households.put({
      householdId,
      areaCode: '49010101',
      isOwn: false,
      run: 1,
      sealed: { keyId: 'k', bytes: new Uint8Array() },
    })
  return { database, photos, asked, keeping, holds }
}

test('after a round photos come; those of a household that has left go', async () => {
  const { database, photos, keeping, holds } = await phone()
  await holds('a')
  await holds('b')
  await keeping.afterRound()
  await photos.find({ householdId: 'b', hash: '3' })
  expect(await photos.count(['1', '2', '3'])).toEqual({ all: 3, here: 3 })
  await database.households.delete('b')
  await keeping.afterRound()
  expect(await photos.count(['1', '2', '3'])).toEqual({ all: 3, here: 2 })
})

test('two rounds at once ask once', async () => {
  const { asked, keeping, holds } = await phone()
  await holds('a')
  await Promise.all([keeping.afterRound(), keeping.afterRound()])
  expect(asked).toEqual(['1', '2'])
})

test.each([
  ['a connection that costs', { isFree: false }],
  ['a phone that is nearly full', { freeBytes: 100 * 1024 * 1024 }],
])('%s brings none', async (_name, given) => {
  const { asked, keeping } = await phone(given)
  await keeping.afterRound()
  expect(asked).toEqual([])
})

test('a browser that does not say how much room there is gets them', async () => {
  const { asked, keeping } = await phone({ freeBytes: null })
  await keeping.afterRound()
  expect(asked).toEqual(['1', '2'])
})

test('who does not want them gets none', async () => {
  const { database, asked, keeping } = await phone()
  await saveKeepsPhotos(database, false)
  await keeping.afterRound()
  expect(asked).toEqual([])
})
