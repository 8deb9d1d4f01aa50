import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SealingKeys } from '../platform/sealing.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEPT_DAYS = 30

const folderOf = (filesDir: string): string => join(filesDir, 'uploads')

/** Keeps an uploaded workbook until it is imported. It holds national numbers, so it lies there sealed. */
export const keepUpload = async (
  filesDir: string,
  keys: SealingKeys,
  uploadId: string,
  bytes: Uint8Array,
): Promise<void> => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce)
  cipher.setAAD(Buffer.from(`upload|${uploadId}`))
  const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  await mkdir(folderOf(filesDir), { recursive: true, mode: 0o700 })
  const path = join(folderOf(filesDir), uploadId)
  await writeFile(`${path}.unfinished`, sealed, { mode: 0o600 })
  await rename(`${path}.unfinished`, path)
}

/** The bytes as they were uploaded; undefined when they are no longer kept. */
export const findUpload = async (
  filesDir: string,
  keys: SealingKeys,
  uploadId: string,
): Promise<Uint8Array | undefined> => {
  const sealed = await readFile(join(folderOf(filesDir), uploadId)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (sealed === undefined) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(`upload|${uploadId}`))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()])
}

/** Personal data is not kept longer than the work needs (PDPA s.37): uploads go after thirty days. */
export const dropOldUploads = async (filesDir: string, nowInMs: number): Promise<void> => {
  const names = await readdir(folderOf(filesDir)).catch(() => [])
  for (const name of names) {
    const path = join(folderOf(filesDir), name)
    const { mtimeMs } = await stat(path)
    if (nowInMs - mtimeMs > KEPT_DAYS * 86_400_000) await rm(path, { force: true })
  }
}
