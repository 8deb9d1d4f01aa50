import { Inflate } from 'fflate'
import type { SpreadsheetLimits } from './spreadsheet-limits.ts'
import { Unreadable } from './spreadsheet-refusal.ts'

interface ZipPart {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly compressedSize: number
  readonly localHeaderAt: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const CHUNK = 64 * 1024

const readDirectory = (bytes: Uint8Array): ZipPart[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < earliest) throw new Unreadable('workbook-broken')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const parts: ZipPart[] = []
  const names = new TextDecoder()
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Unreadable('workbook-broken')
    const nameLength = view.getUint16(at + 28, true)
    parts.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      localHeaderAt: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

export interface ZipReader {
  readonly has: (name: string) => boolean
  /** Unpacks one part piece by piece; its whole is never in memory. Throws `Unreadable`. */
  readonly read: (name: string, onChunk: (chunk: Uint8Array) => void) => void
}

/**
 * Opens a zip by its directory (as Excel does), checking encryption and how much comes out while it comes out: what a
 * directory says of sizes may be a lie.
 */
export const openZip = (bytes: Uint8Array, limits: SpreadsheetLimits): ZipReader => {
  const parts = new Map(
    readDirectory(bytes).map(part => [part.name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase(), part]),
  )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0

  const packed = (part: ZipPart): Uint8Array => {
    const at = part.localHeaderAt
    if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw new Unreadable('workbook-broken')
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (from + part.compressedSize > bytes.length) throw new Unreadable('workbook-broken')
    return bytes.subarray(from, from + part.compressedSize)
  }

  return {
    has: name => parts.has(name.toLowerCase()),
    read: (name, onChunk) => {
      const part = parts.get(name.toLowerCase())
      if (!part) throw new Unreadable('workbook-broken')
      if (part.encrypted) throw new Unreadable('password-protected')
      let unpacked = 0
      const count = (chunk: Uint8Array) => {
        unpacked += chunk.length
        total += chunk.length
        if (unpacked > limits.partBytes || total > limits.totalBytes) throw new Unreadable('file-too-large')
        onChunk(chunk)
      }
      const data = packed(part)
      if (part.method !== 0 && part.method !== 8) throw new Unreadable('workbook-broken')
      const inflate = part.method === 8 ? new Inflate(count) : undefined
      for (let at = 0; at < data.length; at += CHUNK) {
        const chunk = data.subarray(at, at + CHUNK)
        if (inflate) inflate.push(chunk, at + CHUNK >= data.length)
        else count(chunk)
      }
    },
  }
}
