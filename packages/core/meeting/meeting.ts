import { z } from 'zod'
import { type Day, day, type Instant } from '../ledger/day.ts'
import {
  agendaItemId,
  attendeeId,
  householdId,
  type MeetingId,
  type PersonId,
  problemId,
} from '../ledger/identifiers.ts'
import { sector } from '../plan/plan.ts'

/** Whose meeting it is: ประชาคมหมู่บ้าน, คณะทำงานตำบล, ศจพ.อ., ศจพ.จ. */
export const meetingLevel = z.enum(['VILLAGE', 'TAMBON', 'DISTRICT', 'PROVINCE'])
export type MeetingLevel = z.infer<typeof meetingLevel>

/**
 * CLOSED: it never changes again. CALLED_OFF: it is not to be held, with the reason; a phone that had not heard of it may yet
 * bring word that it was held.
 */
export const meetingState = z.enum(['PLANNED', 'OPEN', 'CLOSED', 'CALLED_OFF'])
export type MeetingState = z.infer<typeof meetingState>

/** What an item asks of the meeting. All are drawn from what waits but the free one, which is written by hand. */
export const agendaItemKind = z.enum([
  'plan-approval',
  'cancellation',
  'unresolvable',
  'pause',
  'returned-referral',
  'overdue',
  'unmet-need',
  'need-priority',
  'free',
])
export type AgendaItemKind = z.infer<typeof agendaItemKind>

/** Time of the day on the wall, `09:30`. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The time as a person types it, `09.30` or `09:30`; null while it is none. */
export const readWallTime = (typed: string): string | null =>
  wallTime.safeParse(typed.trim().replace('.', ':')).data ?? null

/** The time on the wall in Bangkok, which has no summer time. */
export const wallTimeOf = (at: Instant): string => {
  const [hours = 0, minutes = 0] = at.slice(11, 16).split(':').map(Number)
  return `${String((hours + 7) % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The five parts of a Thai agenda: told, minutes adopted, follow-up, to be considered, other business. */
export const agendaSection = z.number().int().min(1).max(5)

export const meetingDetails = z.object({
  level: meetingLevel,
  areaCode: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/),
  title: z.string().min(1).max(200),
  /** As the office counts its meetings, in a year of the Buddhist era: `1/2567`. */
  number: z.string().max(20),
  heldOn: day,
  startTime: wallTime,
  place: z.string().max(200),
  /** Who presides; may still be empty while the meeting is planned. */
  chair: z.string().max(200),
})
export type MeetingDetails = z.infer<typeof meetingDetails>

/**
 * One matter on the agenda. A household is named by its house number only: what a hall reads on the wall carries no
 * names. For a village's needs there is no household but a kind and how many households have it.
 */
export const agendaItemInput = z.object({
  itemId: agendaItemId,
  kind: agendaItemKind,
  section: agendaSection,
  title: z.string().min(1).max(300),
  householdId: householdId.nullable(),
  problemId: problemId.nullable(),
  kindCodes: z.array(z.string().max(10)).max(20),
  /** Village of the household or the need; null for a matter of the whole area. */
  areaCode: z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
  houseNumber: z.string().max(40),
  householdCount: z.number().int().min(1).nullable(),
  dueOn: day.nullable(),
  /** Since when partners may read the need; only of a need that nobody has taken up. */
  publishedOn: day.optional(),
})
export type AgendaItemInput = z.infer<typeof agendaItemInput>

/** A matter of the whole area: no household stands behind it, and nothing is counted. */
export const ofNoHousehold: Pick<
  AgendaItemInput,
  'householdId' | 'problemId' | 'kindCodes' | 'areaCode' | 'houseNumber' | 'householdCount' | 'dueOn'
> = {
  householdId: null,
  problemId: null,
  kindCodes: [],
  areaCode: null,
  houseNumber: '',
  householdCount: null,
  dueOn: null,
}

export interface AgendaItem extends AgendaItemInput {
  /** Of a hardship few may see: such an item is there for their eyes only. */
  readonly restricted: boolean
}

export const attendee = z.object({
  attendeeId,
  name: z.string().min(1).max(200),
  position: z.string().max(200),
  organisation: z.string().max(200),
  sector,
  presence: z.enum(['CAME', 'EXCUSED']),
})
export type Attendee = z.infer<typeof attendee>

export const itemDecision = z.enum(['APPROVED', 'RETURNED', 'DEFERRED', 'ASSIGNED', 'NOTED'])
export type ItemDecision = z.infer<typeof itemDecision>

/** What a meeting can say to an item of a kind: what waits for approval is approved, sent back or put off. */
export const decisionsFor = (kind: AgendaItemKind): readonly ItemDecision[] => {
  switch (kind) {
    case 'plan-approval':
    case 'cancellation':
    case 'unresolvable':
    case 'pause':
      return ['APPROVED', 'RETURNED', 'DEFERRED']
    case 'returned-referral':
    case 'overdue':
      return ['ASSIGNED', 'NOTED', 'DEFERRED']
    // Somebody is to find help, it stays published, or it is withdrawn to be thought over.
    case 'unmet-need':
      return ['ASSIGNED', 'NOTED', 'RETURNED', 'DEFERRED']
    case 'need-priority':
    case 'free':
      return ['APPROVED', 'ASSIGNED', 'NOTED', 'DEFERRED']
  }
}

/** What the meeting said to an item, in its own words. */
export interface Decided {
  readonly itemId: AgendaItemInput['itemId']
  readonly decision: ItemDecision
  readonly words: string
  readonly assignedTo: string
  readonly dueOn: Day | null
  /** How often the item has been decided: whoever decides again says which one they saw. */
  readonly revision: number
  readonly by: PersonId
  readonly at: Instant
}

/** A meeting as its ledger leaves it. Closed or called off, it never changes again. */
export interface Meeting extends MeetingDetails {
  readonly id: MeetingId
  readonly version: number
  readonly state: MeetingState
  readonly agenda: readonly AgendaItem[]
  /** How often the agenda was set: whoever sets it anew says which one they saw. */
  readonly agendaRevision: number
  readonly attendees: readonly Attendee[]
  readonly decisions: readonly Decided[]
  readonly endTime: string | null
  readonly plannedBy: PersonId
  /** Why it was not to be held; stays where it was held after all. */
  readonly calledOff?: { readonly reason: string; readonly by: PersonId; readonly at: Instant } | undefined
  readonly closedBy: PersonId | null
  readonly closedAt: Instant | null
}

/** Whether nothing more is expected of the meeting. */
export const isOver = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'CLOSED' || state === 'CALLED_OFF'

/** It had been called off, and was held: who called it off has to learn of it. */
export const isHeldAfterAll = ({ state, calledOff }: Pick<Meeting, 'state' | 'calledOff'>): boolean =>
  calledOff !== undefined && state !== 'CALLED_OFF'

/** Its day has passed and nobody has opened it: it is to be held, given another day, or called off. */
export const isOverdueMeeting = ({ state, heldOn }: Pick<Meeting, 'state' | 'heldOn'>, today: Day): boolean =>
  state === 'PLANNED' && heldOn < today

export const decisionOn = (
  meeting: Pick<Meeting, 'decisions'>,
  itemId: AgendaItemInput['itemId'],
): Decided | undefined => meeting.decisions.find(d => d.itemId === itemId)
