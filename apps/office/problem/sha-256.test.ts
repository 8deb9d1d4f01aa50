import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256, sha256InScript } from './sha-256.ts'

describe('a photo’s name', () => {
  test('is the published SHA-256 of “abc”', async () => {
    const abc = new TextEncoder().encode('abc')
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sha256InScript(abc)).toBe(known)
    expect(await sha256(abc)).toBe(known)
  })

  test('is the same without the browser’s own arithmetic, for any bytes around the block’s edges', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(sha256InScript(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
  })
})
