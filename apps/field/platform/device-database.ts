import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'

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
  readonly view: SessionView
  readonly readAtMs: number
}

type StoreName = 'people' | 'choices'

/** Versions in tens, as the library counted them that opened this database before: a phone's people are still there. */
const VERSION = 30
const OLDEST = 10

/** The app's first version kept one session; its person is the first of this phone's people. */
const bringOver = (transaction: IDBTransaction, database: IDBDatabase): void => {
  const asked = transaction.objectStore('sessions').get('current')
  asked.onsuccess = () => {
    const old = asked.result as OldSession | undefined
    const personId = old?.view.actor?.personId
    if (old !== undefined && personId !== undefined) {
      const { view, readAtMs } = old
      transaction.objectStore('people').put({ personId, view, readAtMs, lastUsedMs: readAtMs })
      transaction.objectStore('choices').put({ key: 'current', personId })
    }
    database.deleteObjectStore('sessions')
  }
}

/**
 * What belongs to the phone and not to one person: who works on it, and who last did. Households lie in a database per
 * person. The first page needs only this, so it is opened without a library.
 */
const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaiqm-field', VERSION)
    opening.onupgradeneeded = ({ oldVersion }) => {
      const database = opening.result
      if (oldVersion < 2 * OLDEST) {
        database.createObjectStore('people', { keyPath: 'personId' }).createIndex('lastUsedMs', 'lastUsedMs')
        database.createObjectStore('choices', { keyPath: 'key' })
      }
      if (!database.objectStoreNames.contains('sessions')) return
      if (oldVersion === OLDEST && opening.transaction !== null) bringOver(opening.transaction, database)
      else database.deleteObjectStore('sessions')
    }
    opening.onsuccess = () => {
      const database = opening.result
      // A newer version in another tab must not wait for this one.
      database.onversionchange = () => {
        database.close()
        opened = undefined
      }
      resolve(database)
    }
    opening.onerror = () => reject(opening.error)
  })

let opened: Promise<IDBDatabase> | undefined

/** One transaction; the answer counts when it is on disk. */
const inStore = async <Answer>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> => {
  opened ??= openDatabase()
  const database = await opened
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const asked = work(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

const findPerson = (personId: string) =>
  inStore<StoredPerson | undefined>('people', 'readonly', people => people.get(personId))

const putPerson = (person: StoredPerson) => inStore('people', 'readwrite', people => people.put(person))

/** Whoever works on this phone, the last one first. */
export const listPeople = async (): Promise<readonly StoredPerson[]> =>
  (await inStore<StoredPerson[]>('people', 'readonly', people => people.index('lastUsedMs').getAll())).reverse()

/** Who was here when the app was last open. */
export const loadCurrentPerson = async (): Promise<StoredPerson | undefined> => {
  const choice = await inStore<StoredChoice | undefined>('choices', 'readonly', choices => choices.get('current'))
  return choice?.personId == null ? undefined : findPerson(choice.personId)
}

/** Takes in what the server said to a person; undefined when the session is nobody's. */
export const keepSession = async (view: SessionView, readAtMs: number): Promise<StoredPerson | undefined> => {
  const personId = view.actor?.personId
  if (personId === undefined) return undefined
  const stored: StoredPerson = { personId, view, readAtMs, lastUsedMs: readAtMs }
  await putPerson(stored)
  return stored
}

export const choosePerson = async (personId: string | null): Promise<void> => {
  await inStore('choices', 'readwrite', choices => choices.put({ key: 'current', personId }))
  const person = personId === null ? undefined : await findPerson(personId)
  if (person !== undefined) await putPerson({ ...person, lastUsedMs: Date.now() })
}

/** Out of the list of this phone's people; what they made and have not sent stays in their own store. */
export const forgetPerson = (personId: string): Promise<undefined> =>
  inStore('people', 'readwrite', people => people.delete(personId))
