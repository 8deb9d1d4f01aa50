import type { Send } from '@thaiqm/contract/client/call-route.ts'
import { joinSealed, splitSealed } from '@thaiqm/contract/sync/sealed-text.ts'

/** A request as it lies on the wire. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly authorization: string | null
  readonly session: string | null
  readonly body: string | undefined
  readonly bytes: Uint8Array | undefined
}

export interface WireReply {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export const jsonReply = (status: number, value: unknown): WireReply => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

export const asFetched = (reply: WireReply): Awaited<ReturnType<Send>> => ({
  ok: reply.status < 400,
  status: reply.status,
  headers: { get: name => (name === 'content-type' ? reply.contentType : null) },
  json: async () => JSON.parse(reply.body) as unknown,
})

/** Stands for the sealing of unsent work: only what was sealed to this key and for this owner opens. */
export const sealFor = (owner: string, text: string, keyId = 'world'): string =>
  joinSealed({
    keyId,
    encapsulated: 'e',
    wrapped: 'w',
    nonce: 'n',
    text: Buffer.from(`${owner} ${text}`).toString('base64url'),
  })

export const openSealed = async (sealed: string, owner: string): Promise<string | undefined> => {
  const parts = splitSealed(sealed)
  if (parts === undefined || parts.keyId !== 'world') return undefined
  const text = Buffer.from(parts.text, 'base64url').toString()
  return text.startsWith(`${owner} `) ? text.slice(owner.length + 1) : undefined
}
