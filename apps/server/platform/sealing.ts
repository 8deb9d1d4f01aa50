import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'

/** Keys of the installation, kept outside the database: sealing of personal numbers, and look-up by keyed hash. */
export interface SealingKeys {
  readonly version: number
  /** 32 bytes, AES-256-GCM. */
  readonly seal: Uint8Array
  /** 32 bytes, HMAC-SHA-256. */
  readonly lookUp: Uint8Array
}

/**
 * National numbers and telephone numbers never lie open in the database, wherever in a document they stand. Inside a
 * JSON string every quote carries a backslash, so these patterns meet keys and values only, never a person's words.
 */
const OPEN_FIELD = /"(nationalNumber|phone)":("(?:[^"\\]|\\.)+")/g
const SEALED_FIELD = /"(nationalNumber|phone)":\{"sealed":"([^"\\]*)"\}/g

const NONCE_BYTES = 12
const TAG_BYTES = 16

const keyObjects = new WeakMap<Uint8Array, KeyObject>()

/** Preparing a key costs more than using it. */
const prepared = (key: Uint8Array): KeyObject => {
  const known = keyObjects.get(key)
  if (known !== undefined) return known
  const made = createSecretKey(key)
  keyObjects.set(key, made)
  return made
}

const nonces = new Uint8Array(NONCE_BYTES * 256)
let nextNonce = nonces.length

/** Asking for random bytes costs more than sealing with them: many nonces are fetched at once, each used once. */
const freshNonce = (): Uint8Array => {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces)
    nextNonce = 0
  }
  nextNonce += NONCE_BYTES
  return nonces.slice(nextNonce - NONCE_BYTES, nextNonce)
}

const MOST_REMEMBERED = 4_096

type Memory<Value> = WeakMap<SealingKeys, Map<string, Value>>

/** What was sealed or opened lately, of each set of keys: a number stands in a command, a fact and a document at once. */
const rememberedSealed: Memory<string> = new WeakMap()

const memoryOf = <Value>(memory: Memory<Value>, keys: SealingKeys): Map<string, Value> => {
  const known = memory.get(keys)
  if (known !== undefined && known.size < MOST_REMEMBERED) return known
  const empty = new Map<string, Value>()
  memory.set(keys, empty)
  return empty
}

const sealText = (keys: SealingKeys, text: string, owner: string): string => {
  const memory = memoryOf(rememberedSealed, keys)
  const known = memory.get(`${owner}|${text}`)
  if (known !== undefined) return known
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', prepared(keys.seal), nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const stored = `${keys.version}:${sealed.toString('base64')}`
  memory.set(`${owner}|${text}`, stored)
  return stored
}

const openText = (keys: SealingKeys, sealed: string, owner: string): string => {
  const [version, body = ''] = sealed.split(':')
  if (Number(version) !== keys.version) throw new Error(`sealed under key ${version}, which this server does not have`)
  const bytes = Buffer.from(body, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', prepared(keys.seal), bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const open = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)), decipher.final()])
  const text = open.toString('utf8')
  memoryOf(rememberedSealed, keys).set(`${owner}|${text}`, sealed)
  return text
}

/** JSON with each sealed field as `{ sealed }`, bound to the ledger it belongs to. */
export const sealJson = (keys: SealingKeys, json: string, owner: string): string =>
  json.replace(
    OPEN_FIELD,
    (_whole, key: string, text: string) => `"${key}":{"sealed":"${sealText(keys, JSON.parse(text) as string, owner)}"}`,
  )

/** A document as it is stored. */
export const sealDocument = (keys: SealingKeys, document: unknown, owner: string): string =>
  // A body may be missing altogether: what was sent is stored before it is judged.
  sealJson(keys, JSON.stringify(document) ?? 'null', owner)

export const openDocument = (keys: SealingKeys, stored: string, owner: string): unknown =>
  JSON.parse(
    stored.replace(
      SEALED_FIELD,
      (_whole, key: string, sealed: string) => `"${key}":${JSON.stringify(openText(keys, sealed, owner))}`,
    ),
  )

const rememberedHashes: Memory<Uint8Array> = new WeakMap()

/** What a national number is found by: a keyed hash, worthless without the key. */
export const lookUpHash = (keys: SealingKeys, nationalNumber: string): Uint8Array => {
  const memory = memoryOf(rememberedHashes, keys)
  const known = memory.get(nationalNumber)
  if (known !== undefined) return known
  const hash = createHmac('sha256', prepared(keys.lookUp)).update(`national-number|${nationalNumber}`).digest()
  memory.set(nationalNumber, hash)
  return hash
}
