import { role } from '@thaiqm/core/access/role.ts'
import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { deviceId, organisationId, personId, postId } from '@thaiqm/core/ledger/identifiers.ts'
import { round } from '@thaiqm/core/round/round.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const actorView = z.object({
  personId,
  name: z.string(),
  position: z.string(),
  postId,
  role,
  areaCode: z.string(),
  organisationId: organisationId.nullable(),
  agencyCode: z.string().nullable(),
  designated: z.boolean(),
  mayRecordLate: z.boolean(),
})

/** Everything a screen has to know before it shows its first page. */
export const sessionView = z.object({
  mode: z.enum(['empty', 'real', 'practice']),
  /** The server's now: in a practice province the practice clock, everybody's now. */
  now: instant,
  today: day,
  provinceCode: z.string().nullable(),
  actor: actorView.nullable(),
  posts: z.array(z.object({ postId, role, areaCode: z.string(), areaNameTh: z.string() })),
  rounds: z.array(round),
})
export type SessionView = z.infer<typeof sessionView>

export const readSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  room: 'session',
  access: 'open',
  summary: 'Who is signed in under which post, what day it is, and which rounds there are',
  reply: sessionView,
})

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  room: 'session',
  access: 'open',
  summary: 'Sign in with a personal account',
  body: z.object({ username: z.string().max(60), password: z.string().max(200) }),
  reply: sessionView,
})

export const readPinKey = defineRoute({
  method: 'POST',
  path: '/api/session/pin-key',
  room: 'session',
  access: 'signed-in',
  summary: 'What a phone keeps behind its person’s PIN to sign in again with; good for this device and password only',
  body: z.object({ deviceId }),
  reply: z.object({ key: z.string() }),
})

export const signInByPin = defineRoute({
  method: 'POST',
  path: '/api/session/by-pin',
  room: 'session',
  access: 'open',
  summary: 'Sign in from a known phone whose person has just entered the PIN; the device’s own key goes beside it',
  body: z.object({ deviceId, key: z.string().max(100) }),
  reply: sessionView,
})

export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/session',
  room: 'session',
  access: 'open',
  summary: 'Sign out of this device',
  reply: z.object({}),
})

export const changePost = defineRoute({
  method: 'POST',
  path: '/api/session/post',
  room: 'session',
  access: 'signed-in',
  summary: 'Act under another of one’s own posts',
  body: z.object({ postId }),
  reply: sessionView,
})

export const changePassword = defineRoute({
  method: 'POST',
  path: '/api/session/password',
  room: 'session',
  access: 'signed-in',
  summary: 'Change one’s own password',
  body: z.object({ current: z.string().max(200), next: z.string().min(15).max(200) }),
  reply: z.object({}),
})
