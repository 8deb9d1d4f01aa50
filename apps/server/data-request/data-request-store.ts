import type { DataRequestRow } from '@thaiqm/contract/data-request/data-request-routes.ts'
import type { Role } from '@thaiqm/core/access/role.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

interface Row {
  readonly request_id: DataRequestRow['requestId']
  readonly household_id: HouseholdId
  readonly area_code: number
  readonly kind: DataRequestRow['kind']
  readonly received_on: Day
  readonly due_on: Day
  readonly answer: DataRequestRow['answer']
  readonly answered_on: Day | null
}

const toRow = (row: Row): DataRequestRow => ({
  requestId: row.request_id,
  householdId: row.household_id,
  districtCode: String(row.area_code).slice(0, 4),
  kind: row.kind,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  answer: row.answer,
  answeredOn: row.answered_on,
})

/** Requests the transaction's scope lets through: those that wait, the most urgent first, and the latest answered. */
export const findDataRequests = async (
  trx: Scoped,
  most: number,
): Promise<{ readonly open: DataRequestRow[]; readonly answered: DataRequestRow[] }> => {
  const open = await sql<Row>`select request_id, household_id, area_code, kind, received_on::text, due_on::text, answer,
      answered_on::text
    from data_requests where answered_on is null order by due_on, request_id limit ${most}`.execute(trx)
  const answered = await sql<Row>`select request_id, household_id, area_code, kind, received_on::text, due_on::text,
      answer, answered_on::text
    from data_requests where answered_on is not null order by answered_on desc, request_id limit ${most}`.execute(trx)
  return { open: open.rows.map(toRow), answered: answered.rows.map(toRow) }
}

export interface Look {
  readonly on: Day
  readonly act: string
  readonly person_id: PersonId
  readonly role: Role | null
}

/** Who has looked at a household, each person once a day and way of looking, the latest first. Read by the system only. */
export const findLooks = async (trx: Scoped, id: HouseholdId, most: number): Promise<Look[]> => {
  const { rows } =
    await sql<Look>`select distinct ((at at time zone 'Asia/Bangkok')::date)::text as on, act, person_id, role
    from (select at, act, person_id, role from audit
      where object_id = ${id}::text and act in ('ReadHousehold', 'ReadHeldRecord', 'ReadCallBack', 'WritePaper', 'OpenTask')
      order by position desc limit 2000) latest
    order by 1 desc, act, person_id limit ${most}`.execute(trx)
  return rows
}
