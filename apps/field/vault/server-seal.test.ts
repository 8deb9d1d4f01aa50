import { gunzipSync } from 'node:zlib'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { SEALING_INFO, splitSealed } from '@thaiqm/contract/sync/sealed-text.ts'
import { expect, test } from 'vitest'
import { createServerSeal } from './server-seal.ts'
import { fromBase64Url, toBase64Url } from './vault-crypto.ts'

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** The server's side, as RFC 9180 has it. */
const open = async (recipientKey: CryptoKeyPair, sealed: string, about: string): Promise<string> => {
  const { encapsulated = '', wrapped = '', nonce = '', text = '', isPacked } = splitSealed(sealed) ?? {}
  const info = new TextEncoder().encode(SEALING_INFO)
  const raw = await suite.open({ recipientKey, enc: fromBase64Url(encapsulated), info }, fromBase64Url(wrapped))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  const algorithm = { name: 'AES-GCM', iv: fromBase64Url(nonce), additionalData: new TextEncoder().encode(about) }
  const bytes = Buffer.from(await crypto.subtle.decrypt(algorithm, key, fromBase64Url(text)))
  return (isPacked === true ? gunzipSync(bytes) : bytes).toString('utf8')
}

const serverKeys = async () => {
  const pair = await suite.kem.generateKeyPair()
  const publicKey = toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)))
  return { pair, sealingKey: { keyId: 'k1', publicKey } }
}

test('the server reads what a phone sealed to it, and only where it belongs', async () => {
  const { pair, sealingKey } = await serverKeys()
  const { seal } = await createServerSeal(sealingKey)
  const [first, second] = [await seal('{"note":"บ้านเลขที่ 97"}', 'command-1'), await seal('{}', 'command-2')]
  expect(await open(pair, first, 'command-1')).toBe('{"note":"บ้านเลขที่ 97"}')
  expect(await open(pair, second, 'command-2')).toBe('{}')
  await expect(open(pair, first, 'command-2')).rejects.toThrow()
  expect(first.split('.').slice(0, 3)).toEqual(second.split('.').slice(0, 3))
})

test('a form is packed before it is sealed: what travels is far smaller, and opens to the same text', async () => {
  const { pair, sealingKey } = await serverKeys()
  const { seal } = await createServerSeal(sealingKey)
  const answers = Object.fromEntries(Array.from({ length: 220 }, (_, n) => [`Q${n}`, n % 3 === 0 ? 'ไม่มี' : 'yes']))
  const form = JSON.stringify({ answers })
  const sealed = await seal(form, 'command-3')
  expect(await open(pair, sealed, 'command-3')).toBe(form)
  expect(sealed.length).toBeLessThan(new TextEncoder().encode(form).length / 2)
})

test('each run seals under a key of its own, and no nonce comes twice', async () => {
  const { sealingKey } = await serverKeys()
  const runs = await Promise.all([createServerSeal(sealingKey), createServerSeal(sealingKey)])
  const sealed = await Promise.all(runs.flatMap(({ seal }) => Array.from({ length: 50 }, () => seal('x', 'a'))))
  expect(new Set(sealed.map(text => text.split('.')[1])).size).toBe(2)
  expect(new Set(sealed.map(text => text.split('.')[3])).size).toBe(100)
})
