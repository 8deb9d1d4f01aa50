/** Chance of one world: the same seed gives the same draws, for ever. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number from 0 to below `below`. */
  below(below: number): number
  chance(probability: number): boolean
  pick<Value>(from: readonly Value[]): Value
  uuid(): string
}

/** sfc32, seeded through splitmix32: quick, and good enough to explore worlds. */
export const createRandom = (seed: number): Random => {
  let mixed = seed | 0
  const mix = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0
    let t = mixed ^ (mixed >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return t ^ (t >>> 15)
  }
  let [a, b, c, d] = [mix(), mix(), mix(), 1]
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let warm = 0; warm < 12; warm += 1) word()
  const next = (): number => word() / 4_294_967_296
  const below = (limit: number): number => Math.floor(next() * limit)
  const hex = (): string => word().toString(16).padStart(8, '0')
  return {
    next,
    below,
    chance: probability => next() < probability,
    pick: from => {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    uuid: () => {
      const [one, two, three, four] = [hex(), hex(), hex(), hex()]
      return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-8${three.slice(1, 4)}-${three.slice(4)}${four}`
    },
  }
}
