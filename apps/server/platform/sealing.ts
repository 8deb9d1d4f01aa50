import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Keys of the installation, kept outside the database: sealing of personal numbers, and look-up by keyed hash. */
export interface SealingKeys {
  readonly version: number
  /** 32 bytes, AES-256-GCM. */
  readonly seal: Uint8Array
  /** 32 bytes, HMAC-SHA-256. */
  readonly lookUp: Uint8Array
}

/** National numbers and telephone numbers never lie open in the database, wherever in a document they stand. */
const sealedKeys = new Set(['nationalNumber', 'phone'])

const NONCE_BYTES = 12
const TAG_BYTES = 16

const sealText = (keys: SealingKeys, text: string, owner: string): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${keys.version}:${sealed.toString('base64')}`
}

const openText = (keys: SealingKeys, sealed: string, owner: string): string => {
  const [version, body = ''] = sealed.split(':')
  if (Number(version) !== keys.version) throw new Error(`sealed under key ${version}, which this server does not have`)
  const bytes = Buffer.from(body, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const open = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)), decipher.final()])
  return open.toString('utf8')
}

/** A document as it is stored: JSON in which each sealed field holds `{ sealed }`, bound to the ledger it belongs to. */
export const sealDocument = (keys: SealingKeys, document: unknown, owner: string): string =>
  JSON.stringify(document, (key, value: unknown) =>
    sealedKeys.has(key) && typeof value === 'string' && value !== '' ? { sealed: sealText(keys, value, owner) } : value,
  )

export const openDocument = (keys: SealingKeys, stored: string, owner: string): unknown =>
  JSON.parse(stored, (key, value: unknown) =>
    sealedKeys.has(key) && value !== null && typeof value === 'object' && 'sealed' in value
      ? openText(keys, String(value.sealed), owner)
      : value,
  )

/** What a national number is found by: a keyed hash, worthless without the key. */
export const lookUpHash = (keys: SealingKeys, nationalNumber: string): Uint8Array =>
  createHmac('sha256', keys.lookUp).update(`national-number|${nationalNumber}`).digest()
