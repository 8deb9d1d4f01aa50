import { role } from '@thaiqm/core/access/role.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import { personId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { sessionView } from '../session/session-routes.ts'
import { defineRoute } from '../wire/route.ts'

export const practicePerson = z.object({
  personId,
  name: z.string(),
  position: z.string(),
  role,
  areaCode: z.string(),
  areaNameTh: z.string(),
  organisationNameTh: z.string().nullable(),
})
export type PracticePerson = z.infer<typeof practicePerson>

export const listPracticePeople = defineRoute({
  method: 'GET',
  path: '/api/practice/people',
  room: 'practice',
  access: 'open',
  summary: 'The invented people of the practice province, for signing in with one click',
  reply: z.object({ people: z.array(practicePerson) }),
})

export const practiceSignIn = defineRoute({
  method: 'POST',
  path: '/api/practice/sign-in',
  room: 'practice',
  access: 'open',
  summary: 'Sign in as one of the practice people',
  body: z.object({ personId }),
  reply: sessionView,
})

export const movePracticeClock = defineRoute({
  method: 'POST',
  path: '/api/practice/clock',
  room: 'practice',
  access: 'signed-in',
  summary: 'Move the practice clock to another day: now for everybody, phones included',
  body: z.object({ day }),
  reply: sessionView,
})
