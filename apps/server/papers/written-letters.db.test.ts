import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { letterheadIdOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { referProblem } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { findHouseholds } from '../household/household-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { openTestApp } from '../platform/http/test-app.ts'
import { officeCommand } from '../sync/office-command.ts'
import { addPeople, applyCommands, planRounds, testParts } from '../sync/test-commands.ts'

const database = useTestDatabase()
const parts = testParts(database)
let app: FastifyInstance
let cookieOf: (actor: Actor) => Promise<string>

const house = testId<string>(1)
const neighbour = testId<string>(2)
const idOf = (n: number) => testId<ProblemId>(n)

const give = (actor: Actor, id: string, { type, input }: HouseholdCommand) =>
  applyCommands(parts, actor, [officeCommand('household', id, type, input)])

beforeAll(async () => {
  ;({ app, cookieOf } = await openTestApp(parts))
  await applyCommands(parts, systemActor, planRounds())
  await applyCommands(parts, systemActor, addPeople(Object.values(people)))
  await give(
    systemActor,
    house,
    importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P601'), oldProblem(12, 'P108')]),
  )
  await give(systemActor, neighbour, importCommand([oldProblem(20, 'P108'), oldProblem(21, 'P401')]))
  await applyCommands(parts, people.districtChief, [
    officeCommand('letterhead', letterheadIdOf('4901'), 'KeepLetterhead', {
      areaCode: '4901',
      officeName: 'ที่ว่าการอำเภอเมืองมุกดาหาร',
      addressLines: ['จังหวัดมุกดาหาร 49000'],
      ownerOffice: 'ที่ทำการปกครองอำเภอเมืองมุกดาหาร',
      phone: '',
      email: '',
      numberPrefix: 'มห 0118.1/',
      signerName: '',
      signerPosition: 'นายอำเภอเมืองมุกดาหาร',
      emblem: null,
    }),
  ])
  for (const [id, n, agency] of [
    [house, 12, 'MOPH'],
    [house, 11, 'MOPH'],
    [neighbour, 20, 'MOPH'],
    [neighbour, 21, 'CDD'],
  ] as const)
    await give(people.districtChief, id, referProblem(idOf(n), agency))
})

const url = (agency: string) => `/api/papers/referral-letters/${agency}`

const write = async (actor: Actor, agency: string, body: object) => {
  const headers = { cookie: await cookieOf(actor) }
  const answer = await app.inject({ method: 'POST', url: url(agency), headers, payload: body })
  if (String(answer.headers['content-type']).includes('json'))
    return { refusal: (answer.json() as { refusal: { code: string } }).refusal.code, text: '' }
  const xml = strFromU8(unzipSync(new Uint8Array(answer.rawPayload))['word/document.xml'] ?? new Uint8Array())
  return { refusal: undefined, text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(match => match[1]).join('\n') }
}

const written = async (actor: Actor, agency: string, secret = '0') => {
  const headers = { cookie: await cookieOf(actor) }
  return (await app.inject({ method: 'GET', url: `${url(agency)}/written?secret=${secret}`, headers })).json()
}

const referralOf = async (id: string, n: number) => {
  const [stored] = await inTransaction(database.app, systemScope, trx => findHouseholds(trx, parts.keys, [id]))
  return stored?.household.problems.find(p => p.id === idOf(n))?.referral
}

const facts = async () => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ n: number }>`select count(*)::int as n from commands where type = 'RecordReferralLetter'`.execute(trx),
  )
  return rows[0]?.n
}

test('a letter without a number, as the office fills it in by hand, is remembered nowhere', async () => {
  expect((await write(people.districtOfficer, 'MOPH', {})).text).toContain('(๒ เรื่อง)')
  expect(await referralOf(house, 12)).not.toHaveProperty('letter')
  expect(await written(people.districtOfficer, 'MOPH')).toEqual({ unwritten: 2, letters: [], earlier: [] })
})

test('a numbered letter is kept on every case of its list and on no other, by whoever made it', async () => {
  const { text } = await write(people.districtOfficer, 'MOPH', { number: '๑๒๓', references: ['หนังสือสมมติ'] })
  expect(text).toMatch(/^ที่ มห ๐๑๑๘\.๑\/๑๒๓$/m)
  for (const [id, n] of [
    [house, 12],
    [neighbour, 20],
  ] as const)
    expect(await referralOf(id, n)).toMatchObject({
      state: 'SENT',
      letter: {
        number: 'มห 0118.1/123',
        writtenOn: '2024-01-12',
        references: ['หนังสือสมมติ'],
        cases: 2,
        officeArea: '4901',
        by: people.districtOfficer.personId,
      },
    })
  expect(await referralOf(house, 11)).not.toHaveProperty('letter')
  expect(await written(people.districtOfficer, 'MOPH')).toEqual({
    unwritten: 0,
    letters: [{ number: 'มห 0118.1/123', writtenOn: '2024-01-12', cases: 2, here: 2 }],
    earlier: [],
  })
  // The restricted case's own letter is another matter, and only for who may see it.
  expect(await written(people.districtChief, 'MOPH', '1')).toMatchObject({ unwritten: 1 })
  expect(await written(people.districtOfficer, 'MOPH', '1')).toMatchObject({ unwritten: 0 })
})

test('the agency reads the number, and other districts read nothing of it', async () => {
  const headers = { cookie: await cookieOf(people.healthAgency) }
  const answer = await app.inject({ method: 'GET', url: `/api/households/${house}`, headers })
  expect(JSON.stringify(answer.json())).toContain('มห 0118.1/123')
  expect(await written(people.foreignOfficer, 'MOPH')).toEqual({ unwritten: 0, letters: [], earlier: [] })
  expect((await written(people.healthAgency, 'MOPH')).refusal.code).toBe('not-permitted')
})

