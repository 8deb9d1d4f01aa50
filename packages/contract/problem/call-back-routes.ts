import { householdId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

export const readCallBack = defineRoute({
  method: 'GET',
  path: '/api/call-backs/:householdId/:problemId',
  room: 'problem',
  access: 'signed-in',
  summary:
    'What a caller may know before asking a household: whom to call and what to ask; no help, evidence or verifier',
  params: z.object({ householdId, problemId }),
  reply: z.object({
    version: z.number().int(),
    headName: z.string(),
    phone: z.string().nullable(),
    areaCode: z.string(),
    villageName: z.string(),
    houseNumber: z.string(),
    sequenceInHouse: z.number().int(),
    kindCode: z.string(),
    tries: z.number().int(),
    /** Why this caller may not make the call; null: may. */
    barred: z.literal('caller-took-part').nullable(),
  }),
})
