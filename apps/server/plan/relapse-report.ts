import { type Actor, seesRestricted } from '@thaiqm/core/access/actor.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { type RelapseCount, relapseRows, relapseTotal } from '@thaiqm/core/plan/relapse.ts'
import { findAreas, findChildAreas } from '../area/area-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findOutcomesByArea, type OutcomeByArea } from './remedy-outcome-store.ts'
import { WHATEVER_WAS_DONE } from './remedy-trial-table.ts'

const countOf = (rows: readonly OutcomeByArea[]): RelapseCount => {
  const sum = (outcome: OutcomeByArea['outcome']) =>
    rows.filter(row => row.outcome === outcome).reduce((all, row) => all + row.count, 0)
  return { relapsed: sum('RELAPSED'), solved: sum('SOLVED') }
}

const grouped = (rows: readonly OutcomeByArea[], keyOf: (row: OutcomeByArea) => string) =>
  relapseRows([...Map.groupBy(rows, keyOf)].map(([group, own]) => ({ group, count: countOf(own) })))

/**
 * The relapse rate of an area of at least a tambon. The total, per kind and per area one step below: hardships, each once,
 * of those solved at least once. Per remedy: households that used it against one kind, each once.
 */
export const relapseReport = async (trx: Scoped, actor: Actor, asked: string | undefined, now: Instant) => {
  const range = narrowRange(actor, asked)
  if (range.low > range.high) return refuse('not-found')
  // A village is told of nowhere: whoever has only one reads its tambon's households in lists.
  const area = asked === undefined || asked.length < actor.areaCode.length ? actor.areaCode : asked
  if (area.length > 6) return refuse('not-permitted')
  const childDigits = area.length === 2 ? 4 : 6
  const rows = await findOutcomesByArea(trx, { range, childDigits, restricted: seesRestricted(actor) })
  const hardships = rows.filter(row => row.remedyId === WHATEVER_WAS_DONE)
  const uses = rows.filter(row => row.remedyId !== WHATEVER_WAS_DONE)
  const [own] = await findAreas(trx, [area])
  const children = new Map(
    (area.length === 6 ? [] : await findChildAreas(trx, area)).map(child => [child.areaCode, child]),
  )
  const remedyOf = (text: string) => {
    const [kindCode = '', remedyId = ''] = text.split(' ')
    return { kindCode, remedyId }
  }
  return succeed({
    asOf: now,
    area: { areaCode: area, nameTh: own?.nameTh ?? area, nameEn: own?.nameEn ?? area },
    total: relapseTotal([countOf(hardships)]),
    byKind: grouped(hardships, row => row.kindCode).map(({ group, told }) => ({ kindCode: group, told })),
    byRemedy: grouped(uses, row => `${row.kindCode} ${row.remedyId}`).map(({ group, told }) => ({
      ...remedyOf(group),
      told,
    })),
    byArea: grouped(hardships, row => String(row.child)).flatMap(({ group, told }) => {
      const child = children.get(group)
      return child === undefined ? [] : [{ areaCode: group, nameTh: child.nameTh, nameEn: child.nameEn, told }]
    }),
  })
}
