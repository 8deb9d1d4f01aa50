import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asEmblem } from './emblem-file.ts'
import { imageSize } from './image-size.ts'

const PNG_BEGINS = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
const fourBytes = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const png = (width: number, height: number) =>
  new Uint8Array([...PNG_BEGINS, ...fourBytes(width), ...fourBytes(height), ...Array<number>(16).fill(0)])

// A JPEG as cameras write it: a comment before the frame, tables that begin like one, then the frame.
const jpeg = (width: number, height: number) =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 17, 8],
    ...[height >> 8, height & 255, width >> 8, width & 255],
    ...Array<number>(12).fill(0),
  ])

test('reads how large an image is from its own bytes, whatever comes before the frame', () => {
  const side = fc.integer({ min: 16, max: 10_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      expect(imageSize(png(width, height))).toEqual({ type: 'png', width, height })
      expect(imageSize(jpeg(width, height))).toEqual({ type: 'jpg', width, height })
    }),
  )
})

test('takes nothing else for an image: another form, one cut short, one without size, one too large to keep', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  expect(imageSize(bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(imageSize(bytesOf('RIFF1234WEBPVP8 '))).toBeNull()
  expect(imageSize(png(300, 330).subarray(0, 20))).toBeNull()
  expect(imageSize(jpeg(300, 330).subarray(0, 16))).toBeNull()
  expect(imageSize(png(0, 330))).toBeNull()
  expect(imageSize(png(300, 4_000_000_000))).toBeNull()
  const large = new Uint8Array(1024 * 1024 + 1)
  large.set(png(300, 330))
  expect(asEmblem(large)).toBeNull()
  expect(asEmblem(large.subarray(0, 1024 * 1024))).toMatchObject({ type: 'png', width: 300 })
})

test('no bytes make it fault or run for ever', () => {
  const any = fc.uint8Array({ maxLength: 200 })
  fc.assert(
    fc.property(any, fc.constantFrom<number[]>([], [0xff, 0xd8, 0xff], PNG_BEGINS), (rest, begins) => {
      const size = imageSize(new Uint8Array([...begins, ...rest]))
      expect(size === null || (size.width >= 16 && size.height >= 16)).toBe(true)
    }),
  )
})
