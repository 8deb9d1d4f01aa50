import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { commandId, householdId, photoHash, planActionId } from '@thaiqm/core/ledger/identifiers.ts'
import { actionAnswer } from '@thaiqm/core/plan/plan.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const taskLink = z.object({
  linkId: z.uuid(),
  planActionId,
  /** Whom it was made for: the organisation, or the owner by name. */
  holderName: z.string(),
  issuedAt: instant,
  expiresAt: instant,
  state: z.enum(['OPEN', 'ANSWERED', 'EXPIRED', 'REVOKED']),
})
export type TaskLink = z.infer<typeof taskLink>

export const issueTaskLink = defineRoute({
  method: 'POST',
  path: '/api/households/:householdId/plan-actions/:planActionId/task-links',
  room: 'plan',
  access: 'signed-in',
  summary: 'Make a one-time link by which the owner of an action answers without an account; earlier ones end',
  params: z.object({ householdId, planActionId }),
  body: z.object({
    /** Telephone the holder may call; the officer's own of the account where none is given. */
    phone: z.string().max(40).optional(),
    /** What the holder reads of the task, where the plan's own words would tell whose it is; not said: the plan's. */
    what: z.string().min(1).max(500).optional(),
  }),
  /** The token is told this once: the server keeps only its hash. */
  reply: z.object({ link: taskLink, token: z.string() }),
})

export const listTaskLinks = defineRoute({
  method: 'GET',
  path: '/api/households/:householdId/task-links',
  room: 'plan',
  access: 'signed-in',
  summary: 'The links made for the actions of a household’s plans, the newest first',
  params: z.object({ householdId }),
  reply: z.object({ links: z.array(taskLink) }),
})

export const revokeTaskLink = defineRoute({
  method: 'POST',
  path: '/api/task-links/:linkId/revoke',
  room: 'plan',
  access: 'signed-in',
  summary: 'End a link at once',
  params: z.object({ linkId: z.uuid() }),
  body: z.object({}),
  reply: z.object({}),
})

/** The token of a link travels in `authorization: Task <token>`: never in an address, which is written down everywhere. */
export const taskAuthorization = (token: string): string => `Task ${token}`

export const taskView = z.object({
  what: z.string(),
  holderName: z.string(),
  state: z.enum(['PLANNED', 'ACCEPTED', 'CANNOT']),
  dueOn: day,
  tambonNameTh: z.string(),
  /** Where to go; told only to whoever has taken the task on. Never a name. */
  place: z
    .object({
      houseNumber: z.string(),
      villageNameTh: z.string(),
      moo: z.number().int().nullable(),
      lane: z.string(),
      road: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    })
    .nullable(),
  officer: z.object({ name: z.string(), position: z.string(), phone: z.string().nullable() }),
  expiresAt: instant,
})
export type TaskView = z.infer<typeof taskView>

export const readTask = defineRoute({
  method: 'POST',
  path: '/api/task/read',
  room: 'plan',
  access: 'open',
  summary: 'What the holder of a one-time link has to know; a used, ended and unknown one answer alike',
  body: z.object({}),
  reply: taskView,
})

export const answerTask = defineRoute({
  method: 'POST',
  path: '/api/task/answer',
  room: 'plan',
  access: 'open',
  summary: 'The holder of a one-time link answers: accepted, done (with a photo and words), cannot (with the reason)',
  body: z.object({
    commandId,
    answer: actionAnswer,
    words: z.string().max(2000),
    photos: z.array(photoHash).max(5),
    answeredBy: z.string().max(200),
  }),
  reply: z.object({ receiptNumber: z.number().int() }),
})

/** The body is the photo's bytes (JPEG, PNG or WebP, at most 10 MB). */
export const keepTaskPhoto = defineRoute({
  method: 'PUT',
  path: '/api/task/photos/:photoHash',
  room: 'plan',
  access: 'open',
  summary: 'A photo of the work done, from the holder of a one-time link',
  params: z.object({ photoHash }),
  reply: z.object({ photoHash }),
})
