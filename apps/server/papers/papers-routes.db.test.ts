import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { MemberId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { letterheadIdOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { referProblem } from '@thaiqm/testing/deeds.ts'
import { headMember, importCommand, oldProblem, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { openTestApp } from '../platform/http/test-app.ts'
import { type numbered, officeCommand } from '../sync/office-command.ts'
import { addPeople, applyCommands, giveCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { hasLibreOffice, isPrinted, printPapers } from './test-libreoffice.ts'

const database = useTestDatabase()
const parts = testParts(database)
let app: FastifyInstance

const house = testId<string>(1)
const neighbour = testId<string>(2)
const farHouse = testId<string>(3)
const clinic = testId<OrganisationId>(0xf001)

let cookieOf: (actor: Actor) => Promise<string>

/** A PNG's signature and head: as much of one as tells its size. */
const pngOf = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new Uint8Array(bytes)
}

interface Answer {
  readonly status: number
  readonly refusal: string | undefined
  readonly fileName: string
  /** Everything a reader of the paper reads, page heads and feet included. */
  readonly text: string
  readonly body: never
}

/** Letters are asked for by POST, every other paper by GET. */
const fetchPaper = async (actor: Actor, url: string, body: object = {}) => {
  const headers = { cookie: await cookieOf(actor) }
  return url.includes('/referral-letters/')
    ? app.inject({ method: 'POST', url, headers, payload: body })
    : app.inject({ method: 'GET', url, headers })
}

const ask = async (actor: Actor, url: string, asked: object = {}): Promise<Answer> => {
  const answer = await fetchPaper(actor, url, asked)
  const isJson = String(answer.headers['content-type']).includes('json')
  const body = isJson ? (answer.json() as { refusal?: { code: string } }) : {}
  const files = isJson ? {} : unzipSync(new Uint8Array(answer.rawPayload))
  const xml = Object.entries(files)
    .filter(([name]) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n')
  return {
    status: answer.statusCode,
    refusal: body.refusal?.code,
    fileName: String(answer.headers['content-disposition'] ?? ''),
    text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(match => match[1]).join('\n'),
    body: body as never,
  }
}

const refer = (n: number, agencyCode: string, organisationId: OrganisationId | null = null): HouseholdCommand =>
  referProblem(testId<ProblemId>(n), agencyCode, {
    organisationId,
    dueOn: '2024-03-31' as Day,
    note: `ขอให้ช่วยเรื่องที่ ${n}`,
  })

const headOf = (n: number, firstName: string) =>
  headMember({ id: testId<MemberId>(0xd000 + n), firstName, lastName: 'ตัวอย่าง' })

beforeAll(async () => {
  ;({ app, cookieOf } = await openTestApp(parts))
  const organisation = officeCommand('organisation', clinic, 'AddOrganisation', {
    nameTh: 'รพ.สต.ตัวอย่าง',
    sector: 'GOV',
    agencyCode: 'MOPH',
    areaCode: '4901',
    contact: '',
    offers: '',
  })
  const imports = [
    [
      house,
      importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P601'), oldProblem(12, 'P108')], {
        members: [headOf(1, 'สมมติ')],
      }),
    ],
    [
      neighbour,
      importCommand([oldProblem(20, 'P108'), oldProblem(21, 'P401')], {
        members: [headOf(2, 'ข้างบ้าน')],
        address: { ...address, houseNumber: '98/1' },
      }),
    ],
    [
      farHouse,
      importCommand([oldProblem(30, 'P204')], {
        members: [headOf(3, 'ไกลบ้าน')],
        areaCode: '49010601' as VillageCode,
        address: { ...address, houseNumber: '5', villageName: 'บ้านผึ่งแดด' },
      }),
    ],
  ] as const
  const households = imports.map(([id, { type, input }]) => officeCommand('household', id, type, input))
  const acts: readonly (readonly [string, HouseholdCommand])[] = [
    [house, refer(10, 'LAO')],
    [house, refer(11, 'MOPH')],
    [house, refer(12, 'MOPH')],
    [neighbour, refer(20, 'MOPH', clinic)],
    [farHouse, refer(30, 'LAO')],
  ]
  const given = (actor: Actor, batch: Parameters<typeof numbered>[0]) => applyCommands(parts, actor, batch)
  await given(systemActor, planRounds())
  await given(systemActor, [...addPeople(Object.values(people)), organisation])
  await given(systemActor, households)
  for (const [id, { type, input }] of acts)
    await given(people.districtChief, [officeCommand('household', id, type, input)])
  await heldMeeting(given)
})

// ประชาคม of หมู่ 7: income comes first, said with somebody's name.
const heldMeeting = async (given: (actor: Actor, batch: Parameters<typeof numbered>[0]) => Promise<void>) => {
  const itemId = testId<string>(0xa001)
  const item = {
    itemId,
    kind: 'need-priority',
    section: 4,
    title: 'ฝึกอาชีพ',
    householdId: null,
    problemId: null,
    kindCodes: ['P401'],
    areaCode: '49010507',
    houseNumber: '',
    householdCount: 1,
    dueOn: null,
  }
  const plan = {
    level: 'VILLAGE',
    areaCode: '49010507',
    title: 'ประชาคมบ้านคำฮี',
    number: '1/2567',
    heldOn: '2024-01-12',
    startTime: '09:00',
    place: 'ศาลาประชาคม',
    chair: 'ประธานสมมติ',
  }
  const attendee = { name: 'ผู้แทนสมมติ', position: '', organisation: '', sector: 'PEOP', presence: 'CAME' }
  const decided = { decision: 'APPROVED', words: 'เริ่มที่บ้านนางถูกกล่าว', assignedTo: 'อบต.', dueOn: null, replaces: 0 }
  const acts = [
    ['PlanMeeting', plan],
    ['SetAgenda', { items: [item], replaces: 0 }],
    ['OpenMeeting', { startTime: '09:10' }],
    ['RecordAttendance', { attendees: [{ ...attendee, attendeeId: testId<string>(0xa002) }], leftOut: [] }],
    ['DecideItem', { itemId, ...decided }],
    ['CloseMeeting', { endTime: '11:00' }],
  ] as const
  for (const [type, input] of acts)
    await given(people.villageHead, [officeCommand('meeting', testId<string>(0xa000), type, input)])
}

const address = {
  houseCode: null,
  houseNumber: '97',
  villageName: 'บ้านคำฮี',
  lane: '',
  road: '',
  sequenceInHouse: 1,
}

const letter = (agency: string) => `/api/papers/referral-letters/${agency}`

describe('the referral letter', () => {
  test('tells an agency its own cases with what is asked and by when, and no restricted one', async () => {
    const { status, text, fileName } = await ask(people.districtChief, letter('MOPH'))
    expect(status).toBe(200)
    expect(text).toContain('ขอให้ช่วยเรื่องที่ ๑๒')
    expect(text).toContain('บ้านเลขที่ ๙๗ หมู่ที่ ๗ บ้านคำฮี')
    expect(text).toContain('๓๑ มี.ค. ๒๕๖๗')
    expect(text).not.toMatch(/P601|ยาเสพติด|P204|P401|ลับ/)
    expect(fileName).toBe('attachment; filename="thaiqm-referral-letter-MOPH-4901.docx"')
  })

  test('each receiver gets a letter of its own: an office by name, a local administration its own tambon', async () => {
    const health = (await ask(people.districtOfficer, letter('MOPH'))).text
    expect(health).toContain('ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลตัวอย่าง')
    expect(health.match(/ขอแสดงความนับถือ/g)).toHaveLength(2)
    const local = (await ask(people.districtOfficer, letter('LAO'))).text
    expect(local.match(/ขอแสดงความนับถือ/g)).toHaveLength(2)
    expect(local.match(/\(๑ เรื่อง\) {2}จำนวน ๑ ชุด/g)).toHaveLength(2)
    const oneTambon = (await ask(people.districtOfficer, letter('LAO'), { area: '490105' })).text
    expect(oneTambon.match(/ขอแสดงความนับถือ/g)).toHaveLength(1)
    expect(oneTambon).not.toContain('ไกลบ้าน')
  })

  test('is written to the post the catalogue has for the agency, or the office’s own record for the office', async () => {
    const health = (await ask(people.districtOfficer, letter('MOPH'))).text
    expect(health.match(/^(สาธารณสุขอำเภอ|ผู้อำนวยการ|หัวหน้าหน่วยงาน).*$/gm)).toEqual([
      'สาธารณสุขอำเภอเมืองมุกดาหาร',
      'ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลตัวอย่าง',
    ])
    const details = {
      nameTh: 'รพ.สต.ตัวอย่าง',
      sector: 'GOV',
      agencyCode: 'MOPH',
      areaCode: '4901',
      contact: '',
      offers: '',
    }
    const change = (letterTo?: string) =>
      applyCommands(parts, people.districtOfficer, [
        officeCommand('organisation', clinic, 'ChangeOrganisation', { ...details, letterTo }),
      ])
    await change('รักษาการผู้อำนวยการโรงพยาบาลสมมติ')
    expect((await ask(people.districtOfficer, letter('MOPH'))).text).toContain('\nรักษาการผู้อำนวยการโรงพยาบาลสมมติ\n')
    await change()
    expect((await ask(people.province, letter('MOPH'))).text).toContain('\nนายแพทย์สาธารณสุขจังหวัดมุกดาหาร\n')
    expect((await ask(people.districtOfficer, letter('LAO'), { area: '490105' })).text).toMatch(
      /^ผู้บริหารองค์กรปกครองส่วนท้องถิ่นในพื้นที่ตำบล[ก-๙]+$/m,
    )
  })

  test('a restricted case goes in a letter marked ลับ, and only by the hand of who may see it', async () => {
    const secret = await ask(people.districtChief, letter('MOPH'), { secret: true })
    expect(secret.text).toContain('P601')
    expect(secret.text).not.toContain('P108')
    // Head and foot, first page and the others, of the letter and of its list.
    expect(secret.text.match(/^ลับ$/gm)?.length).toBeGreaterThanOrEqual(8)
    expect((await ask(people.districtOfficer, letter('MOPH'), { secret: true })).refusal).toBe('nothing-to-write')
  })

  test('no other district, village head or agency writes it', async () => {
    expect((await ask(people.foreignOfficer, letter('MOPH'))).refusal).toBe('nothing-to-write')
    for (const who of [people.villageHead, people.tambonOfficer, people.healthAgency, people.governor])
      expect((await ask(who, letter('MOPH'))).refusal).toBe('not-permitted')
  })

  test('the list of letters counts what each letter holds, for each reader', async () => {
    const read = async (actor: Actor) =>
      (await ask(actor, '/api/papers/referral-letters')).body as { letters: unknown[] }
    const moph = { agencyCode: 'MOPH', cases: 2, firstDueOn: '2024-03-31' }
    const lao = { agencyCode: 'LAO', cases: 2, secretCases: 0, firstDueOn: '2024-03-31' }
    expect((await read(people.districtChief)).letters).toEqual([lao, { ...moph, secretCases: 1 }])
    expect((await read(people.districtOfficer)).letters).toEqual([lao, { ...moph, secretCases: 0 }])
    expect((await read(people.foreignOfficer)).letters).toEqual([])
  })
})

describe('the letterhead', () => {
  const own = letterheadIdOf('4901')
  const details = {
    areaCode: '4901',
    officeName: 'ที่ว่าการอำเภอเมืองมุกดาหาร',
    addressLines: ['ถนนสมมติ', 'จังหวัดมุกดาหาร 49000'],
    ownerOffice: 'ที่ทำการปกครองอำเภอเมืองมุกดาหาร',
    phone: '0 4200 0000',
    email: 'office2@example.go.th',
    numberPrefix: 'มห 0118.1/',
    signerName: '',
    signerPosition: 'ปลัดอำเภอ รักษาราชการแทน\nนายอำเภอเมืองมุกดาหาร',
    emblem: null as string | null,
  }
  const keep = async (actor: Actor, input: object, id = own) => {
    const [outcome] = await giveCommands(parts, actor, [officeCommand('letterhead', id, 'KeepLetterhead', input)])
    return outcome
  }
  const put = async (actor: Actor, bytes: Uint8Array, areaCode = '4901') => {
    const headers = { cookie: await cookieOf(actor), 'content-type': 'image/png' }
    const url = `/api/letterheads/${areaCode}/emblem`
    const answer = await app.inject({ method: 'PUT', url, headers, payload: Buffer.from(bytes) })
    return answer.json() as { emblem?: string; refusal?: { code: string } }
  }
  const get = async (actor: Actor, path: string) =>
    app.inject({ method: 'GET', url: `/api/letterheads/${path}`, headers: { cookie: await cookieOf(actor) } })

  test('before an office has kept one, its letters keep their places open', async () => {
    const { text } = await ask(people.districtChief, letter('MOPH'))
    expect(text).toMatch(/^ที่ \.+\/\.+$/m)
    expect(text).toContain('ที่สำหรับตราครุฑ')
    expect(text).toMatch(/^โทร\. \.+$/m)
    expect(text).not.toContain('อ้างถึง')
    expect((await get(people.districtOfficer, '4901')).json()).toEqual({ letterhead: null })
  })

  test('only whoever answers for the office keeps it, in its own ledger and with an image by its bytes', async () => {
    expect(await keep(people.districtOfficer, details)).toBe('not-permitted')
    expect(await keep(people.province, details)).toBe('letterhead-of-another-office')
    expect(await keep(people.districtChief, { ...details, areaCode: '4903' })).toBe('letterhead-of-another-office')
    expect(await keep(people.districtChief, details, testId<string>(0xe001))).toBe('letterhead-of-another-office')
    expect(await keep(people.districtChief, { ...details, email: 'ไม่มี' })).toBe('not-well-formed')

    const drawing = pngOf(60, 90)
    expect((await put(people.districtOfficer, drawing)).refusal?.code).toBe('not-permitted')
    expect((await put(people.districtChief, drawing, '4903')).refusal?.code).toBe('letterhead-of-another-office')
    expect((await put(people.districtChief, new TextEncoder().encode('<svg/>'))).refusal?.code).toBe(
      'emblem-not-accepted',
    )
    const large = new Uint8Array(1024 * 1024 + 1)
    large.set(drawing)
    expect((await put(people.districtChief, large)).refusal?.code).toBe('emblem-not-accepted')
    const { emblem } = await put(people.districtChief, drawing)
    expect(await keep(people.districtChief, { ...details, emblem })).toBe('applied')
  })

  test('its letters carry it, with the number and the references asked for; another office neither reads nor writes it', async () => {
    const asked = { number: '99', numbering: 'running', references: ['หนังสือสมมติ ที่ มห 0001/1', 'หนังสือสมมติที่สอง'] }
    const { text } = await ask(people.districtOfficer, letter('MOPH'), asked)
    expect(text.match(/^ที่ มห ๐๑๑๘\.๑\/(๙๙|๑๐๐)$/gm)).toEqual(['ที่ มห ๐๑๑๘.๑/๙๙', 'ที่ มห ๐๑๑๘.๑/๑๐๐'])
    expect(text).toContain('หนังสือที่ว่าการอำเภอเมืองมุกดาหาร ที่ มห ๐๑๑๘.๑/๑๐๐ ลงวันที่ ๑๒ มกราคม ๒๕๖๗')
    expect(text).toContain('ถนนสมมติ')
    expect(text).toContain('โทร. ๐ ๔๒๐๐ ๐๐๐๐')
    expect(text).toContain('office2@example.go.th')
    expect(text).toContain('ปลัดอำเภอ รักษาราชการแทน\nนายอำเภอเมืองมุกดาหาร')
    expect(text).toMatch(/อ้างถึง[\s\S]*๑\. หนังสือสมมติ ที่ มห ๐๐๐๑\/๑[\s\S]*๒\. หนังสือสมมติที่สอง[\s\S]*สิ่งที่ส่งมาด้วย/)
    expect(text).not.toContain('ที่สำหรับตราครุฑ')

    const files = unzipSync(new Uint8Array((await fetchPaper(people.districtChief, letter('LAO'))).rawPayload))
    const images = Object.entries(files).filter(([name]) => name.startsWith('word/media/'))
    expect(images.map(([name, bytes]) => [name.endsWith('.png'), Buffer.from(bytes).equals(pngOf(60, 90))])).toEqual([
      [true, true],
    ])
    // 3 cm high, and as wide as its own shape says.
    const [, wide, high] =
      /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(strFromU8(files['word/document.xml'] ?? new Uint8Array())) ?? []
    expect(Number(high) / 360_000).toBeCloseTo(3, 1)
    expect(Number(wide) / Number(high)).toBeCloseTo(60 / 90, 1)

    expect((await get(people.districtOfficer, '4901')).json()).toMatchObject({
      letterhead: { numberPrefix: 'มห 0118.1/' },
    })
    expect((await get(people.districtOfficer, '4901/emblem')).headers['content-type']).toBe('image/png')
    for (const who of [people.foreignOfficer, people.province])
      for (const path of ['4901', '4901/emblem']) expect((await get(who, path)).statusCode).toBe(404)
    expect((await get(people.tambonOfficer, '4901')).statusCode).toBe(403)
    // The database alone keeps another district out: no row, no document, however it is asked.
    const read = (actor: Actor) =>
      inTransaction(database.app, readingScope(actor), async trx => [
        (await sql`select from letterheads`.execute(trx)).rows.length,
        (await sql`select from office_documents where ledger_kind = 'letterhead'`.execute(trx)).rows.length,
      ])
    expect(await Promise.all([people.districtOfficer, people.foreignOfficer, people.healthAgency].map(read))).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ])
  })
})

