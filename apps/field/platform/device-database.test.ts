import 'fake-indexeddb/auto'
import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import { people } from '@thaiqm/testing/people.ts'
import Dexie from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'

const viewOf = (actor: (typeof people)[keyof typeof people]): SessionView =>
  ({
    mode: 'practice',
    provinceCode: '49',
    now: '2024-01-12T03:00:00.000Z',
    today: '2024-01-12',
    actor,
    posts: [],
    rounds: [],
  }) as unknown as SessionView

const { villageHead, tambonOfficer } = people

/** The module opened anew, as when the app is. */
const openApp = async () => {
  vi.resetModules()
  return import('./device-database.ts')
}

beforeEach(async () => {
  const app = await openApp()
  for (const { personId } of await app.listPeople()) await app.forgetPerson(personId)
  await app.choosePerson(null)
})

test('whoever worked here is there after the app was closed, the last one first', async () => {
  const app = await openApp()
  expect(await app.loadCurrentPerson()).toBeUndefined()
  await app.keepSession(viewOf(villageHead), 1000)
  await app.keepSession(viewOf(tambonOfficer), 2000)
  await app.choosePerson(villageHead.personId)
  const again = await openApp()
  expect((await again.listPeople()).map(person => person.personId)).toEqual([
    villageHead.personId,
    tambonOfficer.personId,
  ])
  expect((await again.loadCurrentPerson())?.view.actor?.name).toBe(villageHead.name)
  await again.choosePerson(null)
  expect(await again.loadCurrentPerson()).toBeUndefined()
})

test.each([1, 2, 3])('a phone of version %i keeps its people', async version => {
  await new Promise(resolve => {
    const gone = indexedDB.deleteDatabase('thaiqm-field')
    gone.onsuccess = resolve
    gone.onerror = resolve
  })
  const old = new Dexie('thaiqm-field')
  old.version(1).stores({ sessions: 'key' })
  if (version >= 2) old.version(2).stores({ people: 'personId, lastUsedMs', choices: 'key' })
  if (version >= 3) old.version(3).stores({ sessions: null })
  const view = viewOf(villageHead)
  if (version === 1) await old.table('sessions').put({ key: 'current', view, readAtMs: 7 })
  else {
    await old.table('people').put({ personId: villageHead.personId, view, readAtMs: 7, lastUsedMs: 7 })
    await old.table('choices').put({ key: 'current', personId: villageHead.personId })
  }
  old.close()
  const app = await openApp()
  expect(await app.loadCurrentPerson()).toMatchObject({ personId: villageHead.personId, readAtMs: 7 })
})
