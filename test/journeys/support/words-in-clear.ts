import type { Page } from 'playwright-core'

/** Reads everything this origin keeps in the browser, as somebody with the phone's storage does, and answers the words met. */
const search = async (words: readonly string[]): Promise<readonly string[]> => {
  const met = new Set<string>()
  /** The same word as it would stand as UTF-8, in JSON, or in the middle of something in base64. */
  const formsOf = (word: string): readonly string[] => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(word))
    const inBase64 = [0, 1, 2].map(before =>
      btoa(' '.repeat(before) + bytes)
        .replace(/=+$/, '')
        .slice(before === 0 ? 0 : before + 1, -2),
    )
    const escaped = [...word].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
    return [word, bytes, JSON.stringify(word).slice(1, -1), escaped, ...inBase64]
  }
  const forms = words.map(word => ({ word, forms: formsOf(word) }))
  const lookIn = (text: string): void => {
    for (const { word, forms: all } of forms) if (all.some(form => text.includes(form))) met.add(word)
  }
  const lookInBytes = (bytes: ArrayBuffer): void => {
    lookIn(new TextDecoder('utf-8').decode(bytes))
    lookIn(new TextDecoder('utf-16le').decode(bytes))
    const [first, second, third] = new Uint8Array(bytes)
    if (first === 0xff && second === 0xd8 && third === 0xff) met.add('a photograph')
  }
  const seen = new Set<unknown>()
  const lookAt = async (value: unknown): Promise<void> => {
    if (value === null || typeof value !== 'object') return lookIn(String(value))
    if (seen.has(value)) return
    seen.add(value)
    if (value instanceof CryptoKey) {
      if (value.extractable) met.add('an extractable key')
      return
    }
    if (value instanceof Blob) return lookInBytes(await value.arrayBuffer())
    if (value instanceof ArrayBuffer) return lookInBytes(value)
    if (ArrayBuffer.isView(value)) return lookInBytes(value.buffer as ArrayBuffer)
    for (const [key, part] of Object.entries(value)) {
      lookIn(key)
      await lookAt(part)
    }
  }
  const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  let rows = 0
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name))
    lookIn(name)
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store)
      const [keys, values] = await Promise.all([asked(objects.getAllKeys()), asked(objects.getAll())])
      rows += values.length
      await lookAt([keys, values])
    }
    database.close()
  }
  if (rows === 0) throw new Error('nothing lies on this phone')
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      lookIn(decodeURIComponent(request.url))
      const kept = await cache.match(request)
      if (kept !== undefined) lookInBytes(await kept.arrayBuffer())
    }
  }
  await lookAt([
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    decodeURIComponent(location.href),
    document.title,
  ])
  await lookAt(history.state)
  return [...met]
}

/** Which of these words lie readable on this phone; `a photograph` too, if one does. */
export const wordsInClear = async (page: Page, words: readonly string[]): Promise<readonly string[]> => {
  await page.evaluate(word => localStorage.setItem('control', word), words[0] ?? '')
  const control = await page.evaluate(search, words.slice(0, 1))
  await page.evaluate(() => localStorage.removeItem('control'))
  if (control.length !== 1) throw new Error('the search misses what lies in clear')
  return page.evaluate(search, words)
}
