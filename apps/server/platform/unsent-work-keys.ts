import { createDecipheriv, randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { SEALING_INFO, type SealedParts, splitSealed } from '@thaiqm/contract/sync/sealed-text.ts'
import { z } from 'zod'

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)
const keysFile = z.object({
  current: z.string(),
  keys: z.array(z.object({ keyId: z.string(), publicKey: base64url, privateKey: base64url })).min(1),
})

/** Opens what phones have sealed to this installation. Old keys stay: a phone may come back after weeks. */
export interface UnsentWorkKeys {
  readonly publicKey: { readonly keyId: string; readonly publicKey: string }
  /** The text in clear; undefined when it is damaged, belongs to something else, or is sealed to another installation. */
  open(sealed: string, owner: string): Promise<string | undefined>
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'))

const makeKeys = async (): Promise<z.infer<typeof keysFile>> => {
  const pair = await suite.kem.generateKeyPair()
  const asText = async (bytes: Promise<ArrayBuffer>) => Buffer.from(await bytes).toString('base64url')
  const keyId = randomUUID().slice(0, 8)
  const publicKey = await asText(suite.kem.serializePublicKey(pair.publicKey))
  const privateKey = await asText(suite.kem.serializePrivateKey(pair.privateKey))
  return { current: keyId, keys: [{ keyId, publicKey, privateKey }] }
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const REMEMBERED = 500

/** No form is larger; what unpacks to more is no form. */
const MOST_UNPACKED = 16 * 1024 * 1024

const openText = (key: Uint8Array, { nonce, text, isPacked }: SealedParts, owner: string): string | undefined => {
  const [iv, sealed] = [toBytes(nonce), toBytes(text)]
  if (iv.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return undefined
  const end = sealed.length - TAG_BYTES
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
    decipher.setAAD(Buffer.from(owner))
    decipher.setAuthTag(sealed.subarray(end))
    const open = Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
    return (isPacked === true ? gunzipSync(open, { maxOutputLength: MOST_UNPACKED }) : open).toString('utf8')
  } catch {
    return undefined
  }
}

/** Reads the installation's key pair for unsent work from its file (0600), or makes it the first time. */
export const readUnsentWorkKeys = async (path: string): Promise<UnsentWorkKeys> => {
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const { current, keys } = stored === null ? await makeKeys() : keysFile.parse(JSON.parse(stored))
  if (stored === null) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify({ current, keys }), { mode: 0o600, flag: 'wx' })
  }
  const privateKeys = new Map(
    await Promise.all(
      keys.map(async k => [k.keyId, await suite.kem.deserializePrivateKey(toBytes(k.privateKey))] as const),
    ),
  )
  const publicKey = keys.find(k => k.keyId === current)?.publicKey ?? ''

  // A phone's run of the app wraps one key for everything it seals: unwrapped once, it opens the whole batch.
  const unwrapped = new Map<string, Promise<Uint8Array | undefined>>()
  const unwrap = (keyId: string, encapsulated: string, wrapped: string): Promise<Uint8Array | undefined> => {
    const name = `${keyId}.${encapsulated}.${wrapped}`
    const known = unwrapped.get(name)
    if (known !== undefined) return known
    const privateKey = privateKeys.get(keyId)
    const opening =
      privateKey === undefined
        ? Promise.resolve(undefined)
        : suite
            .open(
              { recipientKey: privateKey, enc: toBytes(encapsulated), info: new TextEncoder().encode(SEALING_INFO) },
              toBytes(wrapped),
            )
            .then(key => new Uint8Array(key))
            .catch(() => undefined)
    if (unwrapped.size >= REMEMBERED) unwrapped.clear()
    unwrapped.set(name, opening)
    return opening
  }

  return {
    publicKey: { keyId: current, publicKey },
    open: async (sealed, owner) => {
      const parts = splitSealed(sealed)
      if (parts === undefined) return undefined
      const key = await unwrap(parts.keyId, parts.encapsulated, parts.wrapped)
      return key?.length === 32 ? openText(key, parts, owner) : undefined
    },
  }
}
