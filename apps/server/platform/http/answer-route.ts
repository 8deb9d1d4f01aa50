import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@thaiqm/contract/wire/route.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, refuse } from '@thaiqm/core/ledger/outcome.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalAnswer } from './refuse-call.ts'

/** A call as a handler sees it: what came in, who is calling, and the one thing about cookies it may do. */
export interface Call<R extends Route> {
  readonly params: RouteParams<R>
  readonly query: RouteQuery<R>
  readonly body: RouteBody<R>
  readonly actor: R['access'] extends 'signed-in' ? Actor : Actor | null
  /** The device's session token, for signing out. */
  readonly token: string | null
  readonly address: string
  keepToken(token: string | null): void
}

export type Handler<R extends Route> = (call: Call<R>) => Promise<Outcome<RouteReply<R>, string>>

/** Finds out who is calling from the token of the device. */
export type FindActor = (token: string | null) => Promise<Actor | null>

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
  return reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}

/** Puts a route of the contract in front of its handler: validated in, validated out, refusals in one form. */
export const answerRoute = <R extends Route>(
  app: FastifyInstance,
  findActor: FindActor,
  route: R,
  handler: Handler<R>,
): void => {
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
      const token = readToken(request)
      const actor = await findActor(token)
      if (route.access === 'signed-in' && actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      const outcome = await handler({
        params: request.params,
        query: request.query,
        body: request.body,
        actor,
        token,
        address: request.ip,
        keepToken: next => keepToken(request, reply, next),
        // Fastify has validated all three parts against this very route's schemas.
      } as Call<R>)
      reply.header('cache-control', 'no-store')
      return outcome.ok ? reply.send(outcome.value) : sendRefusal(reply, outcome)
    },
  })
}
