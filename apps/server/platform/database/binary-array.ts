export type Cell = string | number | boolean | null | Uint8Array

/** Column types that are sent to PostgreSQL in its binary form: nothing is quoted here and parsed again there. */
const typeOids = {
  boolean: 16,
  bytea: 17,
  bigint: 20,
  smallint: 21,
  int: 23,
  text: 25,
  float8: 701,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
} as const

export type ColumnType = keyof typeof typeOids

const HEADER_BYTES = 20
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000
const TWO_TO_32 = 2 ** 32

// One scratch buffer for everybody: it is filled and copied without anything happening in between.
let scratch = Buffer.allocUnsafeSlow(256 * 1024)

const ensure = (upTo: number): void => {
  if (upTo <= scratch.length) return
  const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(upTo)))
  scratch.copy(larger)
  scratch = larger
}

const integer = (value: Cell): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new RangeError('not a whole number')
  return value
}

const text = (value: Cell): string => {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

const millisecondsOf = (value: Cell): number => {
  const milliseconds = Date.parse(text(value))
  if (Number.isNaN(milliseconds)) throw new RangeError('not a moment')
  return milliseconds - POSTGRES_EPOCH_MS
}

const writeInt64 = (value: number, at: number): number => {
  const high = Math.floor(value / TWO_TO_32)
  scratch.writeInt32BE(high, at)
  scratch.writeUInt32BE(value - high * TWO_TO_32, at + 4)
  return 8
}

const writeInt32 = (value: number, at: number): number => {
  scratch.writeInt32BE(value, at)
  return 4
}

const hexDigit = (code: number): number => {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  if (lower >= 97 && lower <= 102) return lower - 87
  throw new RangeError('not a uuid')
}

const writeUuid = (value: string, at: number): number => {
  if (value.length !== 36) throw new RangeError('not a uuid')
  let byte = at
  for (let index = 0; index < 36; index += 2) {
    if (index === 8 || index === 13 || index === 18 || index === 23) index += 1
    scratch[byte] = (hexDigit(value.charCodeAt(index)) << 4) | hexDigit(value.charCodeAt(index + 1))
    byte += 1
  }
  return 16
}

const writeBytes = (value: Cell, at: number): number => {
  if (!(value instanceof Uint8Array)) throw new TypeError('not bytes')
  ensure(at + value.length)
  scratch.set(value, at)
  return value.length
}

/** No text is longer in UTF-8 than three bytes for each of its units. */
const writeText = (value: string, at: number): number => {
  ensure(at + value.length * 3)
  return scratch.write(value, at, 'utf8')
}

/** Each writes one value at its place in the scratch buffer, where 16 bytes are free, and answers how long it is. */
const writers: Readonly<Record<ColumnType, (value: Cell, at: number) => number>> = {
  boolean: (value, at) => {
    if (typeof value !== 'boolean') throw new TypeError('not true or false')
    scratch[at] = value ? 1 : 0
    return 1
  },
  bytea: writeBytes,
  bigint: (value, at) => writeInt64(integer(value), at),
  smallint: (value, at) => {
    scratch.writeInt16BE(integer(value), at)
    return 2
  },
  int: (value, at) => writeInt32(integer(value), at),
  text: (value, at) => writeText(text(value), at),
  float8: (value, at) => {
    if (typeof value !== 'number') throw new TypeError('not a number')
    scratch.writeDoubleBE(value, at)
    return 8
  },
  date: (value, at) => {
    const days = millisecondsOf(value) / DAY_MS
    return writeInt32(integer(days), at)
  },
  timestamptz: (value, at) => writeInt64(millisecondsOf(value) * 1_000, at),
  uuid: (value, at) => writeUuid(text(value), at),
}

/**
 * A list of values as PostgreSQL's binary array, for a parameter with the cast `::type[]`. Whole numbers, `Day` and
 * `Instant` texts, texts, bytes; null is null. Throws what the type cannot hold.
 */
export const binaryArray = (type: ColumnType, values: readonly (Cell | undefined)[]): Buffer => {
  const write = writers[type]
  let at = HEADER_BYTES
  let hasNull = false
  for (const value of values) {
    ensure(at + 4 + 16)
    if (value === null || value === undefined) {
      hasNull = true
      scratch.writeInt32BE(-1, at)
      at += 4
      continue
    }
    const length = write(value, at + 4)
    scratch.writeInt32BE(length, at)
    at += 4 + length
  }
  scratch.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  scratch.writeInt32BE(hasNull ? 1 : 0, 4)
  scratch.writeInt32BE(typeOids[type], 8)
  if (values.length === 0) return Buffer.from(scratch.subarray(0, 12))
  scratch.writeInt32BE(values.length, 12)
  scratch.writeInt32BE(1, 16)
  return Buffer.from(scratch.subarray(0, at))
}
