import type { FindAreaName } from '@thaiqm/core/area/place-in-words.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AgendaItemId, AttendeeId, MeetingId, PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { minutesPaper } from './minutes-document.ts'
import { minutesOfMeeting } from './minutes-of-meeting.ts'
import { writeOfficialDocument } from './official-document.ts'
import { hasLibreOffice, isPrinted, printPapers } from './test-libreoffice.ts'

const names: Readonly<Record<string, string>> = { '49': 'มุกดาหาร', '4901': 'เมืองมุกดาหาร', '49010507': 'บ้านคำฮี' }
const findName: FindAreaName = code => names[code]

const itemId = testId<AgendaItemId>(1)

const meeting = {
  id: testId<MeetingId>(9),
  version: 5,
  level: 'DISTRICT',
  areaCode: '4901',
  title: 'ศูนย์อำนวยการขจัดความยากจนฯ อำเภอเมืองมุกดาหาร',
  number: '๒/2567',
  heldOn: '2024-02-15' as Day,
  startTime: '09:30',
  endTime: '12:05',
  place: 'ห้องประชุมอำเภอ',
  chair: 'นายตัวอย่าง มั่นคง',
  state: 'CLOSED',
  agenda: [
    {
      itemId,
      kind: 'plan-approval',
      section: 4,
      title: 'อนุมัติแผนรายครัวเรือน',
      householdId: null,
      problemId: null,
      kindCodes: ['P204'],
      areaCode: '49010507',
      houseNumber: '97/1',
      householdCount: null,
      dueOn: null,
      restricted: false,
    },
  ],
  agendaRevision: 1,
  attendees: [
    ['นายตัวอย่าง มั่นคง', 'GOV', 'CAME'],
    ['พระตัวอย่าง', 'REL', 'CAME'],
    ['นางลา ตัวอย่าง', 'CSO', 'EXCUSED'],
  ].map(([name, sector, presence], n) => ({
    attendeeId: testId<AttendeeId>(20 + n),
    name,
    sector,
    presence,
    position: 'กรรมการ',
    organisation: '',
  })),
  decisions: [
    {
      itemId,
      decision: 'APPROVED',
      words: 'ตามที่เสนอ',
      assignedTo: 'อบต.ตัวอย่าง',
      dueOn: '2024-03-31',
      revision: 1,
      by: testId<PersonId>(3),
      at: '2024-02-15T03:00:00.000Z',
    },
  ],
  plannedBy: testId<PersonId>(3),
  closedBy: null,
  closedAt: null,
} as unknown as Meeting

const write = (of: Meeting) => writeOfficialDocument('รายงานการประชุม', minutesPaper(minutesOfMeeting(of, findName)))

const textOf = async (of: Meeting): Promise<string> => {
  const bytes = await write(of)
  return Object.entries(unzipSync(new Uint8Array(bytes)))
    .filter(([name]) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(name))
    .flatMap(([, part]) => [...strFromU8(part).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(match => match[1]))
    .join('\n')
}

test('a meeting becomes minutes: who came by sector, five parts, and what was resolved', async () => {
  const text = await textOf(meeting)
  expect(text).toContain('รายงานการประชุมศูนย์อำนวยการขจัดความยากจนฯ อำเภอเมืองมุกดาหาร')
  expect(text).toContain('ครั้งที่ ๒/๒๕๖๗')
  expect(text).toContain('เมื่อวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๗')
  expect(text).toMatch(/ภาครัฐ \(๑ คน\)[\s\S]*ประธาน[\s\S]*ภาคศาสนา \(๑ คน\)[\s\S]*ผู้ไม่มาประชุม[\s\S]*นางลา ตัวอย่าง/)
  expect(text.match(/^ระเบียบวาระที่ [๑-๕]/gm)).toHaveLength(5)
  expect(text).toContain('บ้านเลขที่ ๙๗/๑ หมู่ที่ ๗ บ้านคำฮี')
  expect(text).toContain('เห็นชอบ ตามที่เสนอ ผู้รับผิดชอบ อบต.ตัวอย่าง ภายในวันที่ ๓๑ มีนาคม ๒๕๖๗')
  expect(text).toContain('๑๒.๐๕ น.')
  expect(text).not.toMatch(/^ลับ$/m)
})

test('nothing is said twice; a need nobody took up tells since when, and what was resolved of it', async () => {
  const [item] = meeting.agenda
  const drawn = { ...item, title: 'พิจารณาอนุมัติแผนครัวเรือน · บ้านเลขที่ 97/1 หมู่ที่ 7 ตำบลโพนทราย' }
  const unmet = {
    ...item,
    itemId: testId<AgendaItemId>(2),
    kind: 'unmet-need',
    title: 'สังกะสี 40 แผ่น · ตำบลโพนทราย',
    areaCode: null,
    houseNumber: '',
    publishedOn: '2023-12-01',
  }
  const [decided] = meeting.decisions
  const withdrawn = { ...decided, itemId: unmet.itemId, decision: 'RETURNED', words: '', assignedTo: '', dueOn: null }
  const text = await textOf({
    ...meeting,
    title: 'ประชุม ศจพ.อ. อำเภอเมืองมุกดาหาร',
    place: ' ',
    agenda: [drawn, unmet],
    decisions: [decided, withdrawn],
  } as unknown as Meeting)
  expect(text).toContain('รายงานการประชุมศจพ.อ. อำเภอเมืองมุกดาหาร')
  expect(text).toMatch(/^ณ \.{10,}$/m)
  expect(text.match(/บ้านเลขที่ ๙๗\/๑/g)).toHaveLength(1)
  expect(text).toMatch(/^บ้านคำฮี$/m)
  expect(text).toContain('เผยแพร่ต่อภาคีตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๖ ยังไม่มีภาคีรับ')
  expect(text).toContain('ให้ยุติการเผยแพร่ และนำกลับไปทบทวน')
})

test('minutes of a restricted item are marked ลับ', async () => {
  const restricted = { ...meeting, agenda: meeting.agenda.map(item => ({ ...item, restricted: true })) }
  expect(await textOf(restricted)).toMatch(/^ลับ$/m)
})

test.skipIf(!hasLibreOffice)(
  'LibreOffice prints minutes with their Thai sentences whole, on two or three upright pages',
  async () => {
    const { minutes } = await printPapers({ minutes: new Uint8Array(await write(meeting)) })
    expect(minutes.size).toBe('210 x 297')
    expect([2, 3]).toContain(minutes.pages)
    expect(isPrinted(minutes, 'ศูนย์อำนวยการขจัดความยากจนฯ อำเภอเมืองมุกดาหาร')).toBe(true)
    expect(isPrinted(minutes, 'เห็นชอบ ตามที่เสนอ ผู้รับผิดชอบ อบต.ตัวอย่าง')).toBe(true)
    expect(minutes.text).not.toMatch(/[\uFFFD\u25A1\uE000-\uF8FF]/)
  },
  60_000,
)
