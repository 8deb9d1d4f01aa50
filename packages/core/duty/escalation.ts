import type { Role } from '../access/role.ts'
import { addDays, type Day } from '../ledger/day.ts'
import type { Clocks } from './clocks.ts'
import type { DutyHolder } from './duty.ts'

type Level = Exclude<DutyHolder, 'AGENCY'>

/** What nobody does is carried up this ladder, one level after the other. */
const ladder = ['VILLAGE', 'TAMBON', 'DISTRICT', 'CHIEF', 'PROVINCE'] as const satisfies readonly Level[]

const levels: Partial<Record<Role, Level>> = {
  VIL: 'VILLAGE',
  MENTOR: 'VILLAGE',
  TAM: 'TAMBON',
  DOFF: 'DISTRICT',
  DCHIEF: 'CHIEF',
  PROV: 'PROVINCE',
  GOV: 'PROVINCE',
}

/** The level whose duties a role has; none for roles that have no duties by area. */
export const levelOf = (role: Role): Level | undefined => levels[role]

/** Whose duties may ever stand before a level: its own, those further down, and of agencies from the district up. */
export const dutyHoldersOf = (level: Level): readonly DutyHolder[] => {
  const own = ladder.slice(0, ladder.indexOf(level) + 1)
  return level === 'VILLAGE' || level === 'TAMBON' ? own : [...own, 'AGENCY']
}

export interface HeldDuties {
  readonly holder: DutyHolder
  /** Only those due on this day or before; null: all. */
  readonly dueUntil: Day | null
}

/**
 * Which duties stand before a level today: its own, and those held further down (or by an agency) that are overdue for so
 * long that they were carried up to it. Computed from the day, so nothing is rewritten when a day passes.
 */
export const escalatedFor = (level: Level, today: Day, clocks: Clocks): readonly HeldDuties[] => {
  const own: HeldDuties = { holder: level, dueUntil: null }
  if (level === 'VILLAGE') return [own]
  const carried = addDays(today, -clocks.escalateAfterDays[level])
  const below = ladder.slice(0, ladder.indexOf(level)).map((holder): HeldDuties => ({ holder, dueUntil: carried }))
  if (level === 'TAMBON') return [own, ...below]
  // The district that referred chases an agency as soon as its day has passed.
  const agency: HeldDuties = { holder: 'AGENCY', dueUntil: level === 'DISTRICT' ? addDays(today, -1) : carried }
  return [own, ...below, agency]
}
