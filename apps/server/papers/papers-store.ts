import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { VillageNeed } from '@thaiqm/core/papers/village-needs.ts'
import type { LetterName } from '@thaiqm/core/problem/problem.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

/** A hardship that is with an agency now, by id: who and what it is stands in the household's document. */
export interface ReferredCase {
  readonly householdId: string
  readonly problemId: string
  readonly agencyCode: string
  readonly restricted: boolean
  readonly dueOn: Day
  /** The last letter it went with. */
  readonly letter: (LetterName & { readonly cases: number }) | null
  readonly earlierLetter: LetterName | null
}

interface ReferredRow {
  readonly household_id: string
  readonly problem_id: string
  readonly agency_code: string
  readonly restricted: boolean
  readonly due_on: Day
  readonly letter_number: string | null
  readonly letter_on: Day | null
  readonly letter_cases: number | null
  readonly earlier_letter_number: string | null
  readonly earlier_letter_on: Day | null
}

const letterOf = (number: string | null, writtenOn: Day | null): LetterName | null =>
  number === null || writtenOn === null ? null : { number, writtenOn }

const withCases = (letter: LetterName | null, cases: number | null) =>
  letter === null ? null : { ...letter, cases: cases ?? 1 }

/** What lies with these agencies within an area, lead or contributing, sent or accepted; house by house. */
export const findReferredCases = async (
  trx: Scoped,
  agencyCodes: readonly string[],
  range: AreaRange,
  most: number,
): Promise<ReferredCase[]> => {
  const { rows } = await sql<ReferredRow>`select r.household_id, r.problem_id, r.agency_code, r.restricted, r.due_on,
      r.letter_number, r.letter_on, r.letter_cases, r.earlier_letter_number, r.earlier_letter_on
    from referrals r join households h on h.shard_key = r.shard_key and h.household_id = r.household_id
      join problems p on p.shard_key = r.shard_key and p.household_id = r.household_id and p.problem_id = r.problem_id
    where r.agency_code = any(${agencyCodes}::text[]) and r.state in ('SENT', 'ACCEPTED')
      and r.area_code between ${range.low} and ${range.high}
      and p.state in ('OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS', 'ASSISTED')
    order by r.area_code, h.house_sort, r.household_id, p.kind_code, r.problem_id limit ${most}`.execute(trx)
  return rows.map(row => ({
    householdId: row.household_id,
    problemId: row.problem_id,
    agencyCode: row.agency_code,
    restricted: row.restricted,
    dueOn: row.due_on,
    letter: withCases(letterOf(row.letter_number, row.letter_on), row.letter_cases),
    earlierLetter: letterOf(row.earlier_letter_number, row.earlier_letter_on),
  }))
}

/**
 * One of these numbers that an office has given another letter between two days: to another agency, or to this one on another
 * day. Found by index, among what lies with agencies now; a hidden hardship's letter is found by nobody who may not see it.
 */
export const findUsedNumber = async (
  trx: Scoped,
  numbers: readonly string[],
  {
    officeArea,
    agencyCode,
    writtenOn,
    from,
    to,
  }: {
    readonly officeArea: string
    readonly agencyCode: string
    readonly writtenOn: Day
    readonly from: Day
    readonly to: Day
  },
): Promise<string | undefined> => {
  const { rows } = await sql<{ letter_number: string }>`select letter_number from referrals
    where letter_number = any(${numbers}::text[]) and letter_office = ${officeArea}
      and letter_on between ${from} and ${to} and (agency_code <> ${agencyCode} or letter_on <> ${writtenOn})
    limit 1`.execute(trx)
  return rows[0]?.letter_number
}

/** A hardship of a village, with the village's name as its houses are written. */
export interface AreaNeed extends VillageNeed {
  readonly problemId: string
  readonly villageName: string
}

interface NeedRow {
  readonly household_id: string
  readonly problem_id: string
  readonly area_code: number
  readonly village_name: string
  readonly kind_code: string
  readonly dimension: string
  readonly severity: number
  readonly state: VillageNeed['state']
  readonly restricted: boolean
}

/** The hardships of an area's households that have a live one, village by village and house by house. */
export const findAreaNeeds = async (trx: Scoped, range: AreaRange, most: number): Promise<AreaNeed[]> => {
  const { rows } =
    await sql<NeedRow>`select p.household_id, p.problem_id, h.area_code, h.village_name, p.kind_code, p.dimension,
      p.severity, p.state, p.restricted
    from households h join problems p on p.shard_key = h.shard_key and p.household_id = h.household_id
    where h.area_code between ${range.low} and ${range.high} and h.live_open > 0 and h.status <> 'WITHDRAWN'
    order by h.area_code, h.house_sort, h.household_id, p.kind_code, p.problem_id limit ${most}`.execute(trx)
  return rows.map(row => ({
    householdId: row.household_id,
    problemId: row.problem_id,
    villageCode: String(row.area_code),
    villageName: row.village_name,
    kindCode: row.kind_code,
    dimension: row.dimension,
    severity: row.severity,
    state: row.state,
    restricted: row.restricted,
  }))
}
