import type { MeetingRow } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { type AreaRange, areaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isHeldAfterAll, type Meeting, type MeetingLevel, type MeetingState } from '@thaiqm/core/meeting/meeting.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

/** The row a meeting is listed by, moved with its document. */
export const saveMeetingRow = async (trx: Scoped, meeting: Meeting): Promise<void> => {
  const { low, high } = areaRange(meeting.areaCode)
  const came = meeting.attendees.filter(a => a.presence === 'CAME').length
  await sql`insert into meetings (meeting_id, area_low, area_high, area_code, level, state, held_on, number, title,
      item_count, decided_count, came_count, held_after_all, version)
    values (${meeting.id}, ${low}, ${high}, ${meeting.areaCode}, ${meeting.level}, ${meeting.state}, ${meeting.heldOn}::date,
      ${meeting.number}, ${meeting.title}, ${meeting.agenda.length}, ${meeting.decisions.length}, ${came},
      ${isHeldAfterAll(meeting)}, ${meeting.version})
    on conflict (meeting_id) do update set state = excluded.state, held_on = excluded.held_on, number = excluded.number,
      title = excluded.title, item_count = excluded.item_count, decided_count = excluded.decided_count,
      came_count = excluded.came_count, held_after_all = excluded.held_after_all, version = excluded.version`.execute(
    trx,
  )
}

export interface MeetingListQuery {
  readonly range: AreaRange
  readonly level: MeetingLevel | null
  readonly state: MeetingState | null
  /** Only those still planned whose day lies before this one, the longest overdue first; null for all. */
  readonly overdueOn: Day | null
  readonly page: number
  readonly pageSize: number
}

interface Row {
  readonly meeting_id: MeetingRow['meetingId']
  readonly area_code: string
  readonly level: MeetingLevel
  readonly state: MeetingState
  readonly held_on: MeetingRow['heldOn']
  readonly number: string
  readonly title: string
  readonly item_count: number
  readonly decided_count: number
  readonly came_count: number
  readonly held_after_all: boolean
  readonly version: number
}

/** Meetings that lie wholly inside a range, the newest first; one more than a page tells that there are more. */
export const listMeetingRows = async (
  trx: Scoped,
  { range, level, state, overdueOn, page, pageSize }: MeetingListQuery,
): Promise<{ meetings: MeetingRow[]; hasMore: boolean }> => {
  const isWanted = overdueOn === null ? sql`true` : sql`state = 'PLANNED' and held_on < ${overdueOn}::date`
  const order = overdueOn === null ? sql`held_on desc, number desc, meeting_id` : sql`held_on, number, meeting_id`
  const { rows } = await sql<Row>`select meeting_id, area_code, level, state, held_on, number, title, item_count,
      decided_count, came_count, held_after_all, version from meetings
    where area_low >= ${range.low} and area_low <= ${range.high} and area_high <= ${range.high}
      and (${level}::text is null or level = ${level}::text) and (${state}::text is null or state = ${state}::text)
      and ${isWanted}
    order by ${order} limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(trx)
  const meetings = rows.slice(0, pageSize).map(row => ({
    meetingId: row.meeting_id,
    areaCode: row.area_code,
    level: row.level,
    state: row.state,
    heldOn: row.held_on,
    number: row.number,
    title: row.title,
    itemCount: row.item_count,
    decidedCount: row.decided_count,
    cameCount: row.came_count,
    heldAfterAll: row.held_after_all,
    version: row.version,
  }))
  return { meetings, hasMore: rows.length > pageSize }
}

/** The newest closed meeting of each village in a range. */
export const findLastVillageMeetings = async (trx: Scoped, range: AreaRange, most: number): Promise<string[]> => {
  const { rows } = await sql<{ meeting_id: string }>`select distinct on (area_low) meeting_id from meetings
    where area_low between ${range.low} and ${range.high} and area_high <= ${range.high}
      and level = 'VILLAGE' and state = 'CLOSED'
    order by area_low, held_on desc, meeting_id limit ${most}`.execute(trx)
  return rows.map(row => row.meeting_id)
}

/** Kinds of the live hardships of households, never a restricted one: what stands beside a plan that waits. */
export const findLiveKinds = async (
  trx: Scoped,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (householdIds.length === 0) return new Map()
  const { rows } = await sql<{ household_id: string; kinds: string[] }>`select h.household_id,
      array_agg(distinct p.kind_code order by p.kind_code) as kinds
    from households h join problems p on p.shard_key = h.shard_key and p.household_id = h.household_id
    where h.household_id = any(${householdIds}::uuid[]) and not p.restricted
      and p.state in ('OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS', 'ASSISTED')
    group by h.household_id`.execute(trx)
  return new Map(rows.map(row => [row.household_id, row.kinds]))
}

/** Earlier meetings of one area whose matters the next may take up: its last closed one and the last called off, few of them. */
export const findEarlierMeetings = async (
  trx: Scoped,
  { range, level, most }: { readonly range: AreaRange; readonly level: MeetingLevel; readonly most: number },
): Promise<string[]> => {
  const last = (state: MeetingState, limit: number) => sql<{ meeting_id: string }>`select meeting_id from meetings
    where area_low = ${range.low} and area_high = ${range.high} and level = ${level} and state = ${state}
    order by held_on desc, meeting_id limit ${limit}`
  const closed = await last('CLOSED', 1).execute(trx)
  const calledOff = await last('CALLED_OFF', most).execute(trx)
  return [...closed.rows, ...calledOff.rows].map(row => row.meeting_id)
}

export interface NeedCount {
  readonly kindCode: string
  readonly households: number
}

/**
 * What the households of one village or tambon live without in housing and income (P2xx, P4xx), by kind with how many
 * households have it; the most severe kinds first. Restricted kinds are never among them.
 */
export const countNeeds = async (
  trx: Scoped,
  { roundId, range, most }: { readonly roundId: string; readonly range: AreaRange; readonly most: number },
): Promise<NeedCount[]> => {
  const { rows } = await sql<{
    kind_code: string
    n: number
  }>`select p.kind_code, count(distinct p.household_id)::int as n
    from counted_items i
      join problems p on p.shard_key = i.shard_key and p.household_id = i.household_id and p.problem_id = i.problem_id
    where i.round_id = ${roundId} and i.measure = 'live-problem' and i.area_code between ${range.low} and ${range.high}
      and i.eye = any(${['both', 'open']}::text[]) and not p.restricted and p.kind_code ~ '^P[24]'
    group by p.kind_code order by min(p.severity), 2 desc, 1 limit ${most}`.execute(trx)
  return rows.map(row => ({ kindCode: row.kind_code, households: row.n }))
}