const sheet = (area: string, query = '') => `/api/papers/village-needs/${area}/sheet${query}`

describe('the village’s sheet', () => {
  test('the open part counts by code, without a name or a house', async () => {
    const { status, text } = await ask(people.tambonOfficer, sheet('490105'))
    expect(status).toBe(200)
    expect(text).toContain('P204')
    expect(text).toContain('P401')
    expect(text).toContain('หมู่ที่ ๗ บ้านคำฮี')
    expect(text).not.toMatch(/สมมติ|ข้างบ้าน|๙๗|๙๘|P108|P601/)
  })

  test('the village’s last closed meeting ranks the open part; its own words stand only in the committee’s list', async () => {
    const open = await ask(people.tambonOfficer, sheet('490105'))
    expect(open.text).toMatch(/P401[\s\S]*P204/)
    expect(open.text).toContain('ตามมติประชาคมหมู่บ้าน เมื่อวันที่ ๑๒ มกราคม ๒๕๖๗')
    expect(open.text).not.toContain('ถูกกล่าว')
    const named = await ask(people.tambonOfficer, sheet('490105', '?part=named'))
    expect(named.text).toContain('ลำดับที่ ๑ ฝึกอาชีพ เริ่มที่บ้านนางถูกกล่าว ผู้รับผิดชอบ อบต.')
  })

  test('the committee’s list has names, is marked ลับ, and holds nothing restricted whoever takes it', async () => {
    const { text } = await ask(people.districtChief, sheet('490105', '?part=named&dimensions=D1,D2,D4,D6'))
    expect(text).toContain('นายสมมติ ตัวอย่าง')
    expect(text).toContain('นายข้างบ้าน ตัวอย่าง')
    expect(text).toContain('๙๘/๑')
    expect(text).toMatch(/^ลับ$/m)
    expect(text).not.toMatch(/P601|ยาเสพติด|ไกลบ้าน/)
  })

  test('a village head takes the open part only; another district neither', async () => {
    expect((await ask(people.villageHead, sheet('49010507'))).status).toBe(200)
    expect((await ask(people.villageHead, sheet('49010507', '?part=named'))).refusal).toBe('not-permitted')
    expect((await ask(people.villageHead, sheet('490106'))).refusal).toBe('nothing-to-write')
    expect((await ask(people.foreignOfficer, sheet('490105'))).refusal).toBe('nothing-to-write')
    expect((await ask(people.healthAgency, sheet('490105'))).refusal).toBe('not-permitted')
  })

  test('the counts on the screen are the counts on the paper', async () => {
    const { villages } = (await ask(people.tambonOfficer, '/api/papers/village-needs/490105')).body as {
      villages: { problems: number; households: number; kinds: { kindCode: string; problems: number }[] }[]
    }
    expect(villages).toMatchObject([
      {
        villageCode: '49010507',
        problems: 2,
        households: 2,
        kinds: [{ kindCode: 'P204', problems: 1 }, { kindCode: 'P401' }],
      },
    ])
  })
})

