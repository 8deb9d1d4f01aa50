import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { agendaTitle } from '@thaiqm/contract/meeting/agenda-title.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { AgendaItemId, AttendeeId, CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import {
  type AgendaItemInput,
  type Attendee,
  type ItemDecision,
  type MeetingDetails,
  ofNoHousehold,
} from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { CommandBatch } from './command-batches.ts'
import type { Hand } from './household-story.ts'
import { organisationsFor } from './practice-organisations.ts'
import { getPerson } from './practice-people.ts'
import { instantOn, later } from './practice-rounds.ts'
import { getVillage, practiceDistricts } from './practice-villages.ts'
import { uuidFrom } from './seeded-random.ts'

/** What was said to one item of a meeting that is over. */
interface Told {
  readonly item: Partial<AgendaItemInput> & Pick<AgendaItemInput, 'title' | 'section'>
  readonly decision: ItemDecision
  readonly words: string
  readonly assignedTo?: string
}

interface MeetingStory {
  readonly key: string
  readonly hand: Hand
  readonly plannedAt: Instant
  readonly details: MeetingDetails
  readonly told: readonly Told[]
  /** Null while the meeting is still to come. */
  readonly endTime: string | null
  readonly attendees: readonly Attendee[]
}

const day = (text: string) => text as Day

const closedDistrictItems: readonly Told[] = [
  {
    item: { section: 1, title: 'แนวทางการตรวจสอบซ้ำ (Re-X-Ray) ตามหนังสือกระทรวงมหาดไทย' },
    decision: 'NOTED',
    words: 'ที่ประชุมรับทราบ',
  },
  {
    item: { section: 3, title: 'ความก้าวหน้าการสำรวจครัวเรือนรายตำบล' },
    decision: 'ASSIGNED',
    words: 'ให้ทีมปฏิบัติการตำบลเร่งสำรวจครัวเรือนที่ยังไม่พบตัวให้แล้วเสร็จก่อนกำหนดบันทึก',
    assignedTo: 'หัวหน้าทีมปฏิบัติการตำบลทุกตำบล',
  },
  {
    item: { section: 4, title: 'หลักเกณฑ์จัดลำดับการซ่อมแซมที่อยู่อาศัยร่วมกับ 7 ภาคี' },
    decision: 'APPROVED',
    words: 'เห็นชอบให้จัดลำดับตามความรุนแรงและวันครบกำหนด',
  },
]

const needTitle = (code: string): string =>
  agendaTitle('need-priority', { house: null, kindNames: [`${code} ${problemKindByCode.get(code)?.th ?? ''}`] })

const closedVillageNeeds: readonly Told[] = [
  {
    item: {
      section: 4,
      kind: 'need-priority',
      title: needTitle('P204'),
      kindCodes: ['P204'],
      householdCount: 4,
    },
    decision: 'APPROVED',
    words: 'เสนอบรรจุในแผนพัฒนาท้องถิ่นเป็นลำดับแรก ชาวบ้านร่วมออกแรง',
    assignedTo: 'องค์การบริหารส่วนตำบล',
  },
  {
    item: {
      section: 4,
      kind: 'need-priority',
      title: needTitle('P401'),
      kindCodes: ['P401'],
      householdCount: 6,
    },
    decision: 'ASSIGNED',
    words: 'ขอฝึกอาชีพที่ทำได้ในหมู่บ้าน',
    assignedTo: 'สำนักงานพัฒนาชุมชนอำเภอ',
  },
]

const attendeesOf = (key: string, district: string, sectors: readonly Sector[]): Attendee[] =>
  sectors.map((sector, n) => ({
    attendeeId: uuidFrom(`attendee ${key} ${sector}`) as AttendeeId,
    name: `ผู้แทนสมมติคนที่ ${n + 1}`,
    position: 'ผู้แทน',
    organisation: organisationsFor(sector, district)[0]?.nameTh ?? '',
    sector,
    presence: sector === 'MEDIA' ? 'EXCUSED' : 'CAME',
  }))

const handOf = (key: string): Hand => {
  const { actor, deviceId } = getPerson(key)
  return { actor, deviceId }
}

