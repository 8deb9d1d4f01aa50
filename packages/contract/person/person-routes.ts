import { personId } from '@thaiqm/core/ledger/identifiers.ts'
import { post } from '@thaiqm/core/person/person.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const personRow = z.object({
  personId,
  version: z.number().int(),
  username: z.string(),
  name: z.string(),
  position: z.string(),
  phone: z.string().nullable(),
  posts: z.array(post),
  status: z.enum(['ACTIVE', 'DISABLED']),
  lastSignInAt: z.string().nullable(),
})
export type PersonRow = z.infer<typeof personRow>

export const listPeople = defineRoute({
  method: 'GET',
  path: '/api/people',
  room: 'person',
  access: 'signed-in',
  summary: 'Accounts and their posts, for whoever keeps them',
  reply: z.object({ people: z.array(personRow) }),
})

/** Accounts themselves are made by commands (AddPerson…); a first password is the only thing outside the ledger. */
export const resetPassword = defineRoute({
  method: 'POST',
  path: '/api/people/:personId/password',
  room: 'person',
  access: 'signed-in',
  summary: 'Give a person a one-time password to change at the next sign-in',
  params: z.object({ personId }),
  reply: z.object({ oneTimePassword: z.string() }),
})
