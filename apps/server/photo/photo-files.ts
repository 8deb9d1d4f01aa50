import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** By their first bytes, whatever the sender says they are. */
export const imageTypeOf = (bytes: Uint8Array): string | null => {
  const starts = (...prefix: number[]) => prefix.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'image/webp'
  return null
}

export const fileOf = (filesDir: string, hash: string): string => join(filesDir, 'photos', hash.slice(0, 2), hash)

const partOf = (filesDir: string, hash: string): string => join(filesDir, 'photo-parts', hash)

/** A new name is on disk only when its folder is. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** On disk for good before it counts as received: written aside, synced, then named. */
export const keepBytes = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${randomUUID()}`
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  await syncFolder(dirname(path))
}

/** How many bytes of a photo lie here and wait for the rest. */
export const receivedOf = async (filesDir: string, hash: string): Promise<number> => {
  const found = await stat(partOf(filesDir, hash)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found?.size ?? 0
}

export type PartDone =
  | { readonly kind: 'more'; readonly receivedBytes: number }
  | { readonly kind: 'whole'; readonly contentType: string }
  | { readonly kind: 'differs' }
  | { readonly kind: 'no-image' }

// Two requests for one photo must not write into each other.
const turns = new Map<string, Promise<unknown>>()
const inTurnOf = <Value>(hash: string, work: () => Promise<Value>): Promise<Value> => {
  const turn = (turns.get(hash) ?? Promise.resolve()).then(work, work)
  turns.set(hash, turn)
  void turn.catch(() => undefined).then(() => turns.get(hash) === turn && turns.delete(hash))
  return turn
}

/**
 * Adds a part where the last one ended; one that begins elsewhere changes nothing and learns where to go on. When all
 * bytes are there the whole is held against its SHA-256: damaged, it is thrown away and begun again.
 */
export const appendPart = (
  filesDir: string,
  hash: string,
  offset: number,
  size: number,
  bytes: Uint8Array,
): Promise<PartDone> =>
  inTurnOf(hash, async () => {
    const received = await receivedOf(filesDir, hash)
    if (offset !== received || offset + bytes.length > size) return { kind: 'more', receivedBytes: received }
    const path = partOf(filesDir, hash)
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'a', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (offset + bytes.length < size) return { kind: 'more', receivedBytes: offset + bytes.length }
    const whole = await readFile(path)
    const contentType = imageTypeOf(whole)
    const isSame = createHash('sha256').update(whole).digest('hex') === hash
    if (isSame && contentType !== null) await keepBytes(fileOf(filesDir, hash), whole)
    await rm(path, { force: true })
    if (!isSame) return { kind: 'differs' }
    return contentType === null ? { kind: 'no-image' } : { kind: 'whole', contentType }
  })
