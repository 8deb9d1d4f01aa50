import type { FigureValue } from '@thaiqm/contract/measure/measure-routes.ts'
import { type Actor, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { type AreaRange, areaRange, wholeRange } from '@thaiqm/core/area/area-code.ts'
import { addDays, type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import { type Counted, type Figure, figures } from '@thaiqm/core/measure/figure.ts'
import type { Measure } from '@thaiqm/core/measure/measure.ts'
import { paceOf } from '@thaiqm/core/measure/pace.ts'
import { currentRounds, deadlinesFor, type Round } from '@thaiqm/core/round/round.ts'
import { findAreas, findChildAreas } from '../area/area-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { type CountQuery, type CountRow, type DayRow, sumCounts, sumCountsAsOf, sumDays } from './figures-store.ts'

export interface FiguresQuery {
  readonly actor: Actor
  /** The area asked for; the actor's own when empty. */
  readonly area: string
  readonly roundId: string | null
  /** Null: now, from the counters. */
  readonly asOf: Instant | null
  readonly now: Instant
}

export interface AreaFigures {
  readonly areaCode: string
  readonly nameTh: string
  readonly nameEn: string
  readonly figures: FigureValue[]
}

export interface FiguresReply {
  readonly asOf: Instant
  readonly roundId: Round['id'] | null
  readonly area: AreaFigures
  readonly path: { areaCode: string; nameTh: string; nameEn: string }[]
  readonly children: AreaFigures[]
  readonly byDimension: { dimension: string; n: number; of: number }[]
  readonly byMissedReason: { reason: string; n: number }[]
  readonly waiting: { measure: Measure; n: number }[]
  readonly trend: { day: Day; covered: number; rechecked: number; solved: number }[]
}

/** Work that waits for somebody, in the order of the work. */
const waitingMeasures: readonly Measure[] = [
  'not-started-household',
  'not-rechecked-household',
  'survey-returned',
  'household-with-conflict',
  'survey-awaiting-verification',
  'survey-awaiting-certification',
  'problem-without-plan',
  'plan-awaiting-approval',
  'problem-at-agency',
  'problem-awaiting-verification',
  'cancellation-proposed',
]

const trendMeasures = {
  covered: 'covered-household',
  rechecked: 'rechecked-household',
  solved: 'solved-problem',
} as const

const paceMeasures: readonly Measure[] = [
  ...new Set(figures.filter(f => f.towards !== null).map(f => f.numerator.measure)),
]

type Rows = { readonly counts: readonly CountRow[]; readonly days: readonly DayRow[] }

const sumOf = (rows: readonly CountRow[], { measure, overdueOnly }: Counted): number =>
  rows.reduce((sum, row) => (row.measure === measure && (!overdueOnly || row.overdue) ? sum + row.count : sum), 0)

const figureValue = (figure: Figure, { counts, days }: Rows, area: string, round: Round, today: Day): FigureValue => {
  const n = sumOf(counts, figure.numerator)
  const of = figure.denominator === null ? null : sumOf(counts, figure.denominator)
  if (figure.towards === null || of === null) return { key: figure.key, n, of, pace: null }
  const deadline = deadlinesFor(round, area)[figure.towards]
  const weekAgo = addDays(today, -7)
  const recent = days.reduce(
    (sum, d) => (d.measure === figure.numerator.measure && d.day > weekAgo ? sum + d.delta : sum),
    0,
  )
  return { key: figure.key, n, of, pace: { deadline, ...paceOf(n, of, recent, today, deadline) } }
}

/** Codes of an area and all it lies in, the widest first. */
const pathCodes = (area: string): string[] =>
  [2, 4, 6, 8].filter(length => length <= area.length).map(length => area.slice(0, length))

const trendOf = (days: readonly DayRow[], from: Day, upTo: Day): FiguresReply['trend'] => {
  const trend: FiguresReply['trend'] = []
  const standing = { covered: 0, rechecked: 0, solved: 0 }
  const byDay = Map.groupBy(days, row => row.day)
  const add = (rows: readonly DayRow[]) => {
    for (const row of rows)
      for (const [name, measure] of Object.entries(trendMeasures))
        if (row.measure === measure) standing[name as keyof typeof standing] += row.delta
  }
  for (const [day, rows] of byDay) if (day < from) add(rows)
  for (let day = from; day <= upTo; day = addDays(day, 1)) {
    add(byDay.get(day) ?? [])
    trend.push({ day, ...standing })
  }
  return trend
}

const MOST_TREND_DAYS = 400

/**
 * Where an area stands and each area one step below it: every figure from counters that moved by delta, so that the
 * cost does not grow with the households; as of an earlier moment from the journal of the same changes.
 */
export const readFigures = async (
  trx: Scoped,
  rounds: readonly Round[],
  query: FiguresQuery,
): Promise<FiguresReply> => {
  const { actor, now } = query
  const area = query.area === '' ? actor.areaCode : query.area
  const round = query.roundId === null ? currentRounds(rounds)[0] : rounds.find(r => r.id === query.roundId)
  const asOf = query.asOf ?? now
  const today = dayOf(asOf)
  const names = await findAreas(trx, pathCodes(area))
  const path = names
    .map(({ areaCode, nameTh, nameEn }) => ({ areaCode, nameTh, nameEn }))
    .sort((a, b) => a.areaCode.length - b.areaCode.length)
  const own = path.find(a => a.areaCode === area) ?? { areaCode: area, nameTh: area, nameEn: area }
  const empty: FiguresReply = {
    asOf,
    roundId: round?.id ?? null,
    area: { ...own, figures: [] },
    path,
    children: [],
    byDimension: [],
    byMissedReason: [],
    waiting: [],
    trend: [],
  }
  if (round === undefined) return empty
  const childDigits = Math.min(area.length + 2, 8)
  const range: AreaRange = area === '' ? wholeRange : areaRange(area)
  const counting: CountQuery = { roundId: round.id, range, childDigits, today, restricted: seesRestricted(actor) }
  const counts = query.asOf === null ? await sumCounts(trx, counting) : await sumCountsAsOf(trx, counting, query.asOf)
  const days = await sumDays(trx, counting, [...new Set([...paceMeasures, ...Object.values(trendMeasures)])], today)
  const figuresOf = (rows: Rows, code: string): FigureValue[] =>
    figures.map(figure => figureValue(figure, rows, code, round, today))

  const countsByChild = Map.groupBy(counts, row => row.child)
  const daysByChild = Map.groupBy(days, row => row.child)
  const childAreas = area.length === 8 ? [] : await findChildAreas(trx, area === '' ? null : area)
  const known = new Set(childAreas.map(child => Number(child.areaCode)))
  // A village nobody has named yet still has its row: no household is left out of the table of its tambon.
  const unnamed = area.length === 8 ? [] : [...countsByChild.keys()].filter(child => !known.has(child))
  const children = [
    ...childAreas,
    ...unnamed.map(child => ({ areaCode: String(child), nameTh: `รหัส ${child}`, nameEn: `Code ${child}` })),
  ]
  const dimensions = Map.groupBy(
    counts.filter(row => row.measure === 'problem' || row.measure === 'solved-problem'),
    row => row.detail,
  )
  const from = addDays(today, -MOST_TREND_DAYS) > round.opensOn ? addDays(today, -MOST_TREND_DAYS) : round.opensOn
  return {
    ...empty,
    area: { ...own, figures: figuresOf({ counts, days }, area) },
    children: children.map(({ areaCode, nameTh, nameEn }) => ({
      areaCode,
      nameTh,
      nameEn,
      figures: figuresOf(
        { counts: countsByChild.get(Number(areaCode)) ?? [], days: daysByChild.get(Number(areaCode)) ?? [] },
        areaCode,
      ),
    })),
    byDimension: [...dimensions.entries()]
      .map(([dimension, rows]) => ({
        dimension,
        n: sumOf(rows, { measure: 'solved-problem' }),
        of: sumOf(rows, { measure: 'problem' }),
      }))
      .sort((a, b) => (a.dimension < b.dimension ? -1 : 1)),
    byMissedReason: [
      ...Map.groupBy(
        counts.filter(row => row.measure === 'missed-household'),
        row => row.detail,
      ),
    ]
      .map(([reason, rows]) => ({ reason, n: rows.reduce((sum, row) => sum + row.count, 0) }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    waiting: waitingMeasures.map(measure => ({ measure, n: sumOf(counts, { measure }) })),
    trend: today < from ? [] : trendOf(days, from, today),
  }
}