describe('papers of one household', () => {
  test('the case sheet and the line of life are what their reader may see', async () => {
    for (const paper of ['case-sheet', 'timeline']) {
      const open = await ask(people.tambonOfficer, `/api/papers/households/${house}/${paper}`)
      expect(open.text).toContain('นายสมมติ ตัวอย่าง')
      expect(open.text).toContain('P204')
      expect(open.text).not.toMatch(/P601|ยาเสพติด|^ลับ$/m)
      expect(open.fileName).toBe(`attachment; filename="thaiqm-${paper}.docx"`)
      const full = await ask(people.districtChief, `/api/papers/households/${house}/${paper}`)
      expect(full.text).toContain('P601')
      expect(full.text).toMatch(/^ลับ$/m)
      for (const who of [people.foreignOfficer, people.healthAgency])
        expect((await ask(who, `/api/papers/households/${house}/${paper}`)).refusal).toBe('not-found')
    }
  })

  test('printing from the screen is asked of the server: who may not see the household prints nothing, who may leaves a line', async () => {
    const print = async (actor: Actor, paper = 'timeline') => {
      const headers = { cookie: await cookieOf(actor) }
      const url = `/api/papers/households/${house}/prints`
      const answer = await app.inject({ method: 'POST', url, headers, payload: { paper } })
      return [answer.statusCode, answer.json()]
    }
    expect(await print(people.tambonOfficer)).toEqual([200, { printedAt: roundMorning }])
    expect(await print(people.tambonOfficer, 'case-sheet')).toEqual([200, { printedAt: roundMorning }])
    for (const who of [people.foreignOfficer, people.healthAgency])
      expect(await print(who)).toMatchObject([404, { refusal: { code: 'not-found' } }])
    const { rows } = await inTransaction(database.app, systemScope, trx =>
      sql`select object_id, person_id, details from audit where act = 'PrintPaper' order by details`.execute(trx),
    )
    expect(rows).toEqual(
      ['case-sheet', 'timeline'].map(paper => ({
        object_id: house,
        person_id: people.tambonOfficer.personId,
        details: JSON.stringify({ paper, role: 'TAM' }),
      })),
    )
  })

  test('each paper that left is one line of the audit, without a name', async () => {
    const { rows } = await inTransaction(database.app, systemScope, trx =>
      sql<{ object_id: string; details: string; person_id: string }>`
        select object_id, details, person_id from audit where act = 'WritePaper'`.execute(trx),
    )
    const papers = rows.map(row => JSON.parse(row.details) as { paper: string })
    expect(new Set(papers.map(one => one.paper))).toEqual(
      new Set(['referral-letter', 'village-needs', 'case-sheet', 'timeline']),
    )
    expect(JSON.stringify(rows)).not.toMatch(/ตัวอย่าง/)
    // Refused papers leave no line.
    expect(rows.some(row => row.person_id === people.healthAgency.personId)).toBe(false)
  })
})

