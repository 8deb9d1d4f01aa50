import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

const count = z.number().int().min(0)

/** How many duties of one kind wait for a person, by how soon they are due: `core/duty/duty-counts`. */
export const kindOfDutyCounts = z.object({
  kind: z.string(),
  overdue: count,
  within7Days: count,
  within14Days: count,
  within30Days: count,
  newlyWaiting: count,
})

export const readDutySummary = defineRoute({
  method: 'GET',
  path: '/api/duties/summary',
  room: 'duty',
  access: 'signed-in',
  summary: 'How much waits for the person who asks, by kind and by how soon it is due; numbers only',
  reply: z.object({ asOf: instant, today: day, kinds: z.array(kindOfDutyCounts) }),
})
