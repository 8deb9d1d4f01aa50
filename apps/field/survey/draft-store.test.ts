import 'fake-indexeddb/auto'
import { importedHousehold, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { openFieldDatabase } from '../platform/field-database.ts'
import { beginDraft, type Draft } from './draft.ts'
import { draftStoreOf } from './draft-store.ts'

const draftOf = (householdId: string): Draft => ({
  ...beginDraft(importedHousehold([]), { ...reXrayRound, formVersion: 're-x-ray-2567' }, roundMorning, () =>
    testId(0x77),
  ),
  householdId,
})

test('a draft is there after the app was closed, as it was at the last answer', async () => {
  const database = openFieldDatabase('drafts')
  const drafts = draftStoreOf(database)
  const writes = [1, 2, 3].map(n => drafts.save({ ...draftOf('a'), note: `ครั้งที่ ${n}` }))
  void drafts.save({ ...draftOf('b'), note: 'อีกครัวเรือน' })
  await Promise.all(writes)
  database.close()
  const again = openFieldDatabase('drafts')
  expect((await draftStoreOf(again).find('a'))?.note).toBe('ครั้งที่ 3')
  expect((await draftStoreOf(again).find('b'))?.note).toBe('อีกครัวเรือน')
})

test('a draft goes with its own photos, never with another’s', async () => {
  const database = openFieldDatabase('drafts-away')
  const drafts = draftStoreOf(database)
  const [mine, shared] = ['a'.repeat(64), 'b'.repeat(64)]
  for (const hash of [mine, shared]) await database.photos.put({ hash, bytes: new Blob(['x']), state: 'draft' })
  await drafts.save({ ...draftOf('a'), photos: [mine, shared] as unknown as Draft['photos'] })
  await drafts.save({ ...draftOf('b'), photos: [shared] as unknown as Draft['photos'] })
  await drafts.remove('a')
  expect(await drafts.find('a')).toBeUndefined()
  expect(await database.photos.toCollection().primaryKeys()).toEqual([shared])
  expect(await drafts.find('b')).toBeDefined()
})
