import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { type Actor, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Duty } from '@thaiqm/core/duty/duty.ts'
import { dutyHoldersOf, levelOf } from '@thaiqm/core/duty/escalation.ts'
import { householdDuties } from '@thaiqm/core/duty/household-duties.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { RoundId } from '@thaiqm/core/ledger/identifiers.ts'

/** Something that waits, as a list shows it. */
export interface HeldDuty extends Pick<Duty, 'kind' | 'holder' | 'dueOn' | 'severity' | 'problemId' | 'agencyCode'> {
  readonly kindCode: string | null
}

/** The same in a household's summary: values alone, in this order, because thousands lie in the packs. */
export type DutyCells = readonly [
  HeldDuty['kind'],
  HeldDuty['holder'],
  HeldDuty['dueOn'],
  HeldDuty['severity'],
  HeldDuty['problemId'],
  HeldDuty['kindCode'],
  HeldDuty['agencyCode'],
]

/**
 * What of a household waits or could come to wait for this person: of their own level and further down, seen by their
 * eyes. No call-backs: whoever calls is drawn by the server, and must not have the case before them.
 */
export const dutyCellsOf = (household: Household, roundId: string, actor: Actor): readonly DutyCells[] => {
  const level = levelOf(actor.role)
  if (level === undefined || roundId === '') return []
  const holders = dutyHoldersOf(level)
  return householdDuties(household, { id: roundId as RoundId }, clocks).flatMap((duty): DutyCells[] => {
    if (duty.kind === 'call-back' || !holders.includes(duty.holder)) return []
    const problem = household.problems.find(one => one.id === duty.problemId)
    const isSeen = problem === undefined ? !duty.restricted || seesRestricted(actor) : seesProblem(actor, problem)
    if (!isSeen) return []
    const { kind, holder, dueOn, severity, problemId, agencyCode } = duty
    return [[kind, holder, dueOn, severity, problemId, problem?.kindCode ?? null, agencyCode]]
  })
}
