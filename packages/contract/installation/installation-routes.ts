import { day } from '@thaiqm/core/ledger/day.ts'
import { z } from 'zod'
import { sessionView } from '../session/session-routes.ts'
import { defineRoute } from '../wire/route.ts'

const token = z.string().min(6).max(64)

export const startPractice = defineRoute({
  method: 'POST',
  path: '/api/installation/practice',
  room: 'installation',
  access: 'open',
  summary: 'First run: load the practice province; answers at once, progress is read from the installation',
  body: z.object({ token }),
  reply: z.object({ started: z.boolean() }),
})

export const startForReal = defineRoute({
  method: 'POST',
  path: '/api/installation/real',
  room: 'installation',
  access: 'open',
  summary: 'First run: set up a real installation with its province, its first administrator and its rounds',
  body: z.object({
    token,
    provinceCode: z.string().regex(/^\d{2}$/),
    administrator: z.object({
      username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
      name: z.string().min(1).max(200),
      position: z.string().max(200),
      password: z.string().min(15).max(200),
    }),
    rounds: z.object({
      baselineNameTh: z.string().min(1),
      baselineYearBe: z.number().int().min(2500).max(2700),
      nameTh: z.string().min(1),
      yearBe: z.number().int().min(2500).max(2700),
      opensOn: day,
      recordBy: day,
      resolveBy: day,
      graceDays: z.number().int().min(0).max(60),
    }),
  }),
  reply: sessionView,
})

export const readInstallation = defineRoute({
  method: 'GET',
  path: '/api/installation',
  room: 'installation',
  access: 'open',
  summary: 'What this server is: empty, real or practice, and how far loading has come',
  reply: z.object({
    mode: z.enum(['empty', 'real', 'practice']),
    loading: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
  }),
})
