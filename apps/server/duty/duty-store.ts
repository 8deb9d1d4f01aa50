import type { DutyRow } from '@thaiqm/contract/duty/duty-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { DutyKind } from '@thaiqm/core/duty/duty.ts'
import type { DatedDuty, KindOfDutyCounts } from '@thaiqm/core/duty/duty-counts.ts'
import type { HeldDuties } from '@thaiqm/core/duty/escalation.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface DutyQuery {
  /** Whose duties: by level of the ladder, or those with the agency of the transaction's scope. */
  readonly held: readonly HeldDuties[] | 'own-agency'
  readonly range: AreaRange
  readonly kind: DutyKind | null
  readonly today: Day
  /** Nothing that is due later. */
  readonly until: Day
}

/** One index range for each holder: what is read grows with what waits in the reader's area, not with the nation. */
const chosen = ({ held, range, kind, until }: DutyQuery): RawBuilder<unknown> => {
  const among = sql`area_code between ${range.low} and ${range.high} ${kind === null ? sql`` : sql`and kind = ${kind}`}`
  const columns = sql`shard_key, household_id, duty_key, area_code, kind, holder, problem_id, agency_code, due_on,
    waiting_since, severity`
  if (held === 'own-agency')
    return sql`select ${columns} from duties where agency_code = scope_agency() and due_on <= ${until}::date and ${among}`
  return sql.join(
    held.map(({ holder, dueUntil }) => {
      const last = dueUntil === null || dueUntil > until ? until : dueUntil
      return sql`select ${columns} from duties where holder = ${holder} and due_on <= ${last}::date and ${among}`
    }),
    sql` union all `,
  )
}

interface Row {
  readonly duty_key: string
  readonly kind: DutyRow['kind']
  readonly holder: DutyRow['holder']
  readonly household_id: HouseholdId
  readonly problem_id: ProblemId | null
  readonly kind_code: string | null
  readonly agency_code: string | null
  readonly due_on: Day
  readonly waiting_since: Day
  readonly severity: DutyRow['severity']
  readonly area_code: number
  readonly village_name: string
  readonly house_number: string
  readonly head_name: string
}

/** The worst first: what is overdue, then by how soon it is due; within each the graver hardship, then the earlier day. */
export const findDuties = async (trx: Scoped, query: DutyQuery, most: number): Promise<DutyRow[]> => {
  const { today } = query
  const { rows } = await sql<Row>`
    select d.*, p.kind_code, h.village_name, h.house_number, h.head_name
    from (${chosen(query)}) d
      join households h on h.shard_key = d.shard_key and h.household_id = d.household_id
      left join problems p on p.shard_key = d.shard_key and p.household_id = d.household_id and p.problem_id = d.problem_id
    order by case when d.due_on < ${today}::date then 0 when d.due_on <= ${today}::date + 7 then 1
        when d.due_on <= ${today}::date + 14 then 2 else 3 end,
      d.severity, d.due_on, d.area_code, h.house_sort, d.duty_key
    limit ${most}`.execute(trx)
  return rows.map(row => ({
    key: row.duty_key,
    kind: row.kind,
    holder: row.holder,
    householdId: row.household_id,
    problemId: row.problem_id,
    kindCode: row.kind_code,
    agencyCode: row.agency_code,
    dueOn: row.due_on,
    waitingSince: row.waiting_since,
    severity: row.severity,
    areaCode: String(row.area_code),
    villageName: row.village_name,
    houseNumber: row.house_number,
    headName: row.head_name,
  }))
}

/** How much waits, by kind and by how soon it is due; what began to wait after `lookedOn` is new. */
export const countDuties = async (trx: Scoped, query: DutyQuery, lookedOn: Day): Promise<KindOfDutyCounts[]> => {
  const { today } = query
  const { rows } = await sql<KindOfDutyCounts>`
    select kind,
      count(*) filter (where due_on < ${today}::date)::int as overdue,
      count(*) filter (where due_on between ${today}::date and ${today}::date + 7)::int as "within7Days",
      count(*) filter (where due_on between ${today}::date + 8 and ${today}::date + 14)::int as "within14Days",
      count(*) filter (where due_on between ${today}::date + 15 and ${today}::date + 30)::int as "within30Days",
      count(*) filter (where waiting_since > ${lookedOn}::date)::int as "newlyWaiting"
    from (${chosen(query)}) d group by kind order by kind`.execute(trx)
  return rows
}

/** Days of what waits, for reminders, those alike together: nothing of what it is about. */
export const findDutyDays = async (trx: Scoped, query: DutyQuery): Promise<DatedDuty[]> => {
  const { rows } = await sql<DatedDuty>`
    select kind, due_on as "dueOn", waiting_since as "waitingSince", count(*)::int as times from (${chosen(query)}) d
    group by kind, due_on, waiting_since`.execute(trx)
  return rows
}
