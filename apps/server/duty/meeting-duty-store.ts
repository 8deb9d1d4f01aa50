import { clocks } from '@thaiqm/catalogue/clocks.ts'
import type { MeetingDutyRow } from '@thaiqm/contract/duty/duty-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { MeetingDutyKind } from '@thaiqm/core/duty/duty.ts'
import type { DatedDuty } from '@thaiqm/core/duty/duty-counts.ts'
import { type MeetingsUntil, meetingDuty, meetingsBefore } from '@thaiqm/core/duty/meeting-duty.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { MeetingLevel, MeetingState } from '@thaiqm/core/meeting/meeting.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'

export interface MeetingDutyQuery {
  readonly before: readonly MeetingsUntil[]
  readonly range: AreaRange
  readonly kind: MeetingDutyKind | null
}

/** The meetings that stand before an actor today; null where none ever do. */
export const meetingDutyQueryOf = (
  actor: Actor,
  today: Day,
  asked: { readonly area?: string | undefined; readonly kind?: MeetingDutyKind | undefined } = {},
): MeetingDutyQuery | null => {
  const before = meetingsBefore(actor, today, clocks)
  return before.length === 0 ? null : { before, range: narrowRange(actor, asked.area), kind: asked.kind ?? null }
}

/** One index range: few meetings of an area are neither closed nor called off. */
const waiting = ({ before, range, kind }: MeetingDutyQuery): RawBuilder<unknown> => {
  const levels = sql.join(
    before.map(({ level, dueUntil }) => sql`(level = ${level} and held_on <= ${dueUntil}::date)`),
    sql` or `,
  )
  const state = kind === null ? sql`true` : sql`state = ${kind === 'meeting-to-hold' ? 'PLANNED' : 'OPEN'}`
  return sql`from meetings where state in ('PLANNED', 'OPEN') and area_low between ${range.low} and ${range.high}
    and area_high <= ${range.high} and (${levels}) and ${state}`
}

interface Row {
  readonly meeting_id: MeetingDutyRow['meetingId']
  readonly area_code: string
  readonly level: MeetingLevel
  readonly state: MeetingState
  readonly held_on: Day
  readonly number: string
  readonly title: string
}

/** Meetings that wait, the longest overdue first. */
export const findMeetingDuties = async (
  trx: Scoped,
  query: MeetingDutyQuery,
  most: number,
): Promise<MeetingDutyRow[]> => {
  const { rows } = await sql<Row>`select meeting_id, area_code, level, state, held_on, number, title ${waiting(query)}
    order by held_on, area_low, area_high desc, meeting_id limit ${most}`.execute(trx)
  return rows.flatMap(row => {
    const duty = meetingDuty({ level: row.level, state: row.state, heldOn: row.held_on }, clocks)
    if (duty === undefined) return []
    const { number, title } = row
    return [{ ...duty, meetingId: row.meeting_id, areaCode: row.area_code, number, title }]
  })
}

/** Days of the meetings that wait, for counts and reminders, those alike together: nothing of what they are about. */
export const findMeetingDutyDays = async (trx: Scoped, query: MeetingDutyQuery): Promise<DatedDuty[]> => {
  const { rows } = await sql<Pick<Row, 'level' | 'state' | 'held_on'> & { readonly times: number }>`
    select level, state, held_on, count(*)::int as times ${waiting(query)} group by level, state, held_on`.execute(trx)
  return rows.flatMap(({ level, state, held_on, times }) => {
    const duty = meetingDuty({ level, state, heldOn: held_on }, clocks)
    return duty === undefined ? [] : [{ ...duty, times }]
  })
}
