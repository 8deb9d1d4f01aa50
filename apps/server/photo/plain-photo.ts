/** Bytes as a big-endian or little-endian number of two or four bytes. */
const readNumber = (bytes: Uint8Array, at: number, length: 2 | 4, isLittle: boolean): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return length === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle)
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Which way up the camera was held, 1 to 8, out of an Exif segment's payload; undefined where it does not say. */
const orientationOf = (exif: Uint8Array): number | undefined => {
  if (exif.length < 20 || textAt(exif, 0, 6) !== 'Exif\0\0') return undefined
  const tiff = exif.subarray(6)
  const isLittle = textAt(tiff, 0, 2) === 'II'
  const directory = readNumber(tiff, 4, 4, isLittle)
  if (directory + 2 > tiff.length) return undefined
  const entries = readNumber(tiff, directory, 2, isLittle)
  for (let n = 0; n < entries; n += 1) {
    const at = directory + 2 + n * 12
    if (at + 12 > tiff.length) return undefined
    if (readNumber(tiff, at, 2, isLittle) !== 0x0112) continue
    const value = readNumber(tiff, at + 8, 2, isLittle)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An Exif segment that says nothing but which way up the picture is. */
const onlyOrientation = (value: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0],
  ])

const isApplicationOrComment = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe

/** The end of the coded picture data that begins here: the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return -1
}

const plainJpeg = (bytes: Uint8Array): Uint8Array | null => {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // What follows the end of the picture (a film, a second picture, a place) is left behind.
    if (marker === 0xd9) return joined([...kept, bytes.subarray(at, at + 2)])
    if (at + 4 > bytes.length) return null
    const end = at + 2 + readNumber(bytes, at + 2, 2, false)
    if (end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    at = end
    // Adobe's segment of fixed length says how colours are coded, and nothing else.
    const isColour = marker === 0xee && segment.length === 16 && textAt(segment, 4, 5) === 'Adobe'
    const orientation = marker === 0xe1 ? orientationOf(segment.subarray(4)) : undefined
    if (orientation !== undefined) kept.push(onlyOrientation(orientation))
    else if (isColour || !isApplicationOrComment(marker)) kept.push(segment)
    if (marker !== 0xda) continue
    const scanEnd = endOfScan(bytes, at)
    if (scanEnd < 0) return null
    kept.push(bytes.subarray(at, scanEnd))
    at = scanEnd
  }
  return null
}

const PNG_KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT'])

const plainPng = (bytes: Uint8Array): Uint8Array | null => {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + readNumber(bytes, at, 4, false)
    if (end > bytes.length) return null
    const name = textAt(bytes, at + 4, 4)
    const chunk = bytes.subarray(at, end)
    if (name === 'IEND') return joined([...kept, chunk])
    if (PNG_KEPT.has(name)) kept.push(chunk)
    at = end
  }
  return null
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'ALPH'])
/** Flags of what is left behind: colour profile, Exif, XMP. */
const WEBP_LEFT = 0x20 | 0x08 | 0x04

const plainWebp = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes.length < 20) return null
  const kept: Uint8Array[] = []
  const whole = Math.min(bytes.length, 8 + readNumber(bytes, 4, 4, true))
  for (let at = 12; at + 8 <= whole; ) {
    const size = readNumber(bytes, at + 4, 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > whole) return null
    const name = textAt(bytes, at, 4)
    const chunk = bytes.slice(at, end)
    if (name === 'ANIM' || name === 'ANMF') return null
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_LEFT
    if (name === 'VP8X' || WEBP_KEPT.has(name)) kept.push(chunk)
    at = end
  }
  if (kept.length === 0) return null
  const body = joined(kept)
  const header = Uint8Array.from(bytes.subarray(0, 12))
  new DataView(header.buffer).setUint32(4, body.length + 4, true)
  return joined([header, body])
}

/**
 * A photo written anew with its picture only: no place, time, device, name, comment, colour profile, thumbnail, nor
 * anything after its end. Which way up it is stays. Null for what is not wholly understood: then it is not shown.
 */
export const plainPhoto = (bytes: Uint8Array, contentType: string): Uint8Array | null => {
  if (contentType === 'image/jpeg') return plainJpeg(bytes)
  if (contentType === 'image/png') return plainPng(bytes)
  return contentType === 'image/webp' ? plainWebp(bytes) : null
}
