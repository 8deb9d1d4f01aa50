const DATABASE = 'thaiqm-office'
const STORE = 'kept'

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

let opened: Promise<IDBDatabase> | null = null
const database = (): Promise<IDBDatabase> => {
  opened ??= openDatabase()
  return opened
}

/** What this browser keeps under a key; nothing when nothing was kept. */
export const readKept = async (key: string): Promise<unknown> => {
  const db = await database()
  return new Promise((resolve, reject) => {
    const asked = db.transaction(STORE).objectStore(STORE).get(key)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

const change = async (work: (store: IDBObjectStore) => void): Promise<void> => {
  const db = await database()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
}

/** Keeps a value in this browser; durable once it resolves. */
export const writeKept = (key: string, value: unknown): Promise<void> =>
  change(store => {
    store.put(value, key)
  })

/** Reads, decides and writes in one step, so that two tabs never write over one another. */
export const changeKept = async <Value, Answer>(
  key: string,
  decide: (kept: Value | undefined) => { readonly kept: Value; readonly answer: Answer },
): Promise<Answer> => {
  const db = await database()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(STORE)
    const asked = store.get(key)
    let answer: Answer
    asked.onsuccess = () => {
      const decided = decide(asked.result as Value | undefined)
      answer = decided.answer
      store.put(decided.kept, key)
    }
    transaction.oncomplete = () => resolve(answer)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const dropKept = (key: string): Promise<void> =>
  change(store => {
    store.delete(key)
  })