test('every paper is set in the official typeface for Thai and Latin letters, with no Arabic digit but in codes', async () => {
  const addresses = [
    letter('MOPH'),
    sheet('490105'),
    sheet('490105', '?part=named'),
    `/api/papers/households/${house}/case-sheet`,
  ]
  for (const url of addresses) {
    const answer = await fetchPaper(people.districtChief, url)
    const xml = strFromU8(unzipSync(new Uint8Array(answer.rawPayload))['word/document.xml'] ?? new Uint8Array())
    const runs = [...xml.matchAll(/<w:rPr>(.*?)<\/w:rPr>/g)]
      .map(match => match[1] ?? '')
      .filter(run => run.includes('w:sz'))
    expect(runs.length).toBeGreaterThan(20)
    for (const run of runs) {
      expect(run).toMatch(/w:ascii="TH Sarabun New"[^>]*w:cs="TH Sarabun New"[^>]*w:hAnsi="TH Sarabun New"/)
      expect(/<w:sz w:val="(\d+)"/.exec(run)?.[1]).toBe(/<w:szCs w:val="(\d+)"/.exec(run)?.[1])
    }
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(match => match[1]).join('\n')
    expect(words.replace(/\b[PRMD]\d{1,3}\b|\S+@\S+/g, '')).not.toMatch(/[0-9]/)
    // Page numbers too, where the office's program knows Thai ones.
    const numbered = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
    expect(numbered.length).toBeGreaterThan(0)
    for (const section of numbered) expect(section).toMatch(/<w:pgNumType [^>]*w:fmt="thaiNumbers"/)
  }
})

