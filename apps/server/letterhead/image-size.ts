/** Width and height of an image in pixels, with the form its own bytes say it has. */
export interface ImageSize {
  readonly type: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const isSized = (width: number, height: number): boolean =>
  width >= 16 && height >= 16 && width <= 10_000 && height <= 10_000

const pngSize = (view: DataView): ImageSize | null => {
  // The first piece of a PNG is always its head (IHDR), with both sides in its first eight bytes.
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

const jpegSize = (view: DataView): ImageSize | null => {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    // Start of frame, whichever way it is coded; C4, C8 and CC are tables that only look alike.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { type: 'jpg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Reads a PNG's or JPEG's size from its bytes; null for anything else, whatever its sender calls it. */
export const imageSize = (bytes: Uint8Array): ImageSize | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = PNG.every((byte, i) => bytes[i] === byte)
    ? pngSize(view)
    : bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
      ? jpegSize(view)
      : null
  return size !== null && isSized(size.width, size.height) ? size : null
}
