import { type RefusalReply, refusalReply } from '../wire/refusal-reply.ts'
import type { Route, RouteCall, RouteReply } from '../wire/route.ts'

/** The few words of the web's fetch that a call needs; handed in, so that the contract itself touches no network. */
export type Send = (
  url: string,
  init: {
    method: string
    headers: Record<string, string>
    body?: string
    /** A part of a photo, in place of a JSON body. */
    bytes?: Uint8Array<ArrayBuffer>
    credentials: 'same-origin'
  },
) => Promise<{ ok: boolean; status: number; headers: { get(name: string): string | null }; json(): Promise<unknown> }>

export type CallFailure =
  | { readonly ok: false; readonly kind: 'refused'; readonly status: number; readonly refusal: RefusalReply['refusal'] }
  | { readonly ok: false; readonly kind: 'offline' }
  | { readonly ok: false; readonly kind: 'server-fault'; readonly status: number }
  | { readonly ok: false; readonly kind: 'other-version' }

export type CallOutcome<Reply> = { readonly ok: true; readonly value: Reply } | CallFailure

interface LooseCall {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
}

/** The address of a route with its parameters and query written in; also good for links to downloads. */
export const routeAddress = (
  path: string,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string => {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

/**
 * Calls a route of the contract. A network that is not there, a refusal and a fault of the server are three different
 * answers; a reply that is no JSON (a captive portal's page) counts as offline. One that does not have this route's shape
 * comes from a server of another version than the page.
 */
export const callRoute = async <R extends Route>(
  send: Send,
  route: R,
  call: RouteCall<R>,
): Promise<CallOutcome<RouteReply<R>>> => {
  const { params, query, body } = call as LooseCall
  try {
    const answer = await send(routeAddress(route.path, params, query), {
      method: route.method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!(answer.headers.get('content-type') ?? '').includes('application/json')) return { ok: false, kind: 'offline' }
    const json = await answer.json()
    if (answer.ok) {
      const read = route.reply.safeParse(json)
      return read.success ? { ok: true, value: read.data as RouteReply<R> } : { ok: false, kind: 'other-version' }
    }
    const refused = refusalReply.safeParse(json)
    return refused.success
      ? { ok: false, kind: 'refused', status: answer.status, refusal: refused.data.refusal }
      : { ok: false, kind: 'server-fault', status: answer.status }
  } catch {
    return { ok: false, kind: 'offline' }
  }
}
