import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { MeetingId } from '../ledger/identifiers.ts'
import { PLAN_DIMENSIONS, villageNeeds } from '../papers/village-needs.ts'
import type { ProblemKindRule } from '../problem/problem-kind.ts'
import { type AgendaItem, decisionOn, type ItemDecision, type Meeting } from './meeting.ts'

/** One need of a village as its meeting ranked it: 1 comes first. No household, no name. */
export interface VillageNeed {
  readonly meetingId: MeetingId
  readonly heldOn: Day
  /** The village. */
  readonly areaCode: string
  readonly priority: number
  readonly title: string
  readonly kindCodes: readonly string[]
  readonly householdCount: number | null
  readonly decision: ItemDecision
  /** What the meeting said, and whom it asked. */
  readonly words: string
  readonly assignedTo: string
}

/** In a village's meeting the order of the agenda is the order of its needs. */
export const rankedNeeds = (meeting: Pick<Meeting, 'agenda'>): readonly AgendaItem[] =>
  meeting.agenda.filter(i => i.kind === 'need-priority')

/** What else is on the agenda. */
export const otherMatters = (meeting: Pick<Meeting, 'agenda'>): readonly AgendaItem[] =>
  meeting.agenda.filter(i => i.kind !== 'need-priority')

/** What a closed village meeting decided its village needs, most wanted first; nothing while it is not closed. */
export const villageNeedsOf = (meeting: Meeting): readonly VillageNeed[] =>
  meeting.level !== 'VILLAGE' || meeting.state !== 'CLOSED'
    ? []
    : rankedNeeds(meeting).flatMap((item, index) => {
        const decided = decisionOn(meeting, item.itemId)
        if (decided === undefined || item.restricted) return []
        return [
          {
            meetingId: meeting.id,
            heldOn: meeting.heldOn,
            areaCode: meeting.areaCode,
            priority: index + 1,
            title: item.title,
            kindCodes: item.kindCodes,
            householdCount: item.householdCount,
            decision: decided.decision,
            words: decided.words,
            assignedTo: decided.assignedTo,
          },
        ]
      })

export interface CountedNeed {
  readonly kindCode: string
  readonly householdCount: number
}

/**
 * What the households of a village live without, by kind with how many have it: the most severe kinds first, then the
 * most wanted. Restricted hardships are never among them, whoever asks (domain brief 13, scenario 19).
 */
export const needsOfHouseholds = (
  households: readonly Pick<Household, 'problems'>[],
  kinds: ReadonlyMap<string, ProblemKindRule>,
): readonly CountedNeed[] => {
  const needs = households.flatMap(({ problems }, house) =>
    problems.flatMap(({ kindCode, severity, state, restricted }) => {
      const kind = kinds.get(kindCode)
      if (kind === undefined) return []
      const { dimension } = kind
      const isHidden = restricted || kind.restricted
      return [{ villageCode: '', householdId: `${house}`, kindCode, dimension, severity, state, restricted: isHidden }]
    }),
  )
  const severityOf = (code: string) => kinds.get(code)?.severity ?? 3
  return villageNeeds(needs, PLAN_DIMENSIONS)
    .flatMap(village => village.kinds)
    .map(kind => ({ kindCode: kind.kindCode, householdCount: kind.households }))
    .sort(
      (a, b) =>
        severityOf(a.kindCode) - severityOf(b.kindCode) ||
        b.householdCount - a.householdCount ||
        (a.kindCode < b.kindCode ? -1 : 1),
    )
}
