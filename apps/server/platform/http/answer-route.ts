import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@thaiqm/contract/wire/route.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, refuse } from '@thaiqm/core/ledger/outcome.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { comeAgainIn, type Lanes, laneOf, makeLanes } from './lanes.ts'
import { refusalAnswer } from './refuse-call.ts'

/** A call as a handler sees it: what came in, who is calling, and the one thing about cookies it may do. */
export interface Call<R extends Route> {
  readonly params: RouteParams<R>
  readonly query: RouteQuery<R>
  readonly body: RouteBody<R>
  readonly actor: R['access'] extends 'signed-in' | 'device' ? Actor : Actor | null
  /** On routes for devices: the account is disabled and only hands in its work; nobody is signed in. */
  readonly isDisabled: boolean
  readonly isSignedIn: boolean
  /** What a device shows to be known by. */
  readonly deviceKey: string | null
  /** The device's session token, for signing out. */
  readonly token: string | null
  /** The token of a one-time link, from `authorization: Task <token>`. */
  readonly taskToken: string | null
  readonly address: string
  /** The body of a route that takes bytes instead of JSON. */
  readonly bytes: Uint8Array | null
  keepToken(token: string | null): void
}

export type Handler<R extends Route> = (call: Call<R>) => Promise<Outcome<RouteReply<R>, string>>

/** Finds out who is calling from the token of the device. */
export type FindActor = (token: string | null) => Promise<Actor | null>

/** Who sends: the session's person, or the one a device's own key stands for. */
export type FindSender = (
  actor: Actor | null,
  device: DeviceProof | null,
) => Promise<{ readonly actor: Actor; readonly isDisabled: boolean } | null>

export interface DeviceProof {
  readonly deviceId: string
  readonly key: string
}

/** `authorization: Device <deviceId>.<key>`: how a phone is known that no session speaks for any more. */
export const readDeviceProof = (request: FastifyRequest): DeviceProof | null => {
  const match = /^Device ([0-9a-f-]{36})\.([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')
  return match?.[1] === undefined || match[2] === undefined ? null : { deviceId: match[1], key: match[2] }
}

const readTaskToken = (request: FastifyRequest): string | null =>
  /^Task ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null

const COOKIE = 'thaiqm'
const SECURE_COOKIE = '__Host-thaiqm'

export const readToken = (request: FastifyRequest): string | null =>
  request.cookies[SECURE_COOKIE] ?? request.cookies[COOKIE] ?? null

const keepToken = (request: FastifyRequest, reply: FastifyReply, token: string | null): void => {
  const secure = request.protocol === 'https'
  const name = secure ? SECURE_COOKIE : COOKIE
  const options = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure }
  if (token === null) reply.clearCookie(name, options)
  else reply.setCookie(name, token, { ...options, maxAge: 30 * 86_400 })
}

export const sendRefusal = (reply: FastifyReply, refusal: Parameters<typeof refusalAnswer>[0]): FastifyReply => {
  const { status, body } = refusalAnswer(refusal)
  if (status === 503) reply.header('retry-after', String(comeAgainIn(Math.random())))
  return reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}

const lanesByServer = new WeakMap<FastifyInstance, Lanes>()

const lanesOf = (app: FastifyInstance): Lanes => {
  const known = lanesByServer.get(app)
  if (known !== undefined) return known
  const made = makeLanes()
  lanesByServer.set(app, made)
  return made
}

/** Puts a route of the contract in front of its handler: validated in, validated out, refusals in one form. */
export const answerRoute = <R extends Route>(
  app: FastifyInstance,
  findActor: FindActor,
  route: R,
  handler: Handler<R>,
  findSender?: FindSender,
): void => {
  const lane = laneOf(route)
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<Outcome<RouteReply<R>, string>> => {
    const token = readToken(request)
    const signedIn = await findActor(token)
    const device = readDeviceProof(request)
    const sender =
      route.access === 'device' && findSender !== undefined
        ? await findSender(signedIn, device)
        : signedIn && { actor: signedIn, isDisabled: false }
    const actor = sender?.actor ?? null
    if (route.access !== 'open' && actor === null) return refuse('sign-in-needed')
    return handler({
      params: request.params,
      query: request.query,
      body: request.body,
      actor,
      isDisabled: sender?.isDisabled === true,
      isSignedIn: signedIn !== null,
      deviceKey: device?.key ?? null,
      token,
      taskToken: readTaskToken(request),
      address: request.ip,
      bytes: request.body instanceof Uint8Array ? request.body : null,
      keepToken: next => keepToken(request, reply, next),
      // Fastify has validated all three parts against this very route's schemas.
    } as Call<R>)
  }
  app.route({
    method: route.method,
    url: route.path,
    schema: {
      summary: route.summary,
      tags: [route.room],
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      response: { 200: route.reply },
    },
    handler: async (request, reply) => {
      // Only the work is done in its lane: a weak signal that takes the answer slowly keeps nobody waiting.
      const work = () => answer(request, reply)
      const outcome = lane === undefined ? await work() : await lanesOf(app).enter(lane, work)
      reply.header('cache-control', 'no-store')
      if (outcome !== 'turned-away') return outcome.ok ? reply.send(outcome.value) : sendRefusal(reply, outcome)
      return sendRefusal(reply, refuse('try-again-soon'))
    },
  })
}
