/** A key of the vault: its id stands beside everything sealed with it, so that what another key sealed is known as such. */
export interface VaultKey {
  readonly id: string
  readonly key: CryptoKey
}

/** Bytes that only one key opens: a nonce of 12 bytes and the sealed text with its tag. */
export interface Sealed {
  readonly keyId: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** PBKDF2-SHA-256 rounds for a PIN (OWASP 2023). */
export const PIN_ROUNDS = 600_000

const NONCE_BYTES = 12
const utf8 = new TextEncoder()
const text = new TextDecoder()

export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

export const toBase64Url = (bytes: Uint8Array): string => {
  let letters = ''
  for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

export const fromBase64Url = (letters: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(letters.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Encrypts bytes; `about` says what they are, so that one row cannot be put in another's place. */
export const sealBytes = async (
  { id, key }: VaultKey,
  bytes: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Sealed> => {
  const iv = randomBytes(NONCE_BYTES)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(about) }, key, bytes)
  return { keyId: id, bytes: joined([iv, new Uint8Array(sealed)]) }
}

/** The bytes again; undefined when another key sealed them. Changed bytes, or those of another row, are thrown. */
export const openBytes = async (
  keys: readonly (VaultKey | null)[],
  { keyId, bytes }: Sealed,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const found = keys.find(key => key?.id === keyId)
  if (found == null) return undefined
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES), additionalData: utf8.encode(about) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, found.key, bytes.subarray(NONCE_BYTES)))
}

export const sealJson = (key: VaultKey, value: unknown, about: string): Promise<Sealed> =>
  sealBytes(key, utf8.encode(JSON.stringify(value)), about)

export const openJson = async <Value>(
  keys: readonly (VaultKey | null)[],
  sealed: Sealed,
  about: string,
): Promise<Value | undefined> => {
  const bytes = await openBytes(keys, sealed, about)
  return bytes === undefined ? undefined : (JSON.parse(text.decode(bytes)) as Value)
}

/** A key of this phone that its browser does not give away, not even to this app. */
export const makeDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

const importAesKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** The secret of a PIN on this very phone: PBKDF2 of the PIN, joined with what the device key makes of the salt. */
export const secretOf = async (
  pin: string,
  { salt, rounds, deviceKey }: { salt: Uint8Array<ArrayBuffer>; rounds: number; deviceKey: CryptoKey },
): Promise<CryptoKey> => {
  const typed = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveBits'])
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    256,
  )
  const signed = await crypto.subtle.sign('HMAC', deviceKey, salt)
  const both = joined([new Uint8Array(stretched), new Uint8Array(signed)])
  return crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey'])
}

/** The key that wraps a data key: the PIN's secret on this phone and, for households, the server's share (HKDF-SHA-256). */
export const wrappingKey = (secret: CryptoKey, share: string | null): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: share === null ? new Uint8Array(32) : utf8.encode(share),
      info: utf8.encode(share === null ? 'thaiqm own work' : 'thaiqm households'),
    },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )

export interface MadeKey {
  readonly key: VaultKey
  /** The key's bytes under the wrapping key, for the disk. */
  readonly wrapped: Sealed
}

/** A new data key, and the same wrapped. */
export const makeDataKey = async (wrapping: CryptoKey): Promise<MadeKey> => {
  const id = crypto.randomUUID()
  const bytes = randomBytes(32)
  const wrapped = await sealBytes({ id, key: wrapping }, bytes, id)
  return { key: { id, key: await importAesKey(bytes) }, wrapped }
}

/** A data key unwrapped; undefined when the wrapping key is not its own: a wrong PIN, or another share. */
export const unwrapDataKey = async (wrapping: CryptoKey, wrapped: Sealed): Promise<VaultKey | undefined> => {
  try {
    const bytes = await openBytes([{ id: wrapped.keyId, key: wrapping }], wrapped, wrapped.keyId)
    return bytes === undefined ? undefined : { id: wrapped.keyId, key: await importAesKey(bytes) }
  } catch {
    return undefined
  }
}

/** The same data key under another wrapping key. */
export const rewrapDataKey = async (from: CryptoKey, to: CryptoKey, wrapped: Sealed): Promise<Sealed | undefined> => {
  const { keyId } = wrapped
  try {
    const bytes = await openBytes([{ id: keyId, key: from }], wrapped, keyId)
    return bytes === undefined ? undefined : await sealBytes({ id: keyId, key: to }, bytes, keyId)
  } catch {
    return undefined
  }
}

/** A key that lives only as long as the app is open. */
export const makePassingKey = async (): Promise<VaultKey> => ({
  id: crypto.randomUUID(),
  key: await importAesKey(randomBytes(32)),
})
