const NAME = 'thaiqm-field-test-write'
const BYTES = 1024 * 1024

const ended = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const opened = async (): Promise<IDBDatabase> => {
  const asked = indexedDB.open(NAME, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore('written')
  return ended(asked)
}

const written = (database: IDBDatabase, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const step = database.transaction('written', 'readwrite', { durability: 'strict' })
    step.objectStore('written').put(bytes, 'bytes')
    step.oncomplete = () => resolve()
    step.onabort = () => reject(step.error)
  })

/** Writes as a form and its photos are written, to the disk, opens the store anew and reads every byte back. */
export const isWriteReadBack = async (): Promise<boolean> => {
  const bytes = new Uint8Array(BYTES)
  for (let at = 0; at < BYTES; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  try {
    const first = await opened()
    await written(first, bytes)
    first.close()
    const second = await opened()
    const back: unknown = await ended(second.transaction('written').objectStore('written').get('bytes'))
    second.close()
    return back instanceof Uint8Array && back.length === BYTES && back.every((byte, at) => byte === bytes[at])
  } catch {
    return false
  } finally {
    await ended(indexedDB.deleteDatabase(NAME)).catch(() => undefined)
  }
}
