import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainPhoto } from './plain-photo.ts'

const bytes = (...parts: (string | readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(Buffer.concat(parts.map(p => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p)))))
const has = (whole: Uint8Array | null, text: string) => Buffer.from(whole ?? []).includes(Buffer.from(text, 'latin1'))

const segment = (marker: number, body: Uint8Array) =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], body)
const exif = (orientation: number, rest: string) =>
  bytes('Exif\0\0', 'II*\0', [8, 0, 0, 0], [1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], [0, 0, 0, 0], rest)
const PLACE = 'GPS 16.5436N 104.7235E'

const tables = bytes(segment(0xdb, bytes('quantising')), segment(0xc0, bytes('frame')), segment(0xc4, bytes('huffman')))
// Stuffing, a restart, and a second scan, as progressive pictures have them.
const scans = bytes(
  segment(0xda, bytes('scan1')),
  [1, 0xff, 0, 2, 0xff, 0xd3, 3],
  segment(0xda, bytes('scan2')),
  [4, 5],
)
const end = [0xff, 0xd9]

describe('a JPEG', () => {
  const written = bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0 a thumbnail')),
    segment(0xe1, exif(6, PLACE)),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', 'the photographer')),
    segment(0xe2, bytes('ICC_PROFILE of a device')),
    segment(0xfe, bytes('a comment')),
    tables,
    scans,
    end,
    'after the end: a film with a place',
  )

  test('keeps its picture and which way up it is, and nothing else', () => {
    const plain = plainPhoto(written, 'image/jpeg')
    for (const told of ['JFIF', PLACE, 'photographer', 'device', 'comment', 'film'])
      expect(has(plain, told), told).toBe(false)
    const upright = bytes('Exif\0\0MM\0*', [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])
    expect(plain).toEqual(bytes([0xff, 0xd8], segment(0xe1, upright), tables, scans, end))
    // Done twice it is the same picture.
    expect(plainPhoto(plain ?? bytes(), 'image/jpeg')).toEqual(plain)
  })

  test('says how its colours are coded where that is Adobe’s word, and is not shown when cut short', () => {
    const adobe = segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1]))
    const plain = bytes([0xff, 0xd8], adobe, tables, scans, end)
    expect(plainPhoto(plain, 'image/jpeg')).toEqual(plain)
    for (let length = 2; length < plain.length - 1; length += 1)
      expect(plainPhoto(plain.subarray(0, length), 'image/jpeg'), String(length)).toBeNull()
  })
})

test('a PNG keeps its picture and leaves words, time, place and whatever follows it', () => {
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return bytes(length, name, data, [9, 9, 9, 9])
  }
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const picture = chunk('IDAT', deflateSync(Buffer.from('pixels')))
  const header = chunk('IHDR', bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
  const last = chunk('IEND', bytes())
  const written = bytes(
    signature,
    header,
    chunk('eXIf', bytes(PLACE)),
    chunk('tEXt', bytes('Author\0a name')),
    chunk('tIME', bytes('now')),
    picture,
    last,
    'after',
  )
  expect(plainPhoto(written, 'image/png')).toEqual(bytes(signature, header, picture, last))
  expect(plainPhoto(written.subarray(0, 60), 'image/png')).toBeNull()
})

test('a WebP keeps its picture, and its header no longer promises what is gone', () => {
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(data.length)
    return bytes(name, length, data, data.length % 2 === 1 ? [0] : [])
  }
  const whole = (...chunks: Uint8Array[]) => {
    const body = bytes('WEBP', ...chunks)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(body.length)
    return bytes('RIFF', length, body)
  }
  const head = (flags: number) => chunk('VP8X', bytes([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]))
  const picture = chunk('VP8 ', bytes('pixels.'))
  const written = whole(
    head(0x10 | 0x2c),
    chunk('ICCP', bytes('device')),
    picture,
    chunk('EXIF', bytes(PLACE)),
    chunk('XMP ', bytes('name')),
  )
  expect(plainPhoto(written, 'image/webp')).toEqual(whole(head(0x10), picture))
  expect(plainPhoto(whole(head(2), chunk('ANIM', bytes('film'))), 'image/webp')).toBeNull()
})

test('whatever the bytes are, a place written into them does not come through, and nothing is thrown', () => {
  const starts = {
    'image/jpeg': [0xff, 0xd8, 0xff],
    'image/png': [0x89, 0x50, 0x4e, 0x47],
    'image/webp': 'RIFF    WEBP',
  }
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(starts) as (keyof typeof starts)[])),
      fc.uint8Array({ maxLength: 400 }),
      (type, rest) => {
        plainPhoto(bytes(starts[type], rest), type)
        plainPhoto(bytes([0xff, 0xd8], segment(0xe1, bytes('Exif\0\0', rest)), tables, scans, end), 'image/jpeg')
        const commented = bytes([0xff, 0xd8], segment(0xfe, bytes(rest, PLACE)), tables, scans, end)
        expect(has(plainPhoto(commented, 'image/jpeg'), PLACE)).toBe(false)
      },
    ),
  )
})
