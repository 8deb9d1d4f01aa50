import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { SEALING_INFO, splitSealed } from '@thaiqm/contract/sync/sealed-text.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { fromBase64Url, toBase64Url } from '../vault/vault-crypto.ts'

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
const utf8 = new TextEncoder()

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

interface KeptByServer {
  readonly revision: number
  readonly householdId: string
  readonly areaCode: string
  readonly content: unknown
}

/** A server for tests: it holds what it is given, opens what is sealed to it, and is off the network when told so. */
export const createServerDouble = async (now: string) => {
  const recipientKey = await suite.kem.generateKeyPair()
  const publicKey = toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(recipientKey.publicKey)))

  const open = async (sealed: string, about: string): Promise<unknown> => {
    const parts = splitSealed(sealed)
    if (parts === undefined) throw new Error('no sealed text')
    const wrapped = fromBase64Url(parts.wrapped)
    const enc = fromBase64Url(parts.encapsulated)
    const raw = await suite.open({ recipientKey, enc, info: utf8.encode(SEALING_INFO) }, wrapped)
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
    const algorithm = { name: 'AES-GCM', iv: fromBase64Url(parts.nonce), additionalData: utf8.encode(about) }
    const bytes = new Blob([await crypto.subtle.decrypt(algorithm, key, fromBase64Url(parts.text))]).stream()
    const text = parts.isPacked === true ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes
    return new Response(text).json()
  }

  const server = {
    isReachable: true,
    isLocked: false,
    hasSession: true,
    durable: true,
    households: [] as readonly Household[],
    parks: new Set<string>(),
    upTo: 0,
    commands: [] as (CommandEnvelope & { readonly opened: unknown })[],
    drafts: new Map<string, KeptByServer>(),
    /** Meetings as it would show them. */
    meetings: new Map<string, unknown>(),
    photos: new Set<string>(),
    headers: [] as string[],
    open,
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      if (!server.isReachable) throw new TypeError('no network')
      const { pathname } = new URL(url, 'http://localhost')
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      server.headers.push(new Headers(init.headers).get('authorization') ?? '')
      const standing = () => ({ epoch: 'e1', upTo: server.upTo, durableUpTo: server.durable ? server.upTo : 0 })
      if (pathname === '/api/devices/report') {
        return answer(200, {
          ...standing(),
          now,
          isBackupElsewhere: true,
          backedUpAt: server.durable ? '2999-01-01T00:00:00.000Z' : null,
          isDisabled: false,
          isLocked: server.isLocked,
          share: server.isLocked || !server.hasSession ? null : `share-of-${body.deviceId}`,
          viewDays: 7,
          eraseDays: 30,
          sealingKey: { keyId: 'k1', publicKey },
          openParked: [],
        })
      }
      if (pathname === '/api/commands') {
        const receipts = []
        for (const command of body.commands as CommandEnvelope[]) {
          const opened = command.sealed === undefined ? command.input : await open(command.sealed, command.commandId)
          server.commands.push({ ...command, opened })
          server.upTo = Math.max(server.upTo, command.sequence)
          const isParked = server.parks.has(command.type)
          receipts.push({
            commandId: command.commandId,
            receiptNumber: 1000 + command.sequence,
            outcome: isParked ? 'parked' : 'applied',
            version: isParked ? null : (command.basedOnVersion ?? 0) + 1,
            refusal: isParked ? { code: 'outside-area', details: {} } : null,
          })
        }
        return answer(200, { ...standing(), receipts })
      }
      if (/^\/api\/areas\/\d+\/changes$/.test(pathname)) {
        const code = pathname.split('/')[3] ?? ''
        const households = server.households.filter(household => household.areaCode.startsWith(code))
        const isFresh = !url.includes('cursor=')
        return answer(200, {
          households: isFresh ? households : [],
          gone: [],
          cursor: 'c1',
          more: false,
          isFresh,
          isWhole: true,
          asOf: now,
        })
      }
      if (pathname === '/api/meetings') {
        const known = [...server.meetings.values()] as Meeting[]
        const meetings = known.map(({ id, agenda, decisions, attendees, ...rest }) => ({
          ...rest,
          meetingId: id,
          itemCount: agenda.length,
          decidedCount: decisions.length,
          cameCount: attendees.length,
        }))
        return answer(200, { meetings, hasMore: false, asOf: now })
      }
      const meeting = server.meetings.get(pathname.replace('/api/meetings/', ''))
      if (meeting !== undefined) return answer(200, { meeting, hiddenItems: 0 })
      if (pathname === '/api/drafts') {
        const drafts = [...server.drafts].map(([draftId, { revision, content, householdId, areaCode }]) => ({
          draftId,
          householdId,
          areaCode,
          revision,
          changedAt: now,
          holderId: draftId,
          holderName: '',
          fromName: null,
          content,
        }))
        return answer(200, { drafts })
      }
      if (pathname.startsWith('/api/drafts/')) {
        const draftId = pathname.split('/')[3] ?? ''
        if (init.method === 'DELETE') {
          server.drafts.delete(draftId)
          return answer(200, {})
        }
        const { revision, householdId, areaCode } = body
        server.drafts.set(draftId, { revision, householdId, areaCode, content: await open(body.sealed, draftId) })
        return answer(200, { revision: body.revision })
      }
      if (pathname.startsWith('/api/photos/')) {
        const hash = pathname.split('/')[3] ?? ''
        const isWhole = init.method === 'PATCH'
        if (isWhole) server.photos.add(hash)
        return answer(200, { receivedBytes: 0, isWhole, at: now })
      }
      return answer(404, { refusal: { code: 'not-found', details: {}, messageTh: '', messageEn: '' } })
    },
  }
  return server
}

export type ServerDouble = Awaited<ReturnType<typeof createServerDouble>>
