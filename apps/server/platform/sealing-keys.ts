import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { SealingKeys } from './sealing.ts'

const key = z.string().regex(/^[0-9a-f]{64}$/)
const keysFile = z.object({ version: z.number().int().min(1), seal: key, lookUp: key })

const toBytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

/** Reads the installation's keys from their file (0600), or makes them the first time. Losing the file loses the numbers. */
export const readSealingKeys = async (path: string): Promise<SealingKeys> => {
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (stored !== null) {
    const { version, seal, lookUp } = keysFile.parse(JSON.parse(stored))
    return { version, seal: toBytes(seal), lookUp: toBytes(lookUp) }
  }
  const made = { version: 1, seal: randomBytes(32).toString('hex'), lookUp: randomBytes(32).toString('hex') }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  return { version: made.version, seal: toBytes(made.seal), lookUp: toBytes(made.lookUp) }
}
