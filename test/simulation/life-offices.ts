import type { Day } from '@thaiqm/core/ledger/day.ts'
import { addDays } from '@thaiqm/core/ledger/day.ts'
import { type AgendaItemInput, type Attendee, type Meeting, ofNoHousehold } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { type Offer, quantityLeft } from '@thaiqm/core/offer/offer.ts'
import type { OfferCommand } from '@thaiqm/core/offer/offer-command.ts'
import { people } from '@thaiqm/testing/people.ts'
import type { Random } from './random.ts'

const temple = people.templeContact.organisationId

const termsOf = (random: Random, today: Day) => ({
  what: 'แผ่นหลังคาโลหะ',
  remedyIds: [],
  kindCodes: [],
  unit: 'แผ่น',
  // Few, so that two who take at once both want the last.
  quantity: 2 + random.below(5),
  budgetBaht: random.chance(0.5) ? 1000 : null,
  fromOn: today,
  untilOn: addDays(today, 20 + random.below(200)),
  areaCode: '4901',
})

/** What somebody does with an offer next, or how one begins. */
export const offerDeed = (
  offer: Offer | null,
  problemIds: readonly string[],
  random: Random,
  today: Day,
): OfferCommand | undefined => {
  if (offer === null)
    return temple === null
      ? undefined
      : { type: 'AddOffer', input: { ...termsOf(random, today), organisationId: temple } }
  const roll = random.next()
  if (roll < 0.45 && problemIds.length > 0) {
    // Now and then more than there is.
    const quantity = 1 + random.below(Math.max(1, quantityLeft(offer)) + (random.chance(0.2) ? 2 : 0))
    const budgetBaht = random.below(700)
    const problemId = random.pick(problemIds) as never
    const allocationId = random.uuid() as never
    return { type: 'TakeFromOffer', input: { allocationId, problemId, quantity, budgetBaht, dueOn: null, note: '' } }
  }
  if (roll < 0.5) return { type: 'ChangeOffer', input: termsOf(random, today) }
  if (roll < 0.52) return { type: 'EndOffer', input: { reason: 'ของหมด' } }
  if (offer.allocations.length === 0) return undefined
  const { allocationId } = random.pick(offer.allocations)
  if (roll < 0.7) return { type: 'ConfirmAllocation', input: { allocationId, note: '' } }
  if (roll < 0.88) return { type: 'DeliverAllocation', input: { allocationId, deliveredOn: today, assistanceId: null } }
  return { type: 'ReleaseAllocation', input: { allocationId, reason: 'นำส่งไม่ได้' } }
}

const freeItem = (random: Random): AgendaItemInput => ({
  itemId: random.uuid() as never,
  kind: 'free',
  section: 4,
  title: `เรื่องที่ ${random.below(99)}`,
  ...ofNoHousehold,
})

const attendeeOf = (random: Random): Attendee => ({
  attendeeId: random.uuid() as never,
  name: `ผู้มาประชุม ${random.below(99)}`,
  position: '',
  organisation: '',
  sector: 'GOV',
  presence: 'CAME',
})

/** What is done about a meeting next; its secretary may not have seen what another has just written. */
export const meetingDeed = (meeting: Meeting | null, random: Random, today: Day): MeetingCommand => {
  const details = {
    level: 'DISTRICT' as const,
    areaCode: '4901',
    title: 'ประชุม ศจพ.อ.',
    number: `${random.below(9)}/2567`,
    heldOn: addDays(today, random.below(9)),
    startTime: '09:00',
    place: '',
    chair: 'นายอำเภอ',
  }
  if (meeting === null) return { type: 'PlanMeeting', input: details }
  if (random.chance(0.3)) return { type: 'CloseMeeting', input: { endTime: '12:00' } }
  const roll = random.next()
  const items = meeting.agenda.map(({ restricted: _r, ...item }) => item)
  if (roll < 0.15)
    return { type: 'SetAgenda', input: { items: [...items, freeItem(random)], replaces: meeting.agendaRevision } }
  if (roll < 0.3) return { type: 'OpenMeeting', input: { startTime: '09:10' } }
  if (roll < 0.45) return { type: 'RecordAttendance', input: { attendees: [attendeeOf(random)], leftOut: [] } }
  if (roll < 0.9 && items.length > 0) {
    const { itemId } = random.pick(items)
    const replaces = meeting.decisions.find(d => d.itemId === itemId)?.revision ?? 0
    const words = `มติ ${random.below(99)}`
    return { type: 'DecideItem', input: { itemId, decision: 'NOTED', words, assignedTo: '', dueOn: null, replaces } }
  }
  if (roll < 0.93) return { type: 'ChangeMeeting', input: details }
  if (roll < 0.96) return { type: 'CallOffMeeting', input: { reason: 'ติดราชการ' } }
  return { type: 'CloseMeeting', input: { endTime: '12:00' } }
}
