import { type CallFailure, type CallOutcome, callRoute, type Send } from '@thaiqm/contract/client/call-route.ts'
import type { Route, RouteCall, RouteReply } from '@thaiqm/contract/wire/route.ts'

const PATIENCE_IN_MS = 25_000

/** The browser's fetch, given up after a while: a village's weak signal must not hold a person up for minutes. */
export const send: Send = (url, init) =>
  window.fetch(url, {
    ...init,
    ...(init.bytes === undefined ? {} : { body: init.bytes }),
    signal: AbortSignal.timeout(PATIENCE_IN_MS),
  })

/** The one way this app asks the server. */
export const call = <R extends Route>(route: R, given: RouteCall<R>): Promise<CallOutcome<RouteReply<R>>> =>
  callRoute(send, route, given)

export type { CallFailure, CallOutcome }
