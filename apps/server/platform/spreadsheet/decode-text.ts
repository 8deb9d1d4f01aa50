import iconv from 'iconv-lite'
import { Unreadable } from './spreadsheet-refusal.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-874'
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Without a mark: text of Latin or Thai letters has a zero, or Thai's page 0x0E, in every second byte. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 4) return undefined
  const high = [0, 0]
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0 || sample[at] === 0x0e) high[at % 2] = (high[at % 2] ?? 0) + 1
  }
  const half = sample.length / 2
  if ((high[1] ?? 0) > half * 0.8) return 'utf-16le'
  if ((high[0] ?? 0) > half * 0.8) return 'utf-16be'
  return undefined
}

const looksBinary = (text: string) => {
  const sample = text.slice(0, 20_000)
  return (sample.match(/[^\P{Cc}\s]/gu)?.length ?? 0) > sample.length / 200
}

/**
 * Text of a CSV by trial: its mark, else UTF-16 by its zeros, else UTF-8 if every byte is right, else Windows-874
 * (TIS-620 is the same but for marks). Throws `not-a-spreadsheet` for binary, `encoding-unknown` for the rest.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const decoded = decode(bytes)
  if (looksBinary(decoded.text)) throw new Unreadable('not-a-spreadsheet')
  return decoded
}

const decode = (bytes: Uint8Array): DecodedText => {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  const wide = guessUtf16(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'windows-874')
    const thai = text.match(/[ก-๛]/g)?.length ?? 0
    const unknown = text.match(/\uFFFD/g)?.length ?? 0
    if (unknown > thai / 50) throw new Unreadable(looksBinary(text) ? 'not-a-spreadsheet' : 'encoding-unknown')
    return { text, encoding: 'windows-874' }
  }
}