test.skipIf(!hasLibreOffice)(
  'an office that opens the papers in LibreOffice reads whole Thai sentences on A4, each paper on its few pages',
  async () => {
    const take = async (url: string) => new Uint8Array((await fetchPaper(people.districtChief, url)).rawPayload)
    const printed = await printPapers({
      letter: await take(letter('MOPH')),
      openSheet: await take(sheet('490105')),
      namedList: await take(sheet('490105', '?part=named')),
      caseSheet: await take(`/api/papers/households/${house}/case-sheet`),
      timeline: await take(`/api/papers/households/${house}/timeline`),
    })
    const upright = '210 x 297'
    const onItsSide = '297 x 210'
    const expected = {
      // Two receivers, each with a letter and its list. Most pages are for an office with a wider typeface in place of ours.
      letter: { pages: [4, 6], size: upright, sentence: 'จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ' },
      openSheet: { pages: [1, 2], size: upright, sentence: 'ประกอบการจัดทำแผนพัฒนาท้องถิ่น' },
      namedList: { pages: [1, 2], size: onItsSide, sentence: 'นายสมมติ ตัวอย่าง' },
      caseSheet: { pages: [1, 3], size: upright, sentence: 'แบบรายงานการแก้ไขปัญหาความเดือดร้อนรายครัวเรือน' },
      timeline: { pages: [1, 2], size: upright, sentence: 'ประวัติการดำเนินงานของครัวเรือน' },
    } as const
    for (const [
      name,
      {
        pages: [fewest, most],
        size,
        sentence,
      },
    ] of Object.entries(expected)) {
      const paper = printed[name as keyof typeof expected]
      expect(paper.size, name).toBe(size)
      expect(paper.pages, name).toBeGreaterThanOrEqual(fewest)
      expect(paper.pages, name).toBeLessThanOrEqual(most)
      expect(isPrinted(paper, sentence), `${name}: ${paper.text}`).toBe(true)
      // What a typeface without the letter leaves behind.
      expect(paper.text).not.toMatch(/[\uFFFD\u25A1\uE000-\uF8FF]/)
    }
    expect(isPrinted(printed.namedList, 'ลับ')).toBe(true)
    expect(isPrinted(printed.openSheet, 'นายสมมติ ตัวอย่าง')).toBe(false)
  },
  90_000,
)
