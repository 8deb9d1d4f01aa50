import { type CallOutcome, callRoute, routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { countedListWorkbookPath, readCountedList, readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import { listPracticePeople, practiceSignIn } from '@thaiqm/contract/practice/practice-routes.ts'
import { signIn } from '@thaiqm/contract/session/session-routes.ts'
import type { Route, RouteCall, RouteReply } from '@thaiqm/contract/wire/route.ts'
import type { FigureKey } from '@thaiqm/core/measure/figure.ts'
import type { Measure } from '@thaiqm/core/measure/measure.ts'

/** A second pair of eyes: asks the server's own API, in a session of its own, what a screen has just claimed. */
export interface Witness {
  readonly url: string
  /** The route's reply; any refusal fails the journey. */
  ask<R extends Route>(route: R, call: RouteCall<R>): Promise<RouteReply<R>>
  /** The reply or the refusal. */
  try<R extends Route>(route: R, call: RouteCall<R>): Promise<CallOutcome<RouteReply<R>>>
  figure(key: FigureKey, area: string): Promise<{ readonly n: number; readonly of: number | null }>
  countOf(measure: Measure, area: string, overdueOnly?: boolean): Promise<number>
  workbookOf(measure: Measure, area: string, overdueOnly?: boolean): Promise<Uint8Array>
  /** The raw answer to an address, with this person's cookie. */
  fetch(address: string): Promise<Response>
}

/** Whoever holds this post in the practice province, or somebody of a real installation with an own account. */
export type WitnessIdentity = string | { readonly username: string; readonly password: string }

/** Signs in by the API. */
export const openWitness = async (url: string, identity: WitnessIdentity): Promise<Witness> => {
  let cookie = ''
  const send: typeof fetch = async (address, init) => {
    const answer = await fetch(`${url}${String(address)}`, { ...init, headers: { ...init?.headers, cookie } })
    const [set] = answer.headers.getSetCookie()
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    return answer
  }
  const tryRoute: Witness['try'] = (route, call) =>
    callRoute((address, { credentials: _sameOrigin, ...init }) => send(address, init), route, call)
  const ask: Witness['ask'] = async (route, call) => {
    const outcome = await tryRoute(route, call)
    if (outcome.ok) return outcome.value
    const why = outcome.kind === 'refused' ? `${outcome.refusal.code} ${outcome.refusal.messageTh}` : outcome.kind
    throw new Error(`${route.method} ${route.path}: ${why}`)
  }
  if (typeof identity === 'string') {
    const { people } = await ask(listPracticePeople, {})
    const person = people.find(one => one.position === identity)
    if (person === undefined) throw new Error(`nobody in the practice province is ${identity}`)
    await ask(practiceSignIn, { body: { personId: person.personId } })
  } else await ask(signIn, { body: identity })
  return {
    url,
    ask,
    try: tryRoute,
    figure: async (key, area) => {
      const found = (await ask(readFigures, { query: { area } })).area.figures.find(one => one.key === key)
      if (found === undefined) throw new Error(`no figure ${key}`)
      return { n: found.n, of: found.of }
    },
    countOf: async (measure, area, overdueOnly = false) =>
      (
        await ask(readCountedList, {
          params: { measure },
          query: { area, overdueOnly: overdueOnly ? 'true' : 'false', pageSize: 1 },
        })
      ).total,
    workbookOf: async (measure, area, overdueOnly = false) => {
      const address = routeAddress(
        countedListWorkbookPath,
        { measure },
        { area, overdueOnly: overdueOnly ? 'true' : undefined },
      )
      const answer = await send(address)
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
      return new Uint8Array(await answer.arrayBuffer())
    },
    fetch: address => send(address),
  }
}
