import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import { sql } from 'kysely'
import { type HouseholdListRow, householdColumns } from '../household/household-list-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'

export interface AlikeQuestion {
  readonly range: AreaRange
  readonly areaCode: number
  readonly houseCode: string | null
  readonly houseNumber: string
  readonly numberHashes: readonly Uint8Array[]
  readonly except: string | null
  /** Restricted hardships are in the counts only of those who may see them. */
  readonly restricted: boolean
}

export interface AlikeRow extends HouseholdListRow {
  readonly by_code: boolean
  readonly by_number: boolean
  readonly by_person: boolean
}

const MOST = 20

/** Each likeness has an index of its own: the code, the village with the number, the keyed hash of a person's number. */
export const findAlikeHouseholds = async (trx: Scoped, asked: AlikeQuestion): Promise<AlikeRow[]> => {
  const { range, areaCode, houseCode, houseNumber, numberHashes, except, restricted } = asked
  const hashes = numberHashes.map(hash => Buffer.from(hash))
  const { rows } = await sql<AlikeRow>`
    with alike as (
      select household_id, true as by_code, false as by_number, false as by_person from households
        where house_code = ${houseCode} and area_code between ${range.low} and ${range.high}
      union all
      select household_id, false, true, false from households
        where area_code = ${areaCode} and ${houseNumber} <> '' and house_number = ${houseNumber}
      union all
      select household_id, false, false, true from members
        where number_hmac = any(${hashes}::bytea[]) and area_code between ${range.low} and ${range.high}
      limit ${MOST * 4}
    )
    select ${householdColumns(restricted)}, bool_or(a.by_code) as by_code, bool_or(a.by_number) as by_number,
      bool_or(a.by_person) as by_person
    from alike a join households h on h.household_id = a.household_id
    where h.status not in ('WITHDRAWN', 'MERGED') and (${except}::uuid is null or h.household_id <> ${except}::uuid)
    group by h.shard_key, h.household_id
    order by bool_or(a.by_person) desc, bool_or(a.by_code) desc, h.sequence_in_house
    limit ${MOST}`.execute(trx)
  return rows
}
