import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { importCommand, oldProblem, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { registerOfferRoutes } from '../offer/offer-routes.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { fileOf, keepBytes } from './photo-files.ts'
import { savePhotoRow } from './photo-store.ts'
import { registerThanksPhotoRoutes } from './thanks-photo-routes.ts'

const database = useTestDatabase()
const logged: string[] = []
const parts = testParts(database, { log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`) })
const temple = people.templeContact
const foundation: Actor = { ...temple, personId: testId(0xa0f2), organisationId: testId<OrganisationId>(0xf002) }
const { districtOfficer, districtChief, tambonOfficer } = people

/** A small JPEG with a place in it: a comment stands for whatever a camera writes. */
const PLACE = 'GPS 16.5436N 104.7235E'
const pictureOf = (n: number): Buffer => {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body])
  const comment = segment(0xfe, Buffer.from(PLACE, 'latin1'))
  const scan = segment(0xda, Buffer.from([1, 2, 3]))
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, scan, Buffer.from([n, n, 0xff, 0xd9])])
}
const hashOf = (n: number) => createHash('sha256').update(pictureOf(n)).digest('hex')
const [ofTemple, ofResult, ofFoundation, ofDrugs, unasked] = [hashOf(1), hashOf(2), hashOf(3), hashOf(4), hashOf(5)]

const house = testId<string>(1)
const roof = testId<string>(10)
const drugs = testId<string>(11)
const offers = { temple: testId<string>(0xf100), foundation: testId<string>(0xf200) }
const [mine, foreign, waiting, restricted] = [501, 502, 503, 504].map(n => testId<string>(n)) as [
  string,
  string,
  string,
  string,
]

const give = async (actor: Actor, kind: LedgerKind, ledgerId: string, type: string, input: unknown) => {
  return (await giveCommands(parts, actor, [officeCommand(kind, ledgerId, type, input)]))[0]
}
const consent = (actor: Actor, photo: string) =>
  give(actor, 'household', house, 'RecordPhotoConsent', { photo, consentedBy: 'นางสมมติ', consentedOn: '2024-01-12' })
const withdraw = (photo: string) =>
  give(tambonOfficer, 'household', house, 'WithdrawPhotoConsent', { photo, reason: '' })

const help = (n: number, problemId: string, organisationId: string, photos: string[]) => ({
  assistanceId: testId(n),
  problemIds: [problemId],
  planActionId: null,
  sector: 'REL',
  agencyCode: null,
  organisationId,
  giverName: 'ผู้ให้ตัวอย่าง',
  what: 'สังกะสี',
  quantity: 10,
  unit: 'แผ่น',
  valueBaht: 0,
  givenOn: '2024-01-12',
  evidence: photos.map(photo => ({ kind: 'photo', photo, caption: 'นางสมมติหน้าบ้านเลขที่ 97' })),
  completes: true,
})
const allocate = async (by: Actor, offer: string, allocationId: string, problemId: string, isDelivered: boolean) => {
  const taken = { allocationId, problemId, quantity: 10, budgetBaht: 0, dueOn: null, note: '' }
  expect(await give(by, 'offer', offer, 'TakeFromOffer', taken)).toBe('applied')
  if (!isDelivered) return
  expect(await give(districtChief, 'offer', offer, 'ConfirmAllocation', { allocationId, note: '' })).toBe('applied')
  // A part of it: whoever is thanked need not have given all that was promised.
  const delivered = { allocationId, deliveredOn: '2024-01-12', assistanceId: null, quantity: 4 }
  expect(await give(districtOfficer, 'offer', offer, 'DeliverAllocation', delivered)).toBe('applied')
}

let app: FastifyInstance
let folder: string
let signedIn: Actor | null = null

const see = async (actor: Actor | null, photo: string, allocationId = mine) => {
  signedIn = actor
  const answer = await app.inject({ method: 'GET', url: `/api/allocations/${allocationId}/photos/${photo}` })
  signedIn = null
  return answer
}
const statusFor = async (actor: Actor | null, photo: string, allocationId?: string) =>
  (await see(actor, photo, allocationId)).statusCode
const toldTo = async (actor: Actor): Promise<Record<string, string[]>> => {
  signedIn = actor
  const { allocations } = (await app.inject({ method: 'GET', url: '/api/allocations' })).json()
  signedIn = null
  return Object.fromEntries(
    allocations.map((a: { allocationId: string; photos: string[] }) => [a.allocationId, a.photos]),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thanks-'))
  app = await createHttpServer(parts.log)
  const http = { app, findActor: async () => signedIn, parts, filesDir: folder } as unknown as HttpParts
  registerThanksPhotoRoutes(http)
  registerOfferRoutes(http)
  await applyCommands(parts, systemActor, planRounds())
  const imported = importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P601')])
  await applyCommands(parts, systemActor, toHousehold(house, imported))
  for (const n of [1, 2, 3, 4, 5]) {
    await keepBytes(fileOf(folder, hashOf(n)), pictureOf(n))
    const row = {
      hash: hashOf(n),
      sizeBytes: 20,
      contentType: 'image/jpeg',
      by: tambonOfficer.personId,
      at: roundMorning,
    }
    await inTransaction(database.app, systemScope, trx => savePhotoRow(trx, row))
  }
  const need = { problemId: roof, what: 'สังกะสี', quantity: 40, unit: 'แผ่น', budgetBaht: null, dueOn: null }
  expect(await give(districtOfficer, 'household', house, 'PublishNeed', need)).toBe('applied')
  for (const [offer, organisationId] of [
    [offers.temple, temple.organisationId],
    [offers.foundation, foundation.organisationId],
  ] as const) {
    const terms = { what: 'สังกะสี', remedyIds: [], kindCodes: [], unit: 'แผ่น', quantity: 90, budgetBaht: null }
    const days = { fromOn: '2024-01-01', untilOn: '2024-09-30', areaCode: '4901' }
    expect(await give(districtOfficer, 'offer', offer, 'AddOffer', { ...terms, ...days, organisationId })).toBe(
      'applied',
    )
  }
  await allocate(temple, offers.temple, mine, roof, true)
  await allocate(temple, offers.temple, waiting, roof, false)
  await allocate(foundation, offers.foundation, foreign, roof, false)
  const record = (by: Actor, ...args: Parameters<typeof help>) =>
    give(by, 'household', house, 'RecordAssistance', help(...args))
  expect(await record(tambonOfficer, 50, roof, String(temple.organisationId), [ofTemple, unasked])).toBe('applied')
  expect(await record(tambonOfficer, 51, roof, String(foundation.organisationId), [ofFoundation])).toBe('applied')
  expect(await record(districtChief, 52, drugs, String(temple.organisationId), [ofDrugs])).toBe('applied')
  const close = {
    problemId: roof,
    evidence: [{ kind: 'photo', photo: ofResult, caption: '' }],
    note: '',
    withoutOwnEvidence: 'ไม่มีภาพก่อน',
  }
  expect(await give(districtChief, 'household', house, 'CloseProblem', close)).toBe('applied')
})

afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

test('without consent nobody is shown anything', async () => {
  expect(await toldTo(temple)).toEqual({ [mine]: [], [waiting]: [] })
  for (const photo of [ofTemple, ofResult, ofFoundation, unasked]) expect(await statusFor(temple, photo)).toBe(404)
})

test('with consent the partner that delivered sees its own photos and that of the result: the picture and nothing else', async () => {
  for (const photo of [ofTemple, ofResult, ofFoundation]) expect(await consent(tambonOfficer, photo)).toBe('applied')
  const told = await toldTo(temple)
  expect(told[mine]?.sort()).toEqual([ofTemple, ofResult].sort())
  expect(told[waiting]).toEqual([])
  const shown = await see(temple, ofTemple)
  expect(shown.statusCode).toBe(200)
  expect(shown.headers['content-type']).toBe('image/jpeg')
  expect(shown.headers['cache-control']).toBe('no-store')
  expect(pictureOf(1).includes(PLACE)).toBe(true)
  expect(shown.rawPayload.includes(PLACE)).toBe(false)
  expect(shown.rawPayload.length).toBe(pictureOf(1).length - PLACE.length - 4)
  // Not another partner's photo, not one nobody was asked about, not through a pledge that waits.
  expect(await statusFor(temple, ofFoundation)).toBe(404)
  expect(await statusFor(temple, unasked)).toBe(404)
  expect(await statusFor(temple, ofTemple, waiting)).toBe(404)
})

test('nobody else is shown it: another partner, an officer, a stranger', async () => {
  expect(await toldTo(foundation)).toEqual({ [foreign]: [] })
  for (const allocationId of [mine, foreign])
    for (const photo of [ofTemple, ofResult, ofFoundation])
      expect(await statusFor(foundation, photo, allocationId)).toBe(404)
  for (const actor of [districtOfficer, districtChief, tambonOfficer, people.healthAgency])
    expect(await statusFor(actor, ofTemple), actor.position).toBe(404)
  expect(await statusFor(null, ofTemple)).toBe(401)
  // The wall by itself: no partner reads the rows, and a query that forgets to ask finds only the own.
  const readAs = (actor: Actor, query: ReturnType<typeof sql>) =>
    inTransaction(database.app, readingScope(actor), async trx => (await query.execute(trx)).rows)
  for (const actor of [temple, districtChief])
    await expect(readAs(actor, sql`select 1 from consented_photos`)).rejects.toThrow(/permission denied/)
  expect(await readAs(temple, sql`select 1 from thanked_photos`)).toHaveLength(2)
  expect(await readAs(foundation, sql`select 1 from thanked_photos`)).toEqual([])
  expect(Object.values(await toldTo(districtChief)).flat()).toEqual([])
})

test('each look is written down at the household, and no look of who was refused; nothing personal is logged', async () => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ person_id: string; details: string }>`select person_id, details::text from audit
      where act = 'ReadThanksPhoto' and object_id = ${house}`.execute(trx),
  )
  expect(rows.map(row => row.person_id)).toEqual([temple.personId])
  for (const told of [ofTemple, 'สมมติ', '97']) expect(logged.join('\n')).not.toContain(told)
})

test('taken back it is gone with the next look; given again by who saw that, it is shown again', async () => {
  expect(await withdraw(ofTemple)).toBe('applied')
  expect(await statusFor(temple, ofTemple)).toBe(404)
  expect((await toldTo(temple))[mine]).toEqual([ofResult])
  expect(await consent(districtOfficer, ofTemple)).toBe('applied')
  expect(await statusFor(temple, ofTemple)).toBe(200)
})

test('a restricted hardship is never shown, not even where a row of it stood', async () => {
  expect(await consent(districtChief, ofDrugs)).toBe('photo-restricted')
  expect(await consent(districtOfficer, ofDrugs)).toBe('photo-unknown')
  // What no rule lets happen: a part delivered for it, and a consented row beside it. The view shows neither.
  await inTransaction(database.app, systemScope, async trx => {
    await sql`insert into offer_allocations select (jsonb_populate_record(a, jsonb_build_object(
      'allocation_id', ${restricted}::text, 'problem_id', ${drugs}::text))).* from offer_allocations a
      where allocation_id = ${mine}`.execute(trx)
    await sql`insert into consented_photos (shard_key, household_id, problem_id, photo_hash, area_code, organisation_ids, consented_on)
      select shard_key, household_id, ${drugs}, ${ofDrugs}, area_code, '', consented_on from consented_photos limit 1`.execute(
      trx,
    )
  })
  expect(await statusFor(temple, ofDrugs, restricted)).toBe(404)
  expect((await toldTo(temple))[restricted]).toEqual([])
  await inTransaction(database.app, systemScope, async trx => {
    await sql`delete from offer_allocations where allocation_id = ${restricted}`.execute(trx)
    await sql`delete from consented_photos where problem_id = ${drugs}`.execute(trx)
  })
  const check = await checkLedger(parts)
  expect(isSound(check), JSON.stringify(check)).toBe(true)
})
