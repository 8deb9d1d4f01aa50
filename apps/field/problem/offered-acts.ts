import type { Actor } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isPauseAsked, isPaused } from '@thaiqm/core/problem/pause-clock.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { problemAllows } from '@thaiqm/core/problem/problem-state.ts'

/** Acts of the phone's problem page, by their names in its address, in the order in which they are wanted. */
export const fieldActs = {
  revisit: 'RecordRevisit',
  'follow-up': 'RecordFollowUp',
  lane: 'ChooseLane',
  begin: 'StartWork',
  'self-resolved': 'MarkSelfResolved',
  pause: 'RequestPause',
} as const
export type FieldAct = keyof typeof fieldActs

/** What this person may do about a hardship out here, by role and state; guards beyond that are the rules' own. */
export const offeredActs = (problem: Pick<Problem, 'state' | 'pause'>, actor: Actor, today: Day): readonly FieldAct[] =>
  (Object.keys(fieldActs) as FieldAct[]).filter(act => {
    const command = fieldActs[act]
    if (!problemAllows[problem.state].includes(command) || !mayCommand(actor, command)) return false
    return act !== 'pause' || !(isPauseAsked(problem) || isPaused(problem, today))
  })
