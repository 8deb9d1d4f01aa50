import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface SilentReferral {
  readonly householdId: HouseholdId
  readonly problemId: ProblemId
  readonly agencyCode: string
  readonly isLead: boolean
  readonly answerBy: Day
}

/** Referrals whose day to answer has passed without an answer, page by page; of lead ones those the problem waits for. */
export const findSilentReferrals = async (
  trx: Scoped,
  today: Day,
  after: SilentReferral | undefined,
  most: number,
): Promise<SilentReferral[]> => {
  const { rows } = await sql<SilentReferral>`
    select r.household_id as "householdId", r.problem_id as "problemId", r.agency_code as "agencyCode",
      r.is_lead as "isLead", r.answer_by as "answerBy"
    from referrals r
      join problems p on p.shard_key = r.shard_key and p.household_id = r.household_id and p.problem_id = r.problem_id
    where r.state = 'SENT' and r.answer_by < ${today}::date
      and case when r.is_lead then p.state = 'REFERRED'
        else p.state in ('OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS', 'ASSISTED') end
      and (${after === undefined} or (r.household_id, r.problem_id, r.agency_code)
        > (${after?.householdId ?? null}::uuid, ${after?.problemId ?? null}::uuid, ${after?.agencyCode ?? null}::text))
    order by r.household_id, r.problem_id, r.agency_code limit ${most}`.execute(trx)
  return rows
}

export interface Closing {
  readonly householdId: HouseholdId
  readonly problemId: ProblemId
  readonly closedOn: Day
}

/** What was closed from one day on and before another, page by page. */
export const findClosings = async (
  trx: Scoped,
  from: Day,
  before: Day,
  after: Closing | undefined,
  most: number,
): Promise<Closing[]> => {
  const { rows } = await sql<Closing>`
    select household_id as "householdId", problem_id as "problemId", closed_on as "closedOn" from problems
    where state in ('RESOLVED', 'SELF_RESOLVED') and closed_on >= ${from}::date and closed_on < ${before}::date
      and (${after === undefined} or (closed_on, problem_id)
        > (${after?.closedOn ?? null}::date, ${after?.problemId ?? null}::uuid))
    order by closed_on, problem_id limit ${most}`.execute(trx)
  return rows
}
