import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { problemId, roundId } from '@thaiqm/core/ledger/identifiers.ts'
import { listOrder } from '@thaiqm/core/measure/list-order.ts'
import { measure } from '@thaiqm/core/measure/measure.ts'
import { problemState } from '@thaiqm/core/problem/problem-state.ts'
import { z } from 'zod'
import { householdRow } from '../household/household-routes.ts'
import { pageQuery } from '../wire/refusal-reply.ts'
import { defineRoute } from '../wire/route.ts'

export const figureValue = z.object({
  key: z.string(),
  n: z.number().int(),
  /** Null where the figure is a plain number. */
  of: z.number().int().nullable(),
  pace: z
    .object({
      deadline: day,
      daysLeft: z.number().int(),
      remaining: z.number().int(),
      neededPerDay: z.number().nullable(),
      recentPerDay: z.number(),
      onTrack: z.boolean(),
    })
    .nullable(),
})
export type FigureValue = z.infer<typeof figureValue>

const areaFigures = z.object({
  areaCode: z.string(),
  nameTh: z.string(),
  nameEn: z.string(),
  figures: z.array(figureValue),
})

const figuresQuery = z.object({
  area: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)
    .optional(),
  round: roundId.optional(),
  asOf: instant.optional(),
})

export const readFigures = defineRoute({
  method: 'GET',
  path: '/api/figures',
  room: 'measure',
  access: 'signed-in',
  summary: 'Where an area stands, and each area one step below it, now or as of an earlier moment',
  query: figuresQuery,
  reply: z.object({
    asOf: instant,
    roundId: roundId.nullable(),
    area: areaFigures,
    path: z.array(z.object({ areaCode: z.string(), nameTh: z.string(), nameEn: z.string() })),
    children: z.array(areaFigures),
    /** Breakdown of problems by dimension, n solved of N, and of missed households by reason. */
    byDimension: z.array(z.object({ dimension: z.string(), n: z.number().int(), of: z.number().int() })),
    byMissedReason: z.array(z.object({ reason: z.string(), n: z.number().int() })),
    /** Work that waits for somebody, each a list to open. */
    waiting: z.array(z.object({ measure, n: z.number().int() })),
    trend: z.array(z.object({ day, covered: z.number().int(), rechecked: z.number().int(), solved: z.number().int() })),
  }),
})

/** One row of a counted list: a household, and the hardship where hardships are counted. */
export const countedRow = householdRow.extend({
  problem: z
    .object({
      problemId,
      kindCode: z.string(),
      state: problemState,
      severity: z.number().int(),
      dueOn: day.nullable(),
      foundOn: day,
      leadAgency: z.string(),
      memberName: z.string().nullable(),
    })
    .nullable(),
})
export type CountedRow = z.infer<typeof countedRow>

export const listQuery = pageQuery.extend({
  area: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)
    .optional(),
  round: roundId.optional(),
  overdueOnly: z.stringbool().default(false),
  detail: z.string().max(10).optional(),
  search: z.string().max(100).optional(),
  sort: listOrder.default('house'),
  descending: z.stringbool().default(false),
})

export const readCountedList = defineRoute({
  method: 'GET',
  path: '/api/lists/:measure',
  room: 'measure',
  access: 'signed-in',
  summary: 'Exactly the households or hardships that a number counts',
  params: z.object({ measure }),
  query: listQuery,
  reply: z.object({
    rows: z.array(countedRow),
    total: z.number().int(),
    /** A search found more households than it looks through: the list holds the first of them. */
    isMore: z.boolean(),
    /** The order it stands in; a list too long for the one asked for goes house by house. */
    sort: listOrder,
    orders: z.array(listOrder).readonly(),
    page: z.number().int(),
    asOf: instant,
  }),
})

/** The same rows as a workbook: `GET /api/lists/:measure/workbook` with the list's own query, answered as XLSX. */
export const countedListWorkbookPath = '/api/lists/:measure/workbook'
