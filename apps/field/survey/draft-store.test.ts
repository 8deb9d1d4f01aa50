import 'fake-indexeddb/auto'
import { importedHousehold, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { createPhotoStore } from '../photo/photo-store.ts'
import { type FieldDatabase, openFieldDatabase } from '../platform/field-database.ts'
import { createServerDouble } from '../platform/server-double.ts'
import { createSealer } from '../vault/sealer.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { makePassingKey } from '../vault/vault-crypto.ts'
import { beginDraft } from './draft.ts'
import { createDraftStore, type OpenDraft } from './draft-store.ts'

const draftOf = (n: number, note = '', photos: readonly string[] = []): OpenDraft => {
  const household = importedHousehold([])
  const begun = beginDraft(household, { ...reXrayRound, formVersion: 're-x-ray-2567' }, roundMorning, () => testId(n))
  return {
    draft: { ...begun, householdId: `household-${n}`, note, photos: photos as never },
    areaCode: '49010507',
    household,
  }
}

const run = async (database: FieldDatabase, keys: VaultKeys | undefined) => {
  const sealer = createSealer(database, () => keys)
  const server = await createServerDouble(roundMorning)
  const report = await server.fetch('/api/devices/report', { method: 'POST', body: '{"deviceId":"d"}' })
  if (!(await sealer.canSeal())) await sealer.takeSealingKey((await report.json()).sealingKey)
  const parts = { database, sealer, keys: () => keys }
  return { drafts: createDraftStore(parts), photos: createPhotoStore(parts), server }
}

const unlocked = async (): Promise<VaultKeys> => ({ work: await makePassingKey(), cache: null, isPassing: false })

test('a draft is there after the app was closed, as it was at the last answer, with its household', async () => {
  const keys = await unlocked()
  const { drafts } = await run(openFieldDatabase('drafts'), keys)
  const writes = [1, 2, 3].map(n => drafts.save(draftOf(1, `ครั้งที่ ${n}`)))
  await Promise.all([...writes, drafts.save(draftOf(2, 'อีกครัวเรือน'))])
  const again = await run(openFieldDatabase('drafts'), keys)
  expect(await again.drafts.findFor('household-1')).toMatchObject({
    draft: { note: 'ครั้งที่ 3' },
    household: { address: { houseNumber: '97' } },
  })
  expect((await again.drafts.findFor('household-2'))?.draft.note).toBe('อีกครัวเรือน')
})

test('every save that resolved is on the disk, whatever comes after it', async () => {
  const keys = await unlocked()
  const database = openFieldDatabase('every-save')
  const { drafts } = await run(database, keys)
  for (let n = 1; n <= 20; n += 1) {
    const written = drafts.save(draftOf(1, `${n}`))
    void drafts.save(draftOf(1, `${n} และต่อไป`))
    await written
    const other = await run(openFieldDatabase('every-save'), keys)
    expect((await other.drafts.findFor('household-1'))?.draft.note).toMatch(new RegExp(`^${n}`))
  }
})

test('several at once, the newest first; another key’s drafts are listed and cannot be opened', async () => {
  const database = openFieldDatabase('several')
  const mine = await run(database, await unlocked())
  await mine.drafts.save({
    ...draftOf(1),
    draft: { ...draftOf(1).draft, lastChangedAt: '2024-01-11T00:00:00.000Z' as never },
  })
  const { drafts } = await run(database, await unlocked())
  await drafts.save(draftOf(2))
  expect((await drafts.list()).map(({ householdId, open }) => [householdId, open !== null])).toEqual([
    ['household-2', true],
    ['household-1', false],
  ])
})

test('each newer revision is sent once; a removed one is taken back from the server', async () => {
  const { drafts } = await run(openFieldDatabase('sent'), await unlocked())
  const { outbox } = drafts
  await drafts.save(draftOf(1, 'หนึ่ง'))
  const [first] = await outbox.toSend(10)
  expect(first).toMatchObject({ draftId: testId(1), areaCode: '49010507', revision: 1 })
  await drafts.save(draftOf(1, 'สอง'))
  await outbox.markSent(testId(1), 1, 'kept')
  expect((await outbox.toSend(10)).map(({ revision }) => revision)).toEqual([2])
  await outbox.markSent(testId(1), 2, 'kept')
  expect(await outbox.toSend(10)).toEqual([])
  await drafts.remove(testId(1))
  expect(await drafts.findFor('household-1')).toBeUndefined()
  expect(await outbox.toSend(10)).toMatchObject([{ revision: 3, sealed: null }])
  await outbox.markSent(testId(1), 3, 'kept')
  expect(await outbox.toSend(10)).toEqual([])
})

test('a refused draft stays on the phone and is not sent again until it changes', async () => {
  const { drafts } = await run(openFieldDatabase('refused'), await unlocked())
  await drafts.save(draftOf(1, 'หนึ่ง'))
  await drafts.outbox.markSent(testId(1), 1, 'refused')
  expect(await drafts.outbox.toSend(10)).toEqual([])
  expect((await drafts.findFor('household-1'))?.draft.note).toBe('หนึ่ง')
})

test('a draft of the server is taken in where nothing newer was typed here, and never over something typed', async () => {
  const { drafts } = await run(openFieldDatabase('taken'), await unlocked())
  const kept = (n: number, revision: number, note: string) =>
    ({
      draftId: testId(n),
      householdId: `household-${n}`,
      areaCode: '49010507',
      revision,
      changedAt: roundMorning,
      holderId: testId(0xa007),
      holderName: '',
      fromName: null,
      content: draftOf(n, note).draft,
    }) as never
  await drafts.take(kept(1, 5, 'จากเครื่องอื่น'))
  expect((await drafts.findFor('household-1'))?.draft.note).toBe('จากเครื่องอื่น')
  expect(await drafts.outbox.toSend(10)).toEqual([])
  await drafts.save(draftOf(1, 'พิมพ์ที่นี่'))
  await drafts.take(kept(1, 9, 'จากเครื่องอื่นอีกครั้ง'))
  expect((await drafts.findFor('household-1'))?.draft.note).toBe('พิมพ์ที่นี่')
  expect(await drafts.outbox.toSend(10)).toMatchObject([{ revision: 6 }])
})

test('a draft goes with its own photos, never with another’s, nor with those of a form on its way', async () => {
  const { drafts, photos } = await run(openFieldDatabase('drafts-away'), await unlocked())
  const [mine, shared, sent] = ['a', 'b', 'c'].map(letter => letter.repeat(64)) as [string, string, string]
  for (const hash of [mine, shared, sent]) await photos.keepForDraft(hash, new Blob([hash]))
  await drafts.save(draftOf(1, '', [mine, shared, sent]))
  await drafts.save(draftOf(2, '', [shared]))
  await photos.keepForSending({ photos: [sent] })
  await drafts.remove(testId(1))
  expect(await photos.find(mine)).toBeNull()
  expect(await photos.find(shared)).not.toBeNull()
  expect(await photos.outbox.toSend(10)).toEqual([sent])
})
