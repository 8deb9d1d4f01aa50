import { day } from '@thaiqm/core/ledger/day.ts'
import { householdId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const needRow = z.object({
  needId: problemId,
  /** Only for officers of the area; partners learn no household. */
  householdId: householdId.nullable(),
  tambonCode: z.string(),
  kindCode: z.string(),
  dimension: z.string(),
  severity: z.number().int(),
  what: z.string(),
  quantity: z.number().int(),
  unit: z.string(),
  budgetBaht: z.number().int().nullable(),
  dueOn: day.nullable(),
  publishedOn: day,
  /** Pledged or given by all partners together, by unit. */
  pledged: z.array(z.object({ unit: z.string(), quantity: z.number().int() })),
})
export type NeedRow = z.infer<typeof needRow>

export const listNeeds = defineRoute({
  method: 'GET',
  path: '/api/needs',
  room: 'need',
  access: 'signed-in',
  summary: 'Published needs of an area, the soonest due first: no names, no houses, no villages',
  query: z.object({
    area: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6})$/)
      .optional(),
    /** Codes of kinds, with commas between. */
    kinds: z
      .string()
      .regex(/^P\d{3}(,P\d{3})*$/)
      .max(1000)
      .optional(),
    dueBy: day.optional(),
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ needs: z.array(needRow), hasMore: z.boolean() }),
})
