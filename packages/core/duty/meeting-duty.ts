import type { Actor } from '../access/actor.ts'
import { addDays, type Day, daysBetween } from '../ledger/day.ts'
import { type Meeting, type MeetingLevel, meetingLevel } from '../meeting/meeting.ts'
import { meetingLevelsOf } from '../meeting/meeting-keepers.ts'
import { formatDay } from '../thai/format-day.ts'
import type { Clocks } from './clocks.ts'
import type { Duty, MeetingDutyKind } from './duty.ts'
import { dutyHolderNames } from './duty-kind-name.ts'
import { escalatedFor, levelOf } from './escalation.ts'

/** A meeting that waits: to be held by its day, or, opened, to be closed on it. */
export interface MeetingDuty extends Pick<Duty, 'dueOn' | 'waitingSince'> {
  readonly kind: MeetingDutyKind
  readonly holder: MeetingLevel
}

type Dated = Pick<Meeting, 'level' | 'state' | 'heldOn'>

/** What a meeting asks of its keepers; nothing once it is closed or called off. */
export const meetingDuty = ({ level, state, heldOn }: Dated, clocks: Clocks): MeetingDuty | undefined => {
  if (state === 'PLANNED') {
    const waitingSince = addDays(heldOn, -clocks.meetingAheadDays)
    return { kind: 'meeting-to-hold', holder: level, dueOn: heldOn, waitingSince }
  }
  if (state === 'OPEN') return { kind: 'meeting-to-close', holder: level, dueOn: heldOn, waitingSince: heldOn }
  return undefined
}

/** Meetings of one level that stand before somebody: those of this day or before. */
export interface MeetingsUntil {
  readonly level: MeetingLevel
  readonly dueUntil: Day
}

/**
 * Which meetings stand before an actor today: those of the levels they keep, from some days before; of levels further down
 * those so long overdue that they were carried up, like everything that nobody does. Read off the day alone.
 */
export const meetingsBefore = (actor: Actor, today: Day, clocks: Clocks): readonly MeetingsUntil[] => {
  const own = levelOf(actor.role)
  if (own === undefined) return []
  const kept = meetingLevelsOf(actor)
  const carried = new Map(escalatedFor(own, today, clocks).map(({ holder, dueUntil }) => [holder, dueUntil]))
  return meetingLevel.options.flatMap(level => {
    const dueUntil = kept.includes(level) ? addDays(today, clocks.meetingAheadDays) : carried.get(level)
    return dueUntil == null ? [] : [{ level, dueUntil }]
  })
}

/** Whether a meeting stands before somebody only because its keepers have not acted. */
export const isCarriedUp = (actor: Actor, { holder }: Pick<MeetingDuty, 'holder'>): boolean =>
  !meetingLevelsOf(actor).includes(holder)

/** Why a meeting stands on somebody's page today: how late or how soon, and from where it was carried up. */
export const meetingDutyReason = (
  { kind, holder, dueOn }: Pick<MeetingDuty, 'kind' | 'holder' | 'dueOn'>,
  isCarried: boolean,
  today: Day,
  language: 'th' | 'en',
): string => {
  const left = daysBetween(today, dueOn)
  const day = formatDay(dueOn, { language })
  const late =
    kind === 'meeting-to-hold'
      ? { th: `เลยวันประชุม ${-left} วัน (กำหนด ${day})`, en: `${-left} days past its day (${day})` }
      : { th: `เปิดประชุมเมื่อ ${day} ยังไม่ได้ปิดประชุม`, en: `Opened on ${day} and not closed` }
  const soon =
    left === 0
      ? { th: `ประชุมวันนี้ (${day})`, en: `Held today (${day})` }
      : { th: `อีก ${left} วันประชุม (${day})`, en: `In ${left} days (${day})` }
  const when = left < 0 ? late : soon
  if (!isCarried) return when[language]
  const from = dutyHolderNames[holder]
  const carried = {
    th: `${from.th}ยังไม่ดำเนินการ ยกระดับถึงท่าน`,
    en: `Not done by the ${from.en.toLowerCase()}: carried up to you`,
  }
  return `${when[language]} · ${carried[language]}`
}

/** Crises first, then meetings, for which many matters wait, then everything else: the worst first within one band. */
export const dutiesAndMeetings = <Other extends Pick<Duty, 'severity'>, Own>(
  duties: readonly Other[],
  meetings: readonly Own[],
): readonly (Other | Own)[] => [
  ...duties.filter(({ severity }) => severity === 1),
  ...meetings,
  ...duties.filter(({ severity }) => severity !== 1),
]
