import { clocks } from '@thaiqm/catalogue/clocks.ts'
import type { Role } from '@thaiqm/core/access/role.ts'
import { dueBand } from '@thaiqm/core/duty/duty-counts.ts'
import { escalatedFor, levelOf } from '@thaiqm/core/duty/escalation.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdSummary } from '../household/household-summary.ts'
import type { DutyCells, HeldDuty } from './held-duty.ts'

export const bands = ['overdue', 'within7Days', 'within14Days', 'within30Days'] as const
export type Band = (typeof bands)[number]

type Whose = Pick<HouseholdSummary, 'householdId' | 'areaCode' | 'houseNumber' | 'sequenceInHouse' | 'headName'>

/** Something that stands before somebody today, with the household it is about. */
export interface DutyToday extends HeldDuty, Whose {
  readonly band: Band
}

const dutyIn = ([kind, holder, dueOn, severity, problemId, kindCode, agencyCode]: DutyCells): HeldDuty => ({
  kind,
  holder,
  dueOn,
  severity,
  problemId,
  kindCode,
  agencyCode,
})

const houseOrder = new Intl.Collator('th', { numeric: true })

/** The worst first, as the office has it: overdue before due soon, crises before the rest, then by day and house. */
const byPressure = (a: DutyToday, b: DutyToday): number =>
  bands.indexOf(a.band) - bands.indexOf(b.band) ||
  a.severity - b.severity ||
  (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
  (a.areaCode < b.areaCode ? -1 : a.areaCode > b.areaCode ? 1 : houseOrder.compare(a.houseNumber, b.houseNumber))

/** What waits for a role today among the households of this phone, due within 30 days or overdue; no document is opened. */
export const dutiesToday = (
  rows: readonly (Whose & Pick<HouseholdSummary, 'duties'>)[],
  role: Role,
  today: Day,
): readonly DutyToday[] => {
  const level = levelOf(role)
  if (level === undefined) return []
  const until = new Map(escalatedFor(level, today, clocks).map(held => [held.holder, held.dueUntil]))
  const found: DutyToday[] = []
  for (const { duties, householdId, areaCode, houseNumber, sequenceInHouse, headName } of rows) {
    for (const cells of duties) {
      const duty = dutyIn(cells)
      const dueUntil = until.get(duty.holder)
      const band = dueBand(duty.dueOn, today)
      if (dueUntil === undefined || band === undefined || (dueUntil !== null && duty.dueOn > dueUntil)) continue
      found.push({ ...duty, band, householdId, areaCode, houseNumber, sequenceInHouse, headName })
    }
  }
  return found.sort(byPressure)
}

/** How many stand in each group. */
export const countByBand = (duties: readonly Pick<DutyToday, 'band'>[]): Readonly<Record<Band, number>> => {
  const counts = { overdue: 0, within7Days: 0, within14Days: 0, within30Days: 0 }
  for (const { band } of duties) counts[band] += 1
  return counts
}

/** Kinds whose act the phone does not have: they are listed, and done in the office. */
const officeKinds: readonly HeldDuty['kind'][] = [
  'survey-to-certify',
  'plan-to-approve',
  'plan-to-revise',
  'action-due',
  'referral-to-answer',
  'referral-to-finish',
  'referral-returned',
  'referral-silent',
  'cancellation-to-decide',
  'pause-to-decide',
]

export const isDoneInOffice = ({ kind }: Pick<HeldDuty, 'kind'>): boolean => officeKinds.includes(kind)

const actOf: Partial<Record<HeldDuty['kind'], string>> = { 'look-again': 'follow-up', revisit: 'revisit' }

/** Where the act is done on the phone. */
export const dutyHref = ({ kind, householdId, problemId }: Pick<DutyToday, 'kind' | 'householdId' | 'problemId'>) => {
  const household = `/households/${householdId}`
  if (kind === 'survey-to-correct') return `${household}/survey`
  if (kind === 'conflict-to-settle') return `${household}/conflicts`
  if (problemId === null) return household
  const act = actOf[kind]
  return `${household}/problems/${problemId}${act === undefined ? '' : `?act=${act}`}`
}
