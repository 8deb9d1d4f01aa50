import { role } from '@thaiqm/core/access/role.ts'
import { instant } from '@thaiqm/core/ledger/day.ts'
import { personId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

/** One thing somebody did or looked at. Codes and counts only: no household's name or number stands here. */
export const auditLine = z.object({
  position: z.number().int(),
  at: instant,
  byId: personId,
  byName: z.string(),
  byPosition: z.string(),
  role: role.nullable(),
  /** A command's type, or ReadHousehold, ReadVillage, ReadList, ExportList, ReadAudit, ResetPassword, SignIn. */
  act: z.string(),
  objectKind: z.string(),
  objectId: z.string().nullable(),
  areaCode: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type AuditLine = z.infer<typeof auditLine>

export const listAudit = defineRoute({
  method: 'GET',
  path: '/api/audit',
  room: 'audit',
  access: 'signed-in',
  summary: 'Who did or looked at what, the newest first; for the data protection officer and the administrator',
  query: z.object({
    /** Lines before this position: the last one of the page above. */
    before: z.coerce.number().int().min(1).optional(),
    /** Only what was done to or read of one household, round, person or organisation. */
    objectId: z.string().max(80).optional(),
    act: z.string().max(40).optional(),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ lines: z.array(auditLine), hasMore: z.boolean() }),
})
