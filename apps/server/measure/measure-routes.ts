import { agencyByCode, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import {
  type CountedRow,
  countedListWorkbookPath,
  listQuery,
  readCountedList,
  readFigures as readFiguresRoute,
} from '@thaiqm/contract/measure/measure-routes.ts'
import { type Actor, hidesIdentity, readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { UNDISCLOSED_NAME } from '@thaiqm/core/access/view-household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { listOrder } from '@thaiqm/core/measure/list-order.ts'
import { type Measure, measure } from '@thaiqm/core/measure/measure.ts'
import { currentRounds } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { z } from 'zod'
import { findAreas } from '../area/area-store.ts'
import { inTransaction, readingScope, type Scoped } from '../platform/database/transaction.ts'
import { answerRoute, readToken, sendRefusal } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { writeWorkbook } from '../platform/spreadsheet/write-workbook.ts'
import { type AuditLine, findOfficeDocuments, writeAudit } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type CountedListQuery, listCountedItems } from './counted-list-store.ts'
import { countedWorkbook } from './counted-workbook.ts'
import { readFigures } from './figures.ts'
import { listReferredProblems } from './referred-list-store.ts'

type ListQuery = z.output<typeof listQuery>

const findRounds = async (trx: Scoped, { keys }: ServerParts) =>
  (await findOfficeDocuments(trx, 'round', keys)) as RoundLedger[]

/** An area is asked for by its code; outside the caller's own there is nothing. */
const areaInScope = (actor: Actor, area: string | undefined): string | null => {
  const range = narrowRange(actor, area)
  return range.low > range.high
    ? null
    : area === undefined || area.length < actor.areaCode.length
      ? actor.areaCode
      : area
}

const itemQuery = (
  actor: Actor,
  of: Measure,
  query: ListQuery,
  roundId: string,
  today: CountedListQuery['today'],
  page: CountedListQuery['page'],
): CountedListQuery => ({
  measure: of,
  roundId,
  range: narrowRange(actor, query.area),
  today,
  overdueOnly: query.overdueOnly,
  detail: query.detail ?? null,
  search: query.search ?? '',
  sort: query.sort,
  descending: query.descending,
  page,
  restricted: seesRestricted(actor),
})

/** Whoever may not read a name may not try names either: such a search is by house number only. */
const searchFor = (actor: Actor, search: string): string =>
  hidesIdentity(actor) && !/^\d/.test(search.trim()) ? '' : search

/** The row without the people, for a partner who helps without knowing whom. */
const withoutNames = (row: CountedRow): CountedRow => ({
  ...row,
  headName: UNDISCLOSED_NAME,
  missedReason: null,
  problem: row.problem === null ? null : { ...row.problem, memberName: null },
})

const listLine = (
  act: 'ReadList' | 'ExportList',
  of: Measure,
  at: AuditLine['at'],
  details: NonNullable<AuditLine['details']>,
): AuditLine => ({ at, act, objectKind: 'measure', objectId: of, areaCode: null, details })

export const registerMeasureRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, clock } = parts

  answerRoute(app, findActor, readFiguresRoute, async ({ actor, query }) => {
    if (!hasAbility(actor, 'read-figures')) return refuse('not-permitted')
    const area = areaInScope(actor, query.area)
    if (area === null) return refuse('not-found')
    return inTransaction(db, readingScope(actor), async trx =>
      succeed(
        await readFigures(trx, await findRounds(trx, parts), {
          actor,
          area,
          roundId: query.round ?? null,
          asOf: query.asOf ?? null,
          now: clock.now(),
        }),
      ),
    )
  })

  answerRoute(app, findActor, readCountedList, async ({ actor, params, query }) => {
    const now = clock.now()
    const page = { number: query.page, size: query.pageSize }
    // Agencies and partners have lists of what was referred to them, and no figures.
    if (readsReferredOnly(actor) && (params.measure === 'problem-at-agency' || params.measure === 'live-problem')) {
      return inTransaction(db, readingScope(actor), async trx => {
        const list = await listReferredProblems(trx, {
          unansweredOnly: params.measure === 'problem-at-agency',
          search: searchFor(actor, query.search ?? ''),
          sort: query.sort,
          descending: query.descending,
          page,
        })
        await writeAudit(trx, actor, [listLine('ReadList', params.measure, now, { total: list.total })])
        const rows = hidesIdentity(actor) ? list.rows.map(withoutNames) : list.rows
        return succeed({
          rows,
          total: list.total,
          isMore: false,
          sort: query.sort,
          orders: listOrder.options,
          page: query.page,
          asOf: now,
        })
      })
    }
    if (!hasAbility(actor, 'read-figures')) return refuse('not-permitted')
    return inTransaction(db, readingScope(actor), async trx => {
      const roundId = query.round ?? currentRounds(await findRounds(trx, parts))[0]?.id
      if (roundId === undefined)
        return succeed({ rows: [], total: 0, isMore: false, sort: query.sort, orders: [], page: 1, asOf: now })
      const list = await listCountedItems(trx, itemQuery(actor, params.measure, query, roundId, dayOf(now), page))
      await writeAudit(trx, actor, [
        listLine('ReadList', params.measure, now, { area: query.area ?? '', total: list.total }),
      ])
      return succeed({ ...list, page: query.page, asOf: now })
    })
  })

  app.get(
    countedListWorkbookPath,
    {
      schema: {
        tags: ['measure'],
        summary: 'The same list as a workbook',
        params: z.object({ measure }),
        querystring: listQuery,
      },
    },
    async (request, reply) => {
      const actor = await findActor(readToken(request))
      if (actor === null) return sendRefusal(reply, refuse('sign-in-needed'))
      if (!hasAbility(actor, 'export-lists')) return sendRefusal(reply, refuse('not-permitted'))
      const { measure: of } = z.object({ measure }).parse(request.params)
      const query = request.query as ListQuery
      const now = clock.now()
      const made = await inTransaction(db, readingScope(actor), async trx => {
        const round = currentRounds(await findRounds(trx, parts)).find(
          r => query.round === undefined || r.id === query.round,
        )
        const rows: CountedRow[] =
          round === undefined
            ? []
            : (await listCountedItems(trx, itemQuery(actor, of, query, round.id, dayOf(now), null))).rows
        const area = query.area ?? actor.areaCode
        const [named] = (await findAreas(trx, [area])).map(a => a.nameTh)
        await writeAudit(trx, actor, [listLine('ExportList', of, now, { area, rows: rows.length })])
        return countedWorkbook({
          measure: of,
          overdueOnly: query.overdueOnly,
          areaName: named ?? area,
          roundName: round?.nameTh ?? '',
          asOf: now,
          by: `${actor.name} ${actor.position}`,
          rows,
          kindName: code => problemKindByCode.get(code)?.th ?? code,
          agencyName: code => agencyByCode.get(code)?.th ?? code,
        })
      })
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="thaiqm-${of}.xlsx"`)
        .header('cache-control', 'no-store')
        .serializer((payload: unknown) => payload as string)
        .send(Buffer.from(await writeWorkbook(made)))
    },
  )
}
