import type { Send } from '@thaiqm/contract/client/call-route.ts'
import type { Faults } from './faults.ts'
import type { Random } from './random.ts'
import { type Life, newLife, type Scheduler } from './scheduler.ts'
import { asFetched, type WireReply, type WireRequest } from './wire.ts'

export interface NetworkParts {
  readonly random: Random
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly handle: (request: WireRequest) => Promise<WireReply | null>
  readonly nowMs: () => number
}

const HOUR = 3_600_000
const portal: WireReply = { status: 200, contentType: 'text/html', body: '<html>เข้าสู่ระบบ Wi-Fi</html>' }
const forbidden: WireReply = { status: 403, contentType: 'text/html', body: '<html>403</html>' }
const badGateway: WireReply = { status: 502, contentType: 'text/html', body: '<html>502</html>' }

class NoNetwork extends TypeError {}

/**
 * A mobile network: it loses, doubles, delays, cuts and replaces. A request delivered late or twice is answered to nobody.
 */
export const createNetwork = ({ random, scheduler, faults, handle, nowMs }: NetworkParts) => {
  const line = newLife('line')
  const later: { readonly dueMs: number; readonly request: WireRequest }[] = []

  const deliverToNobody = (request: WireRequest): void => scheduler.spawn(line, 'late request', () => handle(request))

  const cut = (request: WireRequest): WireRequest =>
    request.body === undefined
      ? request
      : { ...request, body: request.body.slice(0, random.below(Math.max(1, request.body.length - 1))) }

  const damaged = (request: WireRequest): WireRequest => {
    if (request.bytes === undefined || request.bytes.length === 0) return request
    const bytes = request.bytes.slice()
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ 0x40
    return { ...request, bytes }
  }

  /** The reply, or nothing where no reply comes back. */
  const carry = async (life: Life, request: WireRequest): Promise<WireReply | undefined> => {
    if (faults.happens('lost-request', 0.06)) return undefined
    if (faults.happens('captive-portal', 0.03)) return portal
    if (faults.happens('html-4xx', 0.02)) return forbidden
    if (faults.happens('html-5xx', 0.02)) return badGateway
    if (faults.happens('delay-of-days', 0.03)) {
      later.push({ dueMs: nowMs() + (1 + random.below(96)) * HOUR, request })
      return undefined
    }
    // What comes last in a round would hardly ever come twice.
    if (faults.happens('duplicate', request.url.startsWith('/api/drafts') ? 0.4 : 0.06)) {
      if (random.chance(0.5)) deliverToNobody(request)
      else later.push({ dueMs: nowMs() + random.below(72) * HOUR, request })
    }
    let sent = request
    if (faults.happens('truncated-request', 0.03)) sent = cut(sent)
    if (sent.bytes !== undefined && faults.happens('damaged-photo-part', 0.15)) sent = damaged(sent)
    const answered = scheduler.signal<WireReply | undefined>('reply')
    scheduler.spawn(line, `request ${request.method} ${request.url.slice(0, 24)}`, async () => {
      const reply = await handle(sent)
      const [, refusal] = /"code":"([a-z-]+)"/.exec(reply?.status === 200 ? '' : (reply?.body ?? '')) ?? []
      scheduler.note(`${life.name} ← ${reply?.status ?? 'nothing'} ${refusal ?? ''}`)
      answered.tell(reply ?? undefined)
    })
    // The phone gives up: the request goes on, and its reply reaches nobody.
    if (faults.happens('abort', 0.03)) return undefined
    const reply = await Promise.race([answered.wait(life), gone.wait(life)])
    if (reply === undefined || faults.happens('lost-reply', 0.06)) return undefined
    if (faults.happens('truncated-reply', 0.03))
      return { ...reply, body: reply.body.slice(0, random.below(Math.max(1, reply.body.length - 1))) }
    return reply
  }

  let gone = scheduler.signal<undefined>('connection reset')

  return {
    /** The server has died: everybody who waits for it learns so. */
    reset: (): void => {
      gone.tell(undefined)
      gone = scheduler.signal<undefined>('connection reset')
    },
    /** What was delayed and is due by now arrives. */
    deliverDue: (): void => {
      for (let at = later.length - 1; at >= 0; at -= 1) {
        const entry = later[at]
        if (entry === undefined || entry.dueMs > nowMs()) continue
        later.splice(at, 1)
        deliverToNobody(entry.request)
      }
    },
    delayed: () => later.length,
    deliverAll: (): void => {
      for (const { request } of later.splice(0)) deliverToNobody(request)
    },
    sendFrom:
      (life: Life, credentials: () => { readonly session: string | null; readonly authorization: string }): Send =>
      async (url, init) => {
        await scheduler.pause(life, 'send')
        const request: WireRequest = {
          method: init.method,
          url,
          ...credentials(),
          body: init.body,
          bytes: init.bytes,
        }
        const reply = await carry(life, request)
        if (reply === undefined) {
          await scheduler.pause(life, 'no answer')
          throw new NoNetwork('no network')
        }
        return asFetched(reply)
      },
  }
}

export type Network = ReturnType<typeof createNetwork>
