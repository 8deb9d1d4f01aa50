import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import Dexie, { type EntityTable } from 'dexie'

/** Somebody who works on this phone: who they are and what the server last said to them. No household is in it. */
export interface StoredPerson {
  readonly personId: string
  readonly view: SessionView
  /** This phone's clock when the session came, in ms. */
  readonly readAtMs: number
  readonly lastUsedMs: number
}

interface StoredChoice {
  readonly key: 'current'
  readonly personId: string | null
}

interface OldSession {
  readonly key: 'current'
  readonly view: SessionView
  readonly readAtMs: number
}

type DeviceDatabase = Dexie & {
  readonly people: EntityTable<StoredPerson, 'personId'>
  readonly choices: EntityTable<StoredChoice, 'key'>
}

/** What belongs to the phone and not to one person: who works on it, and who last did. Households lie in a database per person. */
const openDeviceDatabase = (): DeviceDatabase => {
  const database = new Dexie('thaiqm-field') as DeviceDatabase
  database.version(1).stores({ sessions: 'key' })
  database
    .version(2)
    .stores({ people: 'personId, lastUsedMs', choices: 'key' })
    .upgrade(async transaction => {
      const old = (await transaction.table('sessions').get('current')) as OldSession | undefined
      const personId = old?.view.actor?.personId
      if (old === undefined || personId === undefined) return
      const { view, readAtMs } = old
      await transaction.table('people').put({ personId, view, readAtMs, lastUsedMs: readAtMs })
      await transaction.table('choices').put({ key: 'current', personId })
    })
  database.version(3).stores({ sessions: null })
  return database
}

const device = openDeviceDatabase()

/** Whoever works on this phone, the last one first. */
export const listPeople = (): Promise<readonly StoredPerson[]> =>
  device.people.orderBy('lastUsedMs').reverse().toArray()

/** Who was here when the app was last open. */
export const loadCurrentPerson = async (): Promise<StoredPerson | undefined> => {
  const personId = (await device.choices.get('current'))?.personId
  return personId == null ? undefined : device.people.get(personId)
}

/** Takes in what the server said to a person; undefined when the session is nobody's. */
export const keepSession = async (view: SessionView, readAtMs: number): Promise<StoredPerson | undefined> => {
  const personId = view.actor?.personId
  if (personId === undefined) return undefined
  const stored: StoredPerson = { personId, view, readAtMs, lastUsedMs: readAtMs }
  await device.people.put(stored)
  return stored
}

export const choosePerson = async (personId: string | null): Promise<void> => {
  await device.choices.put({ key: 'current', personId })
  if (personId !== null) await device.people.update(personId, { lastUsedMs: Date.now() })
}

/** Out of the list of this phone's people; what they made and have not sent stays in their own store. */
export const forgetPerson = (personId: string): Promise<void> => device.people.delete(personId)
