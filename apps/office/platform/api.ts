import { type CallFailure, type CallOutcome, callRoute, type Send } from '@thaiqm/contract/client/call-route.ts'
import type { Route, RouteCall, RouteReply } from '@thaiqm/contract/wire/route.ts'

export const send: Send = (url, init) => window.fetch(url, init)

/** A call of the contract from this browser; failures come back as values. */
export const call = <R extends Route>(route: R, parts: RouteCall<R>): Promise<CallOutcome<RouteReply<R>>> =>
  callRoute(send, route, parts)

/** A failed call on its way through TanStack Query, which knows failures only as thrown. */
export class CallFailed extends Error {
  readonly failure: CallFailure

  constructor(failure: CallFailure) {
    super(failure.kind === 'refused' ? failure.refusal.code : failure.kind)
    this.failure = failure
  }
}

/** The same call for a query: the reply, or a `CallFailed`. */
export const ask = async <R extends Route>(route: R, parts: RouteCall<R>): Promise<RouteReply<R>> => {
  const outcome = await call(route, parts)
  if (!outcome.ok) throw new CallFailed(outcome)
  return outcome.value
}

export const failureOf = (error: unknown): CallFailure =>
  error instanceof CallFailed ? error.failure : { ok: false, kind: 'server-fault', status: 0 }
