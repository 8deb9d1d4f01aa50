import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { OpenOffer } from '@thaiqm/core/plan/remedy-capacity.ts'
import type { RemedyOutcomeSum } from '@thaiqm/core/plan/remedy-evidence.ts'
import type { TrialOutcome } from '@thaiqm/core/plan/remedy-trial.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { insertRows, type TableShape } from '../platform/database/write-rows.ts'
import { type RemedyTrialRow, WHATEVER_WAS_DONE } from './remedy-trial-table.ts'

const changeTable = {
  table: 'remedy_changes',
  columns: {
    area_code: 'int',
    kind_code: 'text',
    remedy_id: 'text',
    profile: 'text',
    outcome: 'text',
    eye: 'text',
    delta: 'smallint',
  },
  key: [],
} as const satisfies TableShape<string>

const textOf = (row: RemedyTrialRow): string => `${row.trial}|${row.area_code}|${row.profile}|${row.outcome}`

const changeOf = ({ area_code, kind_code, remedy_id, profile, outcome, eye }: RemedyTrialRow, delta: 1 | -1) => ({
  area_code,
  kind_code,
  remedy_id,
  profile,
  outcome,
  eye,
  delta,
})

/** Writes down which trials came and went; nobody waits for a sum. */
export const saveRemedyChanges = async (
  trx: Scoped,
  changes: readonly { readonly before: readonly RemedyTrialRow[]; readonly after: readonly RemedyTrialRow[] }[],
): Promise<void> => {
  const moved = changes.flatMap(({ before, after }) => {
    if (before.length === 0 && after.length === 0) return []
    const then = new Set(before.map(textOf))
    const now = new Set(after.map(textOf))
    return [
      ...before.filter(row => !now.has(textOf(row))).map(row => changeOf(row, -1)),
      ...after.filter(row => !then.has(textOf(row))).map(row => changeOf(row, 1)),
    ]
  })
  await insertRows(trx, changeTable, moved)
}

/** Trials that came and went in a span of transactions, added to the sums of tambons and districts. */
export const foldRemedyOutcomes = async (trx: Scoped, from: string, before: string): Promise<void> => {
  await sql`insert into folded_remedy_outcomes (digits, area_code, kind_code, remedy_id, profile, outcome, eye, count)
    select level.digits, area_code / level.span * level.span, kind_code, remedy_id, profile, outcome, eye, sum(delta)
    from remedy_changes, (values (4::smallint, 10000), (6::smallint, 100)) as level(digits, span)
    where transaction_id >= ${from}::xid8 and transaction_id < ${before}::xid8
    group by 1, 2, 3, 4, 5, 6, 7 having sum(delta) <> 0
    on conflict (digits, area_code, kind_code, remedy_id, profile, outcome, eye) do update
    set count = folded_remedy_outcomes.count + excluded.count`.execute(trx)
}

const eyes = (restricted: boolean) => (restricted ? ['both', 'full'] : ['both', 'open'])

/** What came of remedies in one district with these kinds of hardship, by what the households are like. */
export const findRemedyOutcomes = async (
  trx: Scoped,
  query: { readonly district: string; readonly kindCodes: readonly string[]; readonly restricted: boolean },
): Promise<RemedyOutcomeSum[]> => {
  const { rows } =
    await sql<RemedyOutcomeSum>`select kind_code as "kindCode", remedy_id as "remedyId", profile, outcome,
      sum(count)::int as households
    from remedy_outcomes where digits = 4 and area_code = ${Number(query.district.padEnd(8, '0'))}
      and kind_code = any(${query.kindCodes}::text[]) and remedy_id <> ${WHATEVER_WAS_DONE} and eye = any(${eyes(query.restricted)}::text[])
    group by 1, 2, 3, 4 having sum(count) > 0`.execute(trx)
  return rows
}

/** What partners still have to give where a household lives, of offers that name the remedies they fit. */
export const findOpenOffers = async (trx: Scoped, village: string, today: Day): Promise<OpenOffer[]> => {
  const { rows } = await sql<{ remedy_ids: string; quantity_left: number; unit: string }>`
    select remedy_ids, quantity - taken_quantity as quantity_left, unit from offers
    where state = 'OPEN' and remedy_ids <> '[]' and ${Number(village)} between area_low and area_high
      and ${today}::date between from_on and until_on`.execute(trx)
  return rows.map(row => ({
    remedyIds: JSON.parse(row.remedy_ids) as string[],
    quantityLeft: row.quantity_left,
    unit: row.unit,
  }))
}

/**
 * Counts by child area, kind, remedy and outcome: what relapse rates are made of. Households that used a remedy; where no
 * remedy is named, hardships.
 */
export interface OutcomeByArea {
  /** The child area's code as a number of `childDigits` digits. */
  readonly child: number
  readonly kindCode: string
  readonly remedyId: string
  readonly outcome: TrialOutcome
  readonly count: number
}

export const findOutcomesByArea = async (
  trx: Scoped,
  query: {
    readonly range: { readonly low: number; readonly high: number }
    /** 4: districts, 6: tambons. */
    readonly childDigits: 4 | 6
    readonly restricted: boolean
  },
): Promise<OutcomeByArea[]> => {
  const { rows } = await sql<OutcomeByArea>`select area_code / ${10 ** (8 - query.childDigits)}::int as child,
      kind_code as "kindCode", remedy_id as "remedyId", outcome, sum(count)::int as count
    from remedy_outcomes where digits = ${query.childDigits} and area_code between ${query.range.low} and ${query.range.high}
      and outcome in ('SOLVED', 'RELAPSED') and eye = any(${eyes(query.restricted)}::text[])
    group by 1, 2, 3, 4 having sum(count) > 0`.execute(trx)
  return rows
}

/** Takes the sums back to nothing, before every household's trials are written down anew. */
export const clearRemedySums = async (trx: Scoped): Promise<void> => {
  await sql`delete from remedy_changes`.execute(trx)
  await sql`delete from folded_remedy_outcomes`.execute(trx)
}
