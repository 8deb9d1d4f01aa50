import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { openDocument, type SealingKeys } from '../platform/sealing.ts'
import type { OwnStep, PlacedFact } from './ledger.ts'

interface FactRow {
  readonly version: number
  readonly data: string
  readonly by_person: PersonId
  readonly at: Instant
  readonly device_id: string | null
}

/** A household's whole ledger, each fact with the device its command came from. */
export const findPlacedFacts = async (trx: Scoped, keys: SealingKeys, id: string): Promise<PlacedFact[]> => {
  const { rows } = await sql<FactRow>`select e.version, e.data, e.by_person, e.at, c.device_id
    from ledger_events e left join commands c using (command_id) where e.ledger_id = ${id} order by e.version`.execute(
    trx,
  )
  return rows.map(row => ({
    event: openDocument(keys, row.data, id) as HouseholdEvent,
    at: row.at,
    by: row.by_person,
    version: row.version,
    deviceId: row.device_id,
  }))
}

/** What a device itself did to a household behind a version, in the order it made it. */
export const findOwnSteps = async (
  trx: Scoped,
  keys: SealingKeys,
  deviceId: string,
  ledgerId: string,
  version: number,
): Promise<OwnStep[]> => {
  const { rows } = await sql<{ type: string; body: string }>`select type, body from commands
    where device_id = ${deviceId} and ledger_id = ${ledgerId} and outcome = 'applied' and version > ${version}
    order by sequence`.execute(trx)
  return rows.map(({ type, body }) => ({ ledgerId, type, input: openDocument(keys, body, ledgerId) }))
}
