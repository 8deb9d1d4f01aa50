import { role } from '@thaiqm/core/access/role.ts'
import { dataRequestAnswer, dataRequestKind } from '@thaiqm/core/data-request/data-request.ts'
import { day } from '@thaiqm/core/ledger/day.ts'
import { dataRequestId, householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { timelineEntry } from '../household/household-routes.ts'
import { householdView } from '../household/household-view.ts'
import { defineRoute } from '../wire/route.ts'

/** A request without anything personal: who asked and in which words stays with the household. */
export const dataRequestRow = z.object({
  requestId: dataRequestId,
  /** Said only to whoever may open the household; null to the data protection officer. */
  householdId: householdId.nullable(),
  districtCode: z.string(),
  kind: dataRequestKind,
  receivedOn: day,
  dueOn: day,
  answer: dataRequestAnswer.nullable(),
  answeredOn: day.nullable(),
})
export type DataRequestRow = z.infer<typeof dataRequestRow>

export const listDataRequests = defineRoute({
  method: 'GET',
  path: '/api/data-requests',
  room: 'data-request',
  access: 'signed-in',
  summary:
    'Requests of households about their data, the open ones first by the day they are due, then the latest answered',
  query: z.object({ pageSize: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({ open: z.array(dataRequestRow), answered: z.array(dataRequestRow) }),
})

/** One look at a household's record: the day and the post, never a name. */
export const recordLook = z.object({ on: day, act: z.string(), position: z.string(), role: role.nullable() })
export type RecordLook = z.infer<typeof recordLook>

/** One thing that was done with the data: as the timeline tells it, with the post of whoever did it, never a name. */
export const heldFact = timelineEntry.omit({ by: true }).extend({ position: z.string() })
export type HeldFact = z.infer<typeof heldFact>

export const readHeldRecord = defineRoute({
  method: 'GET',
  path: '/api/households/:householdId/held-record',
  room: 'data-request',
  access: 'signed-in',
  summary:
    'Everything held of a household as the reader may see it, its history with every value put right, and who has looked; for printing, audited as its own act',
  params: z.object({ householdId }),
  reply: z.object({
    household: householdView,
    history: z.array(heldFact),
    looks: z.array(recordLook),
    moreLooks: z.boolean(),
  }),
})
