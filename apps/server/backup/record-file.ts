import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/**
 * A file that is only ever added to. Each record: its length (4 bytes, little-endian), SHA-256 over the digest of the
 * record before, the length and the content, then the content. So no record can be changed, left out or moved unseen.
 */
export interface FileEnd {
  readonly bytes: number
  readonly records: number
  /** Digest of the last record, hexadecimal. */
  readonly digest: string
}

const LENGTH_BYTES = 4
const DIGEST_BYTES = 32
const HEAD_BYTES = LENGTH_BYTES + DIGEST_BYTES
const MOST_BYTES = 64 * 1024 * 1024
const BLOCK_BYTES = 1024 * 1024

export const emptyFileEnd: FileEnd = {
  bytes: 0,
  records: 0,
  digest: createHash('sha256').update('thaiqm-records').digest('hex'),
}

const digestOf = (previous: Buffer, length: Uint8Array, content: Uint8Array): Buffer =>
  createHash('sha256').update(previous).update(length).update(content).digest()

/** Bytes of these records behind that end, and the end after them. */
export const frameRecords = (end: FileEnd, contents: readonly string[]): { bytes: Buffer; end: FileEnd } => {
  const parts: Buffer[] = []
  let digest: Buffer = Buffer.from(end.digest, 'hex')
  let size = 0
  for (const text of contents) {
    const content = Buffer.from(text)
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32LE(content.length)
    digest = digestOf(digest, length, content)
    parts.push(length, digest, content)
    size += HEAD_BYTES + content.length
  }
  return {
    bytes: Buffer.concat(parts),
    end: { bytes: end.bytes + size, records: end.records + contents.length, digest: digest.toString('hex') },
  }
}

interface Window {
  readonly file: FileHandle
  buffer: Buffer
  /** Place in the file behind the buffer. */
  position: number
}

/** At least so many bytes in the buffer, or all that the file still has. */
const fill = async (window: Window, wanted: number): Promise<boolean> => {
  while (window.buffer.length < wanted) {
    const block = Buffer.alloc(Math.max(BLOCK_BYTES, wanted - window.buffer.length))
    const { bytesRead } = await window.file.read(block, 0, block.length, window.position)
    if (bytesRead === 0) return false
    window.position += bytesRead
    window.buffer = Buffer.concat([window.buffer, block.subarray(0, bytesRead)])
  }
  return true
}

/**
 * Every sound record from the beginning, with the end of the file behind it. It simply stops at the first that is not
 * whole or does not fit its digest: whether that is a torn end or damage, the caller judges by how far it had to come.
 */
export async function* readRecords(path: string): AsyncGenerator<{ readonly text: string; readonly end: FileEnd }> {
  const file = await open(path, 'r')
  try {
    const window: Window = { file, buffer: Buffer.alloc(0), position: 0 }
    let end = emptyFileEnd
    while (await fill(window, HEAD_BYTES)) {
      const length = window.buffer.subarray(0, LENGTH_BYTES)
      const size = length.readUInt32LE()
      if (size > MOST_BYTES || !(await fill(window, HEAD_BYTES + size))) return
      const content = window.buffer.subarray(HEAD_BYTES, HEAD_BYTES + size)
      const digest = digestOf(Buffer.from(end.digest, 'hex'), window.buffer.subarray(0, LENGTH_BYTES), content)
      if (!digest.equals(window.buffer.subarray(LENGTH_BYTES, HEAD_BYTES))) return
      end = { bytes: end.bytes + HEAD_BYTES + size, records: end.records + 1, digest: digest.toString('hex') }
      const text = content.toString('utf8')
      window.buffer = window.buffer.subarray(HEAD_BYTES + size)
      yield { text, end }
    }
  } finally {
    await file.close()
  }
}