test('printed again it is a copy with its own number and day, and nothing is written down anew', async () => {
  const before = await facts()
  const { text } = await write(people.districtOfficer, 'MOPH', { of: 'copy', number: '999' })
  expect(text).toMatch(/^ที่ มห ๐๑๑๘\.๑\/๑๒๓$/m)
  expect(text).toContain('สำเนา พิมพ์เมื่อวันที่ ๑๒ มกราคม ๒๕๖๗')
  expect(text).not.toContain('เฉพาะ ๒ จาก')
  expect(text).toContain('หนังสือสมมติ')
  expect(await facts()).toBe(before)
  expect((await write(people.districtOfficer, 'MOPH', { of: 'new', number: '124' })).refusal).toBe('nothing-to-write')
})

test('a number that stands on another agency’s letter is told before it is given twice, unless it is meant or a circular', async () => {
  const ask = (number: string, usedNumberIsMeant: boolean) =>
    write(people.districtOfficer, 'CDD', { number, usedNumberIsMeant })
  expect((await ask('123', false)).refusal).toBe('letter-number-used')
  expect(await referralOf(neighbour, 21)).not.toHaveProperty('letter')
  expect((await ask('ว 7', false)).refusal).toBeUndefined()
  expect((await ask('123', true)).refusal).toBeUndefined()
  expect(await referralOf(neighbour, 21)).toMatchObject({
    letter: { number: 'มห 0118.1/123' },
    earlierLetter: { number: 'มห 0118.1/ว 7' },
  })
  // The same letter again is no second use of its number.
  expect((await write(people.districtOfficer, 'MOPH', { number: '123', usedNumberIsMeant: false })).refusal).toBe(
    'letter-number-used',
  )
  expect((await ask('ว 8', false)).refusal).toBeUndefined()
  expect((await write(people.districtOfficer, 'MOPH', { number: '123', usedNumberIsMeant: false })).refusal).toBe(
    undefined,
  )
})

test('a case sent again goes in a letter of its own that refers to the one before; the copy of that one says what is gone', async () => {
  await give(people.healthAgency, house, {
    type: 'ReturnReferral',
    input: { problemId: idOf(12), reason: 'ขาดเอกสาร' },
  })
  expect((await write(people.districtOfficer, 'MOPH', { of: 'copy' })).text).toContain(
    'เฉพาะ ๑ จาก ๒ เรื่องที่ยังอยู่กับหน่วยงาน',
  )
  await give(people.districtOfficer, house, referProblem(idOf(12), 'MOPH'))
  expect(await written(people.districtOfficer, 'MOPH')).toEqual({
    unwritten: 1,
    letters: [{ number: 'มห 0118.1/123', writtenOn: '2024-01-12', cases: 2, here: 1 }],
    earlier: [{ number: 'มห 0118.1/123', writtenOn: '2024-01-12' }],
  })
  const { text } = await write(people.districtOfficer, 'MOPH', { of: 'new', number: '150', refersToEarlier: true })
  expect(text).toContain('(๑ เรื่อง)')
  const before = 'หนังสือที่ว่าการอำเภอเมืองมุกดาหาร ที่ มห 0118.1/123 ลงวันที่ 12 มกราคม 2567'
  expect(text).toContain('หนังสือที่ว่าการอำเภอเมืองมุกดาหาร ที่ มห ๐๑๑๘.๑/๑๒๓ ลงวันที่ ๑๒ มกราคม ๒๕๖๗')
  expect(await referralOf(house, 12)).toMatchObject({
    letter: { number: 'มห 0118.1/150', references: [before] },
    earlierLetter: { number: 'มห 0118.1/123' },
  })
  expect(await referralOf(neighbour, 20)).toMatchObject({ letter: { number: 'มห 0118.1/123' } })
})

test('a letter to a temple tells what is needed and where, and not whose hardship it is', async () => {
  await give(people.districtOfficer, house, referProblem(idOf(10), 'RELIGION', { note: 'ขอสังกะสี 10 แผ่น' }))
  const toTemple = (await write(people.districtOfficer, 'RELIGION', {})).text
  expect(toTemple).toContain('นมัสการ')
  expect(toTemple).toContain('บ้านเลขที่ ๙๗')
  expect(toTemple).toContain('ขอสังกะสี ๑๐ แผ่น')
  expect(toTemple).not.toMatch(/สมมติ|บ้านตัวอย่าง/)
  expect((await write(people.districtOfficer, 'MOPH', {})).text).toContain('สมมติ บ้านตัวอย่าง')
})

test('rows and documents of remembered letters say the same', async () => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql`select problem_id, letter_number, letter_on::text, letter_office, letter_cases, earlier_letter_number
      from referrals order by problem_id`.execute(trx),
  )
  const row = (n: number, letter: string | null, cases: number | null, earlier: string | null) => ({
    problem_id: idOf(n),
    letter_number: letter,
    letter_on: letter === null ? null : '2024-01-12',
    letter_office: letter === null ? null : '4901',
    letter_cases: cases,
    earlier_letter_number: earlier,
  })
  expect(rows).toEqual([
    row(10, null, null, null),
    row(11, null, null, null),
    row(12, 'มห 0118.1/150', 1, 'มห 0118.1/123'),
    row(20, 'มห 0118.1/123', 2, null),
    row(21, 'มห 0118.1/ว 8', 1, 'มห 0118.1/123'),
  ])
})
