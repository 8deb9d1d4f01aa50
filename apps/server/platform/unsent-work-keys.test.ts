import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { joinSealed, SEALING_INFO } from '@thaiqm/contract/sync/sealed-text.ts'
import { afterAll, expect, test } from 'vitest'
import { readUnsentWorkKeys } from './unsent-work-keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'unsent-keys-'))
afterAll(() => rm(folder, { recursive: true }))

const text = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64url')
const utf8 = (words: string) => new TextEncoder().encode(words)

/** As a phone does it, by the web's own cryptography. */
const sealAsPhone = async (words: string, owner: string, keyId: string, publicKey: string): Promise<string> => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(Buffer.from(publicKey, 'base64url')))
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const { ct, enc } = await suite.seal({ recipientPublicKey, info: utf8(SEALING_INFO) }, raw)
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: utf8(owner) },
    key,
    utf8(words),
  )
  return joinSealed({ keyId, encapsulated: text(enc), wrapped: text(ct), nonce: text(nonce), text: text(sealed) })
}

test('what a phone sealed is opened here, also after a restart, and for its own owner only', async () => {
  const path = join(folder, 'keys', 'unsent-work.json')
  const first = await readUnsentWorkKeys(path)
  const { keyId, publicKey } = first.publicKey
  const sealed = await sealAsPhone('{"note":"น้ำท่วมทุกปี"}', 'command-1', keyId, publicKey)
  expect(sealed).not.toContain('น้ำ')
  const again = await readUnsentWorkKeys(path)
  expect(again.publicKey).toEqual(first.publicKey)
  expect(await again.open(sealed, 'command-1')).toBe('{"note":"น้ำท่วมทุกปี"}')
  expect(await again.open(sealed, 'command-2')).toBeUndefined()
})

test('what is damaged, cut, foreign or no sealed text at all is not opened and not an error', async () => {
  const here = await readUnsentWorkKeys(join(folder, 'here.json'))
  const there = await readUnsentWorkKeys(join(folder, 'there.json'))
  const { keyId, publicKey } = there.publicKey
  const foreign = await sealAsPhone('x', 'c', keyId, publicKey)
  const own = await sealAsPhone('x', 'c', here.publicKey.keyId, here.publicKey.publicKey)
  const flipped = `${own.slice(0, -2)}${own.endsWith('AA') ? 'BB' : 'AA'}`
  for (const sealed of [foreign, flipped, own.slice(0, 60), 'a.b.c.d.e', ''])
    expect(await here.open(sealed, 'c')).toBeUndefined()
  expect(await here.open(own, 'c')).toBe('x')
})