const districtMeetings = ({ code, th }: { readonly code: string; readonly th: string }): readonly MeetingStory[] => {
  const details = (number: string, heldOn: string): MeetingDetails => ({
    level: 'DISTRICT',
    areaCode: code,
    title: `ประชุม ศจพ.อ. อำเภอ${th}`,
    number,
    heldOn: day(heldOn),
    startTime: '09:30',
    place: `ห้องประชุมที่ว่าการอำเภอ${th}`,
    chair: getPerson(`chief-${code}`).person.name,
  })
  return [
    {
      key: `closed-${code}`,
      hand: handOf(`doff-${code}`),
      plannedAt: instantOn(day('2023-12-12'), 9),
      details: details('3/2566', '2023-12-15'),
      told: closedDistrictItems,
      endTime: '12:00',
      attendees: attendeesOf(`closed-${code}`, code, ['GOV', 'ACAD', 'REL', 'PRIV', 'PEOP', 'CSO', 'MEDIA']),
    },
    {
      key: `planned-${code}`,
      hand: handOf(`doff-${code}`),
      plannedAt: instantOn(day('2024-01-10'), 9),
      details: details('1/2567', '2024-01-18'),
      told: [],
      endTime: null,
      attendees: [],
    },
  ]
}

const VILLAGE = '49010501'

const villageMeeting = (): MeetingStory => {
  const village = getVillage(VILLAGE)
  return {
    key: `closed-${VILLAGE}`,
    hand: handOf(`vil-${VILLAGE}`),
    plannedAt: instantOn(day('2024-01-06'), 8),
    details: {
      level: 'VILLAGE',
      areaCode: VILLAGE,
      title: `ประชาคมหมู่บ้าน ${village.nameTh} หมู่ที่ ${village.moo}`,
      number: '1/2567',
      heldOn: day('2024-01-07'),
      startTime: '09:00',
      place: 'ศาลาประชาคมหมู่บ้าน',
      chair: getPerson(`vil-${VILLAGE}`).person.name,
    },
    told: closedVillageNeeds,
    endTime: '11:15',
    attendees: attendeesOf(`closed-${VILLAGE}`, '4901', ['GOV', 'REL', 'PEOP']),
  }
}

const itemsOf = ({ key, told, details }: MeetingStory): AgendaItemInput[] =>
  told.map(({ item }, n) => ({
    itemId: uuidFrom(`item ${key} ${n}`) as AgendaItemId,
    kind: 'free',
    ...ofNoHousehold,
    areaCode: details.level === 'VILLAGE' ? details.areaCode : null,
    ...item,
  }))

/** A meeting's whole past as commands, each a minute after the one before. */
const commandsOf = (story: MeetingStory): readonly MeetingCommand[] => {
  const items = itemsOf(story)
  const plan: MeetingCommand[] = [{ type: 'PlanMeeting', input: story.details }]
  if (items.length > 0) plan.push({ type: 'SetAgenda', input: { items, replaces: 0 } })
  if (story.endTime === null) return plan
  return [
    ...plan,
    { type: 'OpenMeeting', input: { startTime: story.details.startTime } },
    { type: 'RecordAttendance', input: { attendees: [...story.attendees], leftOut: [] } },
    ...story.told.map(
      ({ decision, words, assignedTo = '' }, n): MeetingCommand => ({
        type: 'DecideItem',
        input: { itemId: items[n]?.itemId as AgendaItemId, decision, words, assignedTo, dueOn: null, replaces: 0 },
      }),
    ),
    { type: 'CloseMeeting', input: { endTime: story.endTime } },
  ]
}

/** One meeting that is over and one to come in every district, and a village's that has ranked its needs. */
export const meetingBatches = function* (nextNumber: (hand: Hand) => number): Generator<CommandBatch> {
  for (const story of [...practiceDistricts.flatMap(districtMeetings), villageMeeting()]) {
    const ledgerId = uuidFrom(`meeting ${story.key}`)
    const heldAt = instantOn(story.details.heldOn, 9, 30)
    const commands = commandsOf(story)
    const at = commands.map((command, n) =>
      command.type === 'PlanMeeting' || command.type === 'SetAgenda'
        ? later(story.plannedAt, n)
        : later(heldAt, n * 10),
    )
    yield {
      hand: story.hand,
      commands: commands.map(
        ({ type, input }, n): CommandEnvelope => ({
          commandId: uuidFrom(`command ${story.key} ${n}`) as CommandId,
          sequence: nextNumber(story.hand),
          ledgerKind: 'meeting',
          ledgerId,
          type,
          input,
          madeAt: at[n] ?? heldAt,
          basedOnVersion: n,
        }),
      ),
      at,
    }
  }
}
