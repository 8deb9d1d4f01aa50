import { gzipSync } from 'node:zlib'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { joinSealed, SEALING_INFO } from '@thaiqm/contract/sync/sealed-text.ts'

const text = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64url')
const utf8 = (words: string) => new TextEncoder().encode(words)

/** What a phone does, by the web's own cryptography; for tests. */
export const sealAsPhone = async (
  { keyId, publicKey }: { readonly keyId: string; readonly publicKey: string },
  words: string,
  owner: string,
  isPacked = false,
): Promise<string> => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(Buffer.from(publicKey, 'base64url')))
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const { ct, enc } = await suite.seal({ recipientPublicKey, info: utf8(SEALING_INFO) }, raw)
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: utf8(owner) },
    key,
    isPacked ? new Uint8Array(gzipSync(words)) : utf8(words),
  )
  const parts = { encapsulated: text(enc), wrapped: text(ct), nonce: text(nonce), text: text(sealed) }
  return joinSealed({ keyId, ...parts, isPacked })
}
