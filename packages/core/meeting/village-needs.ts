import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { MeetingId } from '../ledger/identifiers.ts'
import type { ProblemKindRule } from '../problem/problem-kind.ts'
import { isLive } from '../problem/problem-state.ts'
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

/** What a closed village meeting decided its village needs, most wanted first; nothing while it is not closed. */
export const villageNeedsOf = (meeting: Meeting): readonly VillageNeed[] =>
  meeting.level !== 'VILLAGE' || meeting.state !== 'CLOSED'
    ? []
    : rankedNeeds(meeting).flatMap((item, index) => {
        const decided = decisionOn(meeting, item.itemId)
        if (decided === undefined) return []
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

/** Kinds of hardship that a village takes to its local plan: living conditions (P2xx) and income (P4xx). */
const isOfThePlan = (kind: ProblemKindRule): boolean => kind.dimension === 'D2' || kind.dimension === 'D4'

/**
 * What the households of a village live without, by kind with how many have it: the most severe kinds first, then the
 * most wanted. Restricted hardships are never among them, whoever asks (domain brief 13, scenario 19).
 */
export const needsOfHouseholds = (
  households: readonly Pick<Household, 'problems'>[],
  kinds: ReadonlyMap<string, ProblemKindRule>,
): readonly CountedNeed[] => {
  const counts = new Map<string, number>()
  for (const { problems } of households) {
    const open = problems.filter(p => isLive(p.state) && !p.restricted)
    for (const kindCode of new Set(open.map(p => p.kindCode))) {
      const kind = kinds.get(kindCode)
      if (kind !== undefined && !kind.restricted && isOfThePlan(kind))
        counts.set(kindCode, (counts.get(kindCode) ?? 0) + 1)
    }
  }
  const severityOf = (code: string) => kinds.get(code)?.severity ?? 3
  return [...counts]
    .map(([kindCode, householdCount]) => ({ kindCode, householdCount }))
    .sort(
      (a, b) =>
        severityOf(a.kindCode) - severityOf(b.kindCode) ||
        b.householdCount - a.householdCount ||
        (a.kindCode < b.kindCode ? -1 : 1),
    )
}
