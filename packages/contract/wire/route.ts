import type { z } from 'zod'

/** Open to anyone, to whoever is signed in, or to a known device that sends its work; abilities and areas are judged by the handler. */
export type RouteAccess = 'open' | 'signed-in' | 'device'

export type RouteMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One thing the server answers: what goes in, what comes out, in one sentence. OpenAPI and the client come from it. */
export interface Route<
  Params extends z.ZodType | undefined = z.ZodType | undefined,
  Query extends z.ZodType | undefined = z.ZodType | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Reply extends z.ZodType = z.ZodType,
  Access extends RouteAccess = RouteAccess,
> {
  readonly method: RouteMethod
  /** With parameters as `:name`. */
  readonly path: `/api/${string}`
  readonly summary: string
  /** Room of the house, for the reader of the API's description. */
  readonly room: string
  readonly access: Access
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
}

interface RouteParts<P, Q, B, R, A> {
  readonly method: RouteMethod
  readonly path: `/api/${string}`
  readonly summary: string
  readonly room: string
  readonly access: A
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply: R
}

export const defineRoute = <
  R extends z.ZodType,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  const A extends RouteAccess = RouteAccess,
>(
  parts: RouteParts<P, Q, B, R, A>,
): Route<P, Q, B, R, A> => ({
  ...parts,
  params: parts.params as P,
  query: parts.query as Q,
  body: parts.body as B,
})

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined

export type RouteParams<R extends Route> = OutputOf<R['params']>
export type RouteQuery<R extends Route> = OutputOf<R['query']>
export type RouteBody<R extends Route> = OutputOf<R['body']>
export type RouteReply<R extends Route> = z.output<R['reply']>

/** What a caller hands over: only the parts the route has. */
export type RouteCall<R extends Route> = (R['params'] extends z.ZodType ? { params: InputOf<R['params']> } : object) &
  (R['query'] extends z.ZodType ? { query?: InputOf<R['query']> } : object) &
  (R['body'] extends z.ZodType ? { body: InputOf<R['body']> } : object)
