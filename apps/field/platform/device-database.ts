import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import Dexie, { type EntityTable } from 'dexie'

export interface StoredSession {
  readonly key: 'current'
  readonly view: SessionView
  /** This phone's clock when the session came, in ms. */
  readonly readAtMs: number
}

type DeviceDatabase = Dexie & { readonly sessions: EntityTable<StoredSession, 'key'> }

/** What belongs to the phone and not to one person: who was signed in last. Households lie in a database per person. */
const openDeviceDatabase = (): DeviceDatabase => {
  const database = new Dexie('thaiqm-field') as DeviceDatabase
  database.version(1).stores({ sessions: 'key' })
  return database
}

const device = openDeviceDatabase()

export const loadStoredSession = (): Promise<StoredSession | undefined> => device.sessions.get('current')

export const keepSession = async (view: SessionView, readAtMs: number): Promise<StoredSession> => {
  const stored: StoredSession = { key: 'current', view, readAtMs }
  await device.sessions.put(stored)
  return stored
}

export const forgetSession = (): Promise<void> => device.sessions.delete('current')
