import { readFile } from 'node:fs/promises'
import { MOST_EMBLEM_BYTES } from '@thaiqm/core/letterhead/letterhead.ts'
import { fileOf } from '../photo/photo-files.ts'
import { type ImageSize, imageSize } from './image-size.ts'

/** An image fit for the head of a letter, with what it measures. */
export interface Emblem extends ImageSize {
  readonly bytes: Uint8Array
}

/** Bytes as an emblem: a PNG or JPEG by its own bytes and not too large; null for anything else. */
export const asEmblem = (bytes: Uint8Array): Emblem | null => {
  const size = bytes.length > MOST_EMBLEM_BYTES ? null : imageSize(bytes)
  return size === null ? null : { ...size, bytes }
}

/** The emblem a letterhead names; null where it names none, or where the file is not here or not fit. */
export const readEmblem = async (filesDir: string, hash: string | null): Promise<Emblem | null> => {
  if (hash === null) return null
  const bytes = await readFile(fileOf(filesDir, hash)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes === null ? null : asEmblem(bytes)
}
