import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A name counts only once its folder is on disk too. Windows keeps folders by itself. */
export const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a folder only its owner enters, with the folders above it. */
export const makeFolder = async (path: string): Promise<void> => {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first !== undefined) await syncFolder(dirname(first))
}

/** A small file that is there whole or not at all, also after a power cut. */
export const writeDurably = async (path: string, text: string): Promise<void> => {
  const aside = `${path}.unfinished-${randomUUID()}`
  try {
    const file = await open(aside, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** A stage that leaves what passes as it is, and knows its SHA-256, its bytes and its lines when it ended. */
export const measuring = () => {
  const hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  const stage = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1
      done(null, chunk)
    },
  })
  return { stage, result: () => ({ sha256: hash.digest('hex'), bytes, lines }) }
}

export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Copies a file durably under the name of its content; answers false, leaving nothing, when the content is another. */
export const copyByHash = async (from: string, to: string, sha256: string): Promise<boolean> => {
  await makeFolder(dirname(to))
  const aside = `${to}.unfinished-${randomUUID()}`
  try {
    const { stage, result } = measuring()
    await pipeline(createReadStream(from), stage, createWriteStream(aside, { flags: 'wx', mode: 0o600 }))
    if (result().sha256 !== sha256) return false
    await syncFile(aside)
    await rename(aside, to)
    await syncFolder(dirname(to))
    return true
  } finally {
    await rm(aside, { force: true })
  }
}
