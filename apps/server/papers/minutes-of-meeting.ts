import type { FindAreaName } from '@thaiqm/core/area/place-in-words.ts'
import { areaInWords, villageInWords } from '@thaiqm/core/area/place-in-words.ts'
import {
  type AgendaItem,
  type Attendee,
  decisionOn,
  type ItemDecision,
  type Meeting,
} from '@thaiqm/core/meeting/meeting.ts'
import type { MinutesInput, MinutesMatter, MinutesPerson } from '@thaiqm/core/papers/minutes.ts'
import { sector } from '@thaiqm/core/plan/plan.ts'
import { buddhistYear } from '@thaiqm/core/thai/buddhist-year.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { toArabicDigits } from '@thaiqm/core/thai/thai-digits.ts'

/** The five parts of a Thai agenda, by their names in the regulation on correspondence. */
const PARTS = [
  'เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ',
  'เรื่องรับรองรายงานการประชุม',
  'เรื่องสืบเนื่อง',
  'เรื่องเพื่อพิจารณา',
  'เรื่องอื่น ๆ',
] as const

const decisionNames: Readonly<Record<ItemDecision, string>> = {
  APPROVED: 'เห็นชอบ',
  RETURNED: 'ไม่เห็นชอบ ให้นำกลับไปทบทวน',
  DEFERRED: 'ให้เลื่อนการพิจารณาออกไป',
  ASSIGNED: 'มอบหมายให้ดำเนินการ',
  NOTED: 'รับทราบ',
}

const resolutionOf = (meeting: Meeting, item: AgendaItem): string => {
  const decided = decisionOn(meeting, item.itemId)
  if (decided === undefined) return ''
  const isWithdrawn = item.kind === 'unmet-need' && decided.decision === 'RETURNED'
  return [
    isWithdrawn ? 'ให้ยุติการเผยแพร่ และนำกลับไปทบทวน' : decisionNames[decided.decision],
    decided.words.trim(),
    decided.assignedTo.trim() === '' ? '' : `ผู้รับผิดชอบ ${decided.assignedTo.trim()}`,
    decided.dueOn === null ? '' : `ภายในวันที่ ${formatDay(decided.dueOn, { style: 'long' })}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

const matterOf = (meeting: Meeting, item: AgendaItem, findName: FindAreaName): MinutesMatter => {
  const village = item.areaCode === null ? '' : villageInWords(item.areaCode, findName(item.areaCode) ?? '')
  const house = item.houseNumber === '' ? '' : `บ้านเลขที่ ${item.houseNumber}`
  // A matter that was drawn says house and หมู่ที่ in its title: only the village's name is news.
  const isTold = house !== '' && item.title.includes(`${house} หมู่ที่`)
  const told = [
    isTold ? '' : house,
    isTold ? village.replace(/^หมู่ที่ \d+ /, '') : village,
    item.householdCount === null ? '' : `จำนวน ${item.householdCount} ครัวเรือน`,
    item.publishedOn === undefined
      ? ''
      : `เผยแพร่ต่อภาคีตั้งแต่วันที่ ${formatDay(item.publishedOn, { style: 'long' })} ยังไม่มีภาคีรับ`,
    item.dueOn === null ? '' : `ครบกำหนด ${formatDay(item.dueOn, { style: 'long' })}`,
  ].filter(part => part !== '')
  return {
    title: item.title,
    told: told.length === 0 ? [] : [told.join(' ')],
    resolution: resolutionOf(meeting, item),
  }
}

const personOf =
  (presence: string) =>
  (attendee: Attendee): MinutesPerson => ({
    name: attendee.name,
    position: [attendee.position, attendee.organisation].filter(part => part !== '').join(' '),
    part: presence,
  })

const onTheWall = (time: string | null): string | null => time?.replace(':', '.') ?? null

// A title that names its area already is not told it twice.
const nameOf = ({ title: typed, areaCode }: Meeting, findName: FindAreaName): string => {
  // The paper begins with รายงานการประชุม: a title that says ประชุม first would say it twice.
  const title = typed.trim().replace(/^(การ)?ประชุม\s*/, '')
  const own = findName(areaCode) ?? ''
  return own !== '' && title.includes(own) ? title : `${title} ${areaInWords(areaCode, findName)}`.trim()
}

/** A meeting as its reader may see it, as minutes: the agenda's five parts with what was resolved to each matter. */
export const minutesOfMeeting = (meeting: Meeting, findName: FindAreaName): MinutesInput => {
  const [number = '', year = ''] = toArabicDigits(meeting.number).split('/')
  const came = meeting.attendees.filter(attendee => attendee.presence === 'CAME')
  return {
    meetingName: nameOf(meeting, findName),
    number: Number(number) || 0,
    yearBe: Number(year) || buddhistYear(meeting.heldOn),
    on: meeting.heldOn,
    place: meeting.place,
    beganAt: onTheWall(meeting.startTime),
    endedAt: onTheWall(meeting.endTime),
    present: sector.options.map(of => ({
      sector: of,
      people: came
        .filter(attendee => attendee.sector === of)
        .map(attendee => personOf(attendee.name === meeting.chair ? 'ประธาน' : '')(attendee)),
    })),
    absent: meeting.attendees.filter(attendee => attendee.presence === 'EXCUSED').map(personOf('ลาประชุม')),
    items: PARTS.map((title, index) => ({
      title,
      matters: meeting.agenda.filter(item => item.section === index + 1).map(item => matterOf(meeting, item, findName)),
    })),
    writtenBy: null,
    checkedBy: null,
    isSecret: meeting.agenda.some(item => item.restricted),
  }
}
