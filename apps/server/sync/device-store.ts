import { createHash } from 'node:crypto'
import type { Holdings } from '@thaiqm/contract/sync/sync-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { DeviceId, PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import type { DeviceMarks } from './ledger.ts'

export interface DeviceRow {
  readonly device_id: DeviceId
  readonly person_id: PersonId
  readonly post_id: PostId
  readonly key_hash: Uint8Array | null
  readonly up_to: number
  readonly safe_up_to: number
  readonly device_kind: string
  readonly app_version: string
  readonly holds_waiting: number
  readonly holds_unsafe: number
  readonly holds_drafts: number
  readonly holds_photos: number
  readonly oldest_waiting_at: Instant | null
  readonly last_seen_at: Instant
  readonly is_locked: boolean
}

const columns =
  sql.raw(`device_id, person_id, post_id, key_hash, up_to, safe_up_to, device_kind, app_version, holds_waiting,
  holds_unsafe, holds_drafts, holds_photos, oldest_waiting_at, last_seen_at, locked_at is not null as is_locked`)

export const lockDevice = async (trx: Scoped, deviceId: string): Promise<DeviceMarks | undefined> => {
  const { rows } =
    await sql<DeviceRow>`select ${columns} from devices where device_id = ${deviceId} for update`.execute(trx)
  const row = rows[0]
  return row && { personId: row.person_id, upTo: row.up_to, safeUpTo: row.safe_up_to }
}

export const findDevice = async (trx: Scoped, deviceId: string): Promise<DeviceRow | undefined> => {
  const { rows } = await sql<DeviceRow>`select ${columns} from devices where device_id = ${deviceId}`.execute(trx)
  return rows[0]
}

export const findDeviceByKey = async (trx: Scoped, keyHash: Uint8Array): Promise<DeviceRow | undefined> => {
  const { rows } = await sql<DeviceRow>`select ${columns} from devices where key_hash = ${keyHash}
    order by last_seen_at desc limit 1`.execute(trx)
  return rows[0]
}

/** What is kept apart because its id came twice with different contents does not stand for its sequence. */
export const findHeldIds = async (
  trx: Scoped,
  deviceId: string,
  from: number,
  to: number,
): Promise<Map<number, string>> => {
  const { rows } = await sql<{ sequence: number; command_id: string }>`select sequence, command_id from commands
    where device_id = ${deviceId} and sequence between ${from} and ${to}
      and refusal_code is distinct from 'same-id-other-content'`.execute(trx)
  return new Map(rows.map(row => [row.sequence, row.command_id]))
}

export interface DeviceBirth {
  readonly deviceId: string
  readonly personId: PersonId
  readonly postId: PostId
  readonly areaLow: number
  readonly at: Instant
}

/** Moves a device's mark; a device never heard of is known from now on. */
export const advanceDevice = async (trx: Scoped, device: DeviceBirth & { readonly upTo: number }): Promise<void> => {
  const { deviceId, personId, postId, areaLow, upTo, at } = device
  await sql`insert into devices (device_id, person_id, post_id, area_low, up_to, first_seen_at, last_seen_at)
    values (${deviceId}, ${personId}, ${postId}, ${areaLow}, ${upTo}, ${at}, ${at})
    on conflict (device_id) do update set up_to = greatest(devices.up_to, excluded.up_to)`.execute(trx)
}

export interface DeviceSaid extends DeviceBirth {
  readonly keyHash: Uint8Array | null
  readonly deviceKind: string
  readonly appVersion: string
  readonly holdings: Holdings
}

/** Writes down what a device says of itself; answers the row as it then stands. */
export const saveDeviceReport = async (trx: Scoped, said: DeviceSaid): Promise<DeviceRow | undefined> => {
  const { waiting, unsafe, drafts, photos, oldestWaitingAt } = said.holdings
  const { rows } =
    await sql<DeviceRow>`insert into devices (device_id, person_id, post_id, area_low, key_hash, device_kind,
      app_version, holds_waiting, holds_unsafe, holds_drafts, holds_photos, oldest_waiting_at, first_seen_at, last_seen_at)
    values (${said.deviceId}, ${said.personId}, ${said.postId}, ${said.areaLow}, ${said.keyHash}, ${said.deviceKind},
      ${said.appVersion}, ${waiting}, ${unsafe}, ${drafts}, ${photos}, ${oldestWaitingAt}, ${said.at}, ${said.at})
    on conflict (device_id) do update set post_id = excluded.post_id, area_low = excluded.area_low,
      key_hash = coalesce(devices.key_hash, excluded.key_hash), device_kind = excluded.device_kind,
      app_version = excluded.app_version, holds_waiting = excluded.holds_waiting, holds_unsafe = excluded.holds_unsafe,
      holds_drafts = excluded.holds_drafts, holds_photos = excluded.holds_photos,
      oldest_waiting_at = excluded.oldest_waiting_at, last_seen_at = excluded.last_seen_at
    returning ${columns}`.execute(trx)
  return rows[0]
}

/** A device's key as the server knows it: a hash, good for recognising and for nothing else. */
export const hashDeviceKey = (key: string): Uint8Array => createHash('sha256').update(`device-key|${key}`).digest()

export const listDeviceRows = async (trx: Scoped, range: AreaRange, most: number): Promise<DeviceRow[]> => {
  const { rows } = await sql<DeviceRow>`select ${columns} from devices
    where area_low between ${range.low} and ${range.high}
    order by (holds_waiting + holds_drafts + holds_photos > 0) desc, oldest_waiting_at nulls last, last_seen_at desc
    limit ${most}`.execute(trx)
  return rows
}

export const lockDeviceRow = async (
  trx: Scoped,
  deviceId: string,
  lockedAt: Instant | null,
  by: PersonId,
): Promise<void> => {
  await sql`update devices set locked_at = ${lockedAt}, locked_by = ${by} where device_id = ${deviceId}`.execute(trx)
}

/** Commands of a device that wait for a person. */
export const findOpenParked = async (trx: Scoped, deviceId: string, most: number): Promise<string[]> => {
  const { rows } = await sql<{ command_id: string }>`select command_id from commands where device_id = ${deviceId}
    and outcome <> 'applied' and settled_at is null order by sequence desc limit ${most}`.execute(trx)
  return rows.map(row => row.command_id)
}
