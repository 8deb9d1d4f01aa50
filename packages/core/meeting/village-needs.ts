import type { Day } from '../ledger/day.ts'
import type { MeetingId } from '../ledger/identifiers.ts'
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
