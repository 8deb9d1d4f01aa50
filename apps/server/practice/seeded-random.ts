import { createHash } from 'node:crypto'
import { uuidOfDigest } from '../platform/uuid-of-digest.ts'

/** Repeatable chance: the same seed gives the same numbers on every machine (sfc32, seeded by SHA-256 of a text). */
export interface SeededRandom {
  /** From 0 up to, and without, 1. */
  fraction(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  /** True in this share of the calls (0–1). */
  happens(share: number): boolean
  pick<Item>(from: readonly [Item, ...Item[]] | readonly Item[]): Item
  /** Picks by weight: `[['a', 3], ['b', 1]]` gives `a` three times as often. */
  weighted<Item>(from: readonly (readonly [Item, number])[]): Item
  uuid(): string
}

/** An id that a name always gets, so that guides and tests may say it: of people, partners, rounds, named households. */
export const uuidFrom = (name: string): string =>
  uuidOfDigest(createHash('sha256').update(`thaiqm-practice|${name}`).digest())

export const seededRandom = (seed: string): SeededRandom => {
  const state = createHash('sha256').update(seed).digest()
  let a = state.readInt32LE(0)
  let b = state.readInt32LE(4)
  let c = state.readInt32LE(8)
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  const fraction = () => next() / 4_294_967_296
  const pick = <Item>(from: readonly Item[]): Item => {
    if (from.length === 0) throw new Error('there is nothing to pick from')
    return from[Math.floor(fraction() * from.length)] as Item
  }
  return {
    fraction,
    whole: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    happens: share => fraction() < share,
    pick,
    weighted: from => {
      let left = fraction() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of from) {
        left -= weight
        if (left < 0) return item
      }
      return pick(from)[0]
    },
    uuid: () => {
      const bytes = Buffer.alloc(16)
      for (let at = 0; at < 16; at += 4) bytes.writeUInt32LE(next(), at)
      return uuidOfDigest(bytes)
    },
  }
}
