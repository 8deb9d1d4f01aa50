import { householdOrigin, missedReason } from '@thaiqm/core/household/household.ts'
import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { householdId, personId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { pageQuery } from '../wire/refusal-reply.ts'
import { defineRoute } from '../wire/route.ts'
import { householdStatus, householdView } from './household-view.ts'

/** One row of a household list. Hardship counts are of those the caller may see. */
export const householdRow = z.object({
  householdId,
  areaCode: z.string(),
  villageName: z.string(),
  houseNumber: z.string(),
  houseCode: z.string().nullable(),
  sequenceInHouse: z.number().int(),
  headName: z.string(),
  memberCount: z.number().int(),
  origin: householdOrigin,
  missedReason: missedReason.nullable(),
  status: householdStatus,
  surveyState: z.enum(['NOT_STARTED', 'SUBMITTED', 'VERIFIED', 'CERTIFIED', 'RETURNED']),
  surveyedOn: day.nullable(),
  lastVisitOutcome: z.string().nullable(),
  oldProblems: z.number().int(),
  recheckedProblems: z.number().int(),
  liveProblems: z.number().int(),
  solvedProblems: z.number().int(),
  planState: z.enum(['PROPOSED', 'APPROVED', 'RETURNED']).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  lastChangedAt: instant,
})
export type HouseholdRow = z.infer<typeof householdRow>

export const householdSort = z.enum(['house', 'name', 'state', 'problems', 'changed'])
export type HouseholdSort = z.infer<typeof householdSort>

export const listHouseholds = defineRoute({
  method: 'GET',
  path: '/api/households',
  room: 'household',
  access: 'signed-in',
  summary: 'Households of an area, searched by name, house number or house code, filtered and sorted, page by page',
  query: pageQuery.extend({
    area: z.string().optional(),
    search: z.string().max(100).optional(),
    surveyState: z.enum(['NOT_STARTED', 'SUBMITTED', 'VERIFIED', 'CERTIFIED', 'RETURNED']).optional(),
    origin: householdOrigin.optional(),
    sort: householdSort.default('house'),
    descending: z.stringbool().default(false),
  }),
  reply: z.object({
    rows: z.array(householdRow),
    /** How many there are; where there are more than are counted or looked through, as many as are. */
    total: z.number().int(),
    isMore: z.boolean(),
    /** The order it stands in; a list too long for the one asked for goes house by house. */
    sort: householdSort,
    orders: z.array(householdSort).readonly(),
    page: z.number().int(),
    asOf: instant,
  }),
})

export const readHousehold = defineRoute({
  method: 'GET',
  path: '/api/households/:householdId',
  room: 'household',
  access: 'signed-in',
  summary: 'One household with its people, hardships, forms, plans and help, as the caller may see it',
  params: z.object({ householdId }),
  reply: z.object({
    household: householdView,
    /** Names of the officers and partners the record mentions. */
    people: z.array(z.object({ personId, name: z.string(), position: z.string() })),
  }),
})

export const timelineEntry = z.object({
  version: z.number().int(),
  at: instant,
  by: z.object({ personId, name: z.string(), position: z.string() }),
  type: z.string(),
  problemId: z.string().nullable(),
  kindCode: z.string().nullable(),
  /** The words of the fact itself: a reason, a note, a verdict. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const readTimeline = defineRoute({
  method: 'GET',
  path: '/api/households/:householdId/timeline',
  room: 'household',
  access: 'signed-in',
  summary: 'Every fact of a household in order, with who and when',
  params: z.object({ householdId }),
  reply: z.object({ entries: z.array(timelineEntry) }),
})

/** A household that went to another village; its id only for whoever may read it there. */
export const handover = z.object({
  householdId: householdId.nullable(),
  fromArea: z.string(),
  toArea: z.string(),
  movedOn: day,
  reason: z.string(),
})
export type Handover = z.infer<typeof handover>

export const listHandovers = defineRoute({
  method: 'GET',
  path: '/api/handovers',
  room: 'household',
  access: 'signed-in',
  summary:
    'Households an area has handed over to another one or received from it, the newest first, without anybody’s name',
  query: pageQuery.extend({ area: z.string().optional(), direction: z.enum(['received', 'given']) }),
  reply: z.object({ rows: z.array(handover), hasMore: z.boolean(), page: z.number().int() }),
})
