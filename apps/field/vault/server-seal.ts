import { joinSealed, SEALING_INFO } from '@thaiqm/contract/sync/sealed-text.ts'
import { fromBase64Url, randomBytes, toBase64Url } from './vault-crypto.ts'

/** The server's public key as it says it: P-256, uncompressed, base64url. */
export interface SealingKey {
  readonly keyId: string
  readonly publicKey: string
}

const utf8 = new TextEncoder()
const NONCE_BYTES = 12
/** Shorter texts gain nothing by packing. */
const WORTH_PACKING = 512

const packed = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  )

/**
 * Seals texts to the server, in the form of `sealed-text.ts`: whoever holds the phone cannot read them, not even this
 * app. One fresh key per run is wrapped to the server; every text has a nonce of its own.
 */
export const createServerSeal = async ({ keyId, publicKey }: SealingKey) => {
  const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import('@hpke/core')
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(publicKey))
  const bytes = randomBytes(32)
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: utf8.encode(SEALING_INFO) }, bytes)
  const [encapsulated, wrapped] = [toBase64Url(new Uint8Array(enc)), toBase64Url(new Uint8Array(ct))]
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt'])

  return {
    keyId,
    /** `about` is the id of the command or draft: the text counts only there. */
    seal: async (text: string, about: string): Promise<string> => {
      const iv = randomBytes(NONCE_BYTES)
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(about) }
      const bytes = utf8.encode(text)
      const isPacked = bytes.length >= WORTH_PACKING && 'CompressionStream' in globalThis
      const sealed = await crypto.subtle.encrypt(algorithm, key, isPacked ? await packed(bytes) : bytes)
      return joinSealed({
        keyId,
        encapsulated,
        wrapped,
        nonce: toBase64Url(iv),
        text: toBase64Url(new Uint8Array(sealed)),
        isPacked,
      })
    },
  }
}

export type ServerSeal = Awaited<ReturnType<typeof createServerSeal>>
