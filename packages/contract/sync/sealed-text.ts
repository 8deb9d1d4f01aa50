/**
 * Unsent work as it lies on a phone: readable by nobody but the server. A fresh AES-256 key per unlocked run of the app is
 * wrapped to the server's public key by HPKE (RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, info
 * `SEALING_INFO`, no additional data); the text itself is AES-256-GCM under that key with a random 12-byte nonce and the
 * UTF-8 bytes of `owner` (the command's or draft's id) as additional data. All parts in base64url, joined by dots. A form is
 * packed by gzip before it is sealed, a sixth of its size, and then has `gz` for a last part: sealed text cannot be packed.
 */
export interface SealedParts {
  readonly keyId: string
  /** HPKE's encapsulated key, 65 bytes. */
  readonly encapsulated: string
  /** The wrapped AES key, 48 bytes. */
  readonly wrapped: string
  readonly nonce: string
  /** Ciphertext with its 16-byte tag. */
  readonly text: string
  readonly isPacked?: boolean
}

const PACKED = 'gz'

export const SEALING_INFO = 'thaiqm-unsent-work'

export const joinSealed = ({ keyId, encapsulated, wrapped, nonce, text, isPacked }: SealedParts): string =>
  [keyId, encapsulated, wrapped, nonce, text, ...(isPacked === true ? [PACKED] : [])].join('.')

/** Undefined when it is no sealed text at all. */
export const splitSealed = (sealed: string): SealedParts | undefined => {
  const [keyId, encapsulated, wrapped, nonce, text, packed, ...rest] = sealed.split('.')
  const isWhole = rest.length === 0 && (packed === undefined || packed === PACKED)
  return keyId && encapsulated && wrapped && nonce && text && isWhole
    ? { keyId, encapsulated, wrapped, nonce, text, isPacked: packed === PACKED }
    : undefined
}
