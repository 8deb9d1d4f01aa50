import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { InstallationState } from '../installation/installation-state.ts'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { openTestApp, type TestApp } from '../platform/http/test-app.ts'
import { sealAsPhone } from '../platform/seal-as-phone.ts'
import { officeCommand } from './office-command.ts'
import { addPeople, applyCommands, planRounds, testParts, toHousehold } from './test-commands.ts'

const database = useTestDatabase()
let app: FastifyInstance
let installation: InstallationState
let sealingKey: { readonly keyId: string; readonly publicKey: string }
const logged: string[] = []
const house = testId<string>(1)
const otherHouse = testId<string>(2)

let ask: TestApp['ask']
let call: TestApp['call']
let cookieOf: TestApp['cookieOf']

beforeAll(async () => {
  await showToOwner(database, 'commands')
  const log = (event: string, details?: object) => logged.push(`${event} ${JSON.stringify(details)}`)
  const parts = testParts(database, { log })
  const opened = await openTestApp(parts)
  ;({ app, installation, ask, call, cookieOf } = opened)
  sealingKey = opened.unsentWork.publicKey
  const households = [
    ...toHousehold(house, importCommand([oldProblem(10, 'P204')])),
    ...toHousehold(otherHouse, importCommand([oldProblem(20, 'P204')])),
  ]
  for (const batch of [planRounds(), addPeople(Object.values(people)), households])
    await applyCommands(parts, systemActor, batch)
})

/** A phone without its app: what it would send, by hand. */
const phoneOf = (actor: Actor, deviceId: string = randomUUID()) => {
  let next = 1
  const visit = (note: string, ledgerId = house) => ({
    commandId: randomUUID(),
    sequence: next++,
    ledgerKind: 'household',
    ledgerId,
    type: 'RecordVisit',
    input: { roundId: reXrayRound.id, outcome: 'ABSENT', visitedAt: roundMorning, note, photos: [] },
    madeAt: roundMorning,
    basedOnVersion: 2,
  })
  const push = (commands: readonly object[], over: object = {}) =>
    call(actor, 'POST', '/api/commands', {
      deviceId,
      epoch: installation.current().epoch,
      firstHeld: 1,
      commands,
      ...over,
    })
  const deviceKey = randomBytes(32).toString('base64url')
  const holdings = { waiting: 3, unsafe: 0, drafts: 1, photos: 2, oldestWaitingAt: roundMorning }
  const said = { deviceId, epoch: null, holdings, appVersion: '1', deviceKind: 'Android' }
  const authorization = `Device ${deviceId}.${deviceKey}`
  const report = async () => ask({ cookie: await cookieOf(actor), authorization }, 'POST', '/api/devices/report', said)
  return { deviceId, deviceKey, authorization, said, visit, push, report }
}

const visitsOf = async (id: string): Promise<string[]> => {
  const { body } = await call(people.tambonOfficer, 'GET', `/api/households/${id}`)
  return (body as unknown as { household: { visits: { note: string }[] } }).household.visits.map(v => v.note)
}

describe('the order of a device', () => {
  test('a batch is acknowledged up to its last command; sent again it changes nothing', async () => {
    const phone = phoneOf(people.villageHead)
    const batch = [phone.visit('ครั้งที่หนึ่ง'), phone.visit('ครั้งที่สอง')]
    expect((await phone.push(batch)).body).toMatchObject({
      upTo: 2,
      durableUpTo: 0,
      receipts: [{ outcome: 'applied' }, { outcome: 'applied' }],
    })
    expect((await phone.push(batch)).body).toMatchObject({
      upTo: 2,
      receipts: [{ outcome: 'already-applied' }, { outcome: 'already-applied' }],
    })
    expect((await visitsOf(house)).filter(note => note.startsWith('ครั้งที่'))).toHaveLength(2)
  })

  test('a batch in disorder is put in order; one with a hole is refused and nothing of it is kept', async () => {
    const phone = phoneOf(people.villageHead)
    const [first, second, third] = [phone.visit('ก'), phone.visit('ข'), phone.visit('ค')]
    expect((await phone.push([third])).body.refusal).toMatchObject({ code: 'sequence-gap', details: { expected: 1 } })
    expect((await phone.push([first, third])).body.refusal).toMatchObject({ code: 'sequence-broken' })
    expect((await phone.push([third, first, second])).body).toMatchObject({ upTo: 3 })
  })

  test('what was backed up once and let go may be missing: the device says where it begins', async () => {
    const phone = phoneOf(people.villageHead)
    const [, , third] = [phone.visit('ก'), phone.visit('ข'), phone.visit('ค')]
    expect((await phone.push([third], { firstHeld: 3 })).body).toMatchObject({ upTo: 3 })
  })

  test('a device that believes in another epoch is told so before anything is kept', async () => {
    const phone = phoneOf(people.villageHead)
    expect((await phone.push([phone.visit('ก')], { epoch: 'before-the-restore' })).body.refusal).toMatchObject({
      code: 'epoch-changed',
    })
    expect((await phone.report()).body).toMatchObject({ upTo: 0 })
  })

  test('two phones under one device id: the second is told to take an id of its own', async () => {
    const phone = phoneOf(people.villageHead)
    const twin = phoneOf(people.villageHead, phone.deviceId)
    expect((await phone.push([phone.visit('เครื่องแรก')])).body).toMatchObject({ upTo: 1 })
    expect((await twin.push([twin.visit('เครื่องที่สอง')])).body.refusal).toMatchObject({ code: 'device-cloned' })
    const other = phoneOf(people.tambonOfficer, phone.deviceId)
    expect((await other.push([other.visit('คนอื่น')])).body.refusal).toMatchObject({ code: 'device-cloned' })
  })
})

describe('bad input loses nothing', () => {
  test('a truncated body is refused whole and can be sent again', async () => {
    const phone = phoneOf(people.villageHead)
    const whole = JSON.stringify({ deviceId: phone.deviceId, epoch: null, commands: [phone.visit('ตัดกลางคัน')] })
    const headers = { cookie: await cookieOf(people.villageHead), 'content-type': 'application/json' }
    for (const payload of [whole.slice(0, whole.length / 2), '<html>กรุณาเข้าสู่ระบบ WiFi</html>', '', 'null', '[]'])
      expect((await app.inject({ method: 'POST', url: '/api/commands', headers, payload })).statusCode).toBe(400)
    const cut = { ...headers, 'content-encoding': 'gzip' }
    const packed = gzipSync(whole)
    const broken = await app.inject({
      method: 'POST',
      url: '/api/commands',
      headers: cut,
      payload: packed.subarray(0, packed.length - 20),
    })
    expect(broken.statusCode).toBeGreaterThanOrEqual(400)
    const sent = await app.inject({ method: 'POST', url: '/api/commands', headers: cut, payload: packed })
    expect([sent.statusCode, sent.json()]).toMatchObject([200, { upTo: 1 }])
  })

  test('a command whose input is not what its hash says is kept for a person', async () => {
    const phone = phoneOf(people.villageHead)
    const good = phone.visit('ตรง')
    const inputHash = createHash('sha256').update(JSON.stringify(good.input)).digest('hex')
    const bad = { ...phone.visit('ไม่ตรง'), inputHash: 'a'.repeat(64) }
    const { body } = await phone.push([{ ...good, inputHash }, bad])
    expect(body).toMatchObject({
      upTo: 2,
      receipts: [{ outcome: 'applied' }, { outcome: 'parked', refusal: { code: 'damaged-on-the-way' } }],
    })
  })

  test('a form of the future and an unknown command wait for a person; the rest goes on', async () => {
    const phone = phoneOf(people.villageHead)
    const future = { ...phone.visit(''), type: 'RecordVisitByDrone', input: { altitude: 30 }, newField: 'จากรุ่นใหม่' }
    const { body } = await phone.push([future, phone.visit('รุ่นนี้')])
    expect(body).toMatchObject({ receipts: [{ refusal: { code: 'command-unknown' } }, { outcome: 'applied' }] })
  })

  test('a phone’s clock ten years off is evidence only', async () => {
    const phone = phoneOf(people.villageHead)
    const late = { ...phone.visit('นาฬิกาผิด'), madeAt: '2034-05-05T00:00:00.000Z' }
    const early = { ...phone.visit('นาฬิกาผิด'), madeAt: '2014-05-05T00:00:00.000Z' }
    expect((await phone.push([late, early])).body).toMatchObject({
      receipts: [{ outcome: 'applied' }, { outcome: 'applied' }],
    })
  })

  test('sealed work is opened here; what cannot be opened is kept as it came', async () => {
    const phone = phoneOf(people.villageHead)
    const { input, ...command } = phone.visit('ปิดผนึก')
    const sealed = await sealAsPhone(sealingKey, JSON.stringify(input), command.commandId)
    const { input: _input, ...stray } = phone.visit('ผนึกผิดฉบับ')
    const { body } = await phone.push([
      { ...command, sealed },
      { ...stray, sealed },
    ])
    expect(body).toMatchObject({
      receipts: [{ outcome: 'applied' }, { outcome: 'parked', refusal: { code: 'sealed-not-opened' } }],
    })
    expect(await visitsOf(house)).toContain('ปิดผนึก')
  })
})

test('on a shared phone a colleague’s session sends for whom the device’s own key speaks', async () => {
  const phone = phoneOf(people.districtChief)
  await phone.report()
  const cookie = await cookieOf(people.tambonOfficer)
  const { deviceId, authorization, said } = phone
  const made = phone.visit('จากเครื่องที่ใช้ร่วมกัน')
  const body = { deviceId, epoch: null, firstHeld: 1, commands: [made] }
  const sent = await ask({ cookie, authorization }, 'POST', '/api/commands', body)
  expect(sent.body).toMatchObject({ upTo: 1, receipts: [{ outcome: 'applied' }] })
  expect((await ask({ cookie, authorization }, 'POST', '/api/devices/report', said)).body).toMatchObject({
    upTo: 1,
    share: null,
  })
  expect((await ask({ cookie }, 'POST', '/api/devices/report', said)).body.refusal?.code).toBe('device-cloned')
  const { rows } = await sql<{
    person_id: string
  }>`select person_id from commands where command_id = ${made.commandId}`.execute(database.owner)
  expect(rows[0]?.person_id).toBe(people.districtChief.personId)
})

describe('an account that is disabled', () => {
  test('still hands in its work by the device’s own key; it waits for whoever has the area, who takes it over', async () => {
    const phone = phoneOf(people.villageHead)
    expect((await phone.report()).body).toMatchObject({ isLocked: false, share: expect.any(String) })
    const made = phone.visit('ก่อนถูกระงับ', otherHouse)
    const officer = people.province
    const disable = officeCommand('person', people.villageHead.personId, 'DisablePerson', { reason: 'พ้นตำแหน่ง' })
    const own = phoneOf(officer)
    const disabled = await own.push([{ ...disable, sequence: 1, madeAt: roundMorning }])
    expect(disabled.body).toMatchObject({ receipts: [{ outcome: 'applied' }] })
    const { authorization, said, deviceId } = phone
    expect((await phone.push([made])).status).toBe(401)
    const body = { deviceId, epoch: null, firstHeld: 1, commands: [made] }
    expect(
      (await ask({ authorization: `Device ${deviceId}.${'x'.repeat(43)}` }, 'POST', '/api/commands', body)).status,
    ).toBe(401)
    const sent = await ask({ authorization }, 'POST', '/api/commands', body)
    expect(sent.body).toMatchObject({
      upTo: 1,
      receipts: [{ outcome: 'parked', refusal: { code: 'account-disabled' } }],
    })
    expect((await ask({ authorization }, 'POST', '/api/devices/report', said)).body).toMatchObject({
      isDisabled: true,
      share: null,
      openParked: [made.commandId],
    })
    expect((await ask({ authorization }, 'GET', '/api/areas/49010507/changes')).status).toBe(401)

    const parked = await call(people.tambonOfficer, 'GET', '/api/parked-commands')
    expect(JSON.stringify(parked.body)).toContain(made.commandId)
    const foreign = await call(people.foreignOfficer, 'POST', `/api/parked-commands/${made.commandId}/settle`, {
      how: 'accepted',
      reason: '',
    })
    expect(foreign.status).toBe(404)
    const settled = await call(people.tambonOfficer, 'POST', `/api/parked-commands/${made.commandId}/settle`, {
      how: 'accepted',
      reason: '',
    })
    expect(settled.body).toMatchObject({ receipt: { outcome: 'applied' } })
    expect((await visitsOf(otherHouse)).filter(note => note === 'ก่อนถูกระงับ')).toHaveLength(1)
    const twice = await call(people.tambonOfficer, 'POST', `/api/parked-commands/${made.commandId}/settle`, {
      how: 'accepted',
      reason: '',
    })
    expect(twice.status).toBe(404)
  })

  test('what is refused under the new name too stays where it was', async () => {
    const phone = phoneOf(people.tambonOfficer)
    const close = { ...phone.visit(''), type: 'CloseProblem', input: { problemId: testId(10), evidence: [], note: '' } }
    await phone.push([close])
    const settle = `/api/parked-commands/${close.commandId}/settle`
    const refused = await call(people.districtOfficer, 'POST', settle, { how: 'accepted', reason: '' })
    expect(refused.body.refusal?.code).toBe('not-in-this-state')
    expect(
      (await call(people.districtOfficer, 'POST', settle, { how: 'dismissed', reason: ' ' })).body.refusal?.code,
    ).toBe('reason-missing')
    expect((await call(people.districtOfficer, 'POST', settle, { how: 'dismissed', reason: 'บันทึกซ้ำ' })).status).toBe(
      200,
    )
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from commands where command_id = ${close.commandId}`.execute(database.owner)
    expect(rows[0]?.n).toBe(1)
  })
})

describe('an area for a device', () => {
  const pull = async (actor: Actor, area: string, cursor?: string, limit = 200) =>
    (
      await call(
        actor,
        'GET',
        `/api/areas/${area}/changes?limit=${limit}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      )
    ).body as unknown as {
      households: { id: string; visits: { note: string }[] }[]
      gone: string[]
      cursor: string
      more: boolean
      isFresh: boolean
      isWhole: boolean
    }

  test('comes whole in pages, then only what changed, and never the same change twice', async () => {
    const first = await pull(people.tambonOfficer, '49010507', undefined, 1)
    expect(first).toMatchObject({ more: true, isFresh: true, isWhole: false })
    const second = await pull(people.tambonOfficer, '49010507', first.cursor, 1)
    let last = second
    while (last.more) last = await pull(people.tambonOfficer, '49010507', last.cursor, 1)
    expect(last).toMatchObject({ isFresh: false, isWhole: true })
    expect(new Set([...first.households, ...second.households].map(h => h.id))).toEqual(new Set([house, otherHouse]))
    expect((await pull(people.tambonOfficer, '49010507', last.cursor)).households).toEqual([])
    const phone = phoneOf(people.tambonOfficer)
    await phone.push([phone.visit('หลังดึงข้อมูล')])
    const changed = await pull(people.tambonOfficer, '49010507', last.cursor)
    expect(changed.households.map(h => h.id)).toEqual([house])
    expect((await pull(people.tambonOfficer, '49010507', changed.cursor)).households).toEqual([])
  })

  test('a change of a transaction that commits late is not skipped', async () => {
    const start = await pull(people.tambonOfficer, '49010507')
    await database.owner.transaction().execute(async open => {
      await sql`set local row_security = off`.execute(open).catch(() => undefined)
      await sql`select pg_current_xact_id()`.execute(open)
      const phone = phoneOf(people.tambonOfficer)
      await phone.push([phone.visit('ระหว่างธุรกรรมค้าง')])
      // While an older transaction is open the feed waits: what it may still bring comes first.
      expect((await pull(people.tambonOfficer, '49010507', start.cursor)).households).toEqual([])
    })
    expect((await pull(people.tambonOfficer, '49010507', start.cursor)).households.map(h => h.id)).toEqual([house])
  })

  test('of others is not given, and a cursor of another epoch or other eyes begins anew', async () => {
    expect((await call(people.foreignOfficer, 'GET', '/api/areas/49010507/changes')).body.refusal?.code).toBe(
      'outside-area',
    )
    expect((await call(people.tambonOfficer, 'GET', '/api/areas/4901/changes')).body.refusal?.code).toBe('outside-area')
    const mine = await pull(people.tambonOfficer, '49010507')
    const theirs = await pull(people.districtChief, '49010507', mine.cursor)
    expect(theirs).toMatchObject({ isFresh: true })
    expect((await pull(people.tambonOfficer, '49010507', mine.cursor.replace(/^[^~]+/, 'other'))).isFresh).toBe(true)
    expect((await pull(people.tambonOfficer, '49010507', 'garbage~~~')).isFresh).toBe(true)
  })
})

describe('phones in the office', () => {
  test('are listed with what they still hold; a lost one is locked and still sends', async () => {
    const phone = phoneOf(people.tambonOfficer)
    await phone.report()
    const list = await call(people.districtOfficer, 'GET', '/api/devices')
    expect(JSON.stringify(list.body)).toContain(phone.deviceId)
    expect(JSON.stringify((await call(people.foreignOfficer, 'GET', '/api/devices')).body)).not.toContain(
      phone.deviceId,
    )
    expect(
      (await call(people.foreignOfficer, 'POST', `/api/devices/${phone.deviceId}/lock`, { isLocked: true })).status,
    ).toBe(404)
    expect(
      (await call(people.districtOfficer, 'POST', `/api/devices/${phone.deviceId}/lock`, { isLocked: true })).status,
    ).toBe(200)
    expect((await phone.report()).body).toMatchObject({ isLocked: true, share: null })
    expect((await phone.push([phone.visit('จากเครื่องที่ล็อก')])).body).toMatchObject({ receipts: [{ outcome: 'applied' }] })
  })

  test('a sealed file of unsent work is handed in by somebody else and counts as sent by its maker', async () => {
    const phone = phoneOf(people.tambonOfficer)
    await phone.report()
    const { input, ...command } = phone.visit('จากไฟล์')
    const file = {
      deviceId: phone.deviceId,
      drafts: [],
      sealedDeviceKey: await sealAsPhone(sealingKey, phone.deviceKey, phone.deviceId),
      firstHeld: 1,
      commands: [{ ...command, sealed: await sealAsPhone(sealingKey, JSON.stringify(input), command.commandId) }],
    }
    const strange = { ...file, sealedDeviceKey: await sealAsPhone(sealingKey, 'x'.repeat(43), phone.deviceId) }
    expect((await call(people.districtOfficer, 'POST', '/api/unsent-work', strange)).body.refusal?.code).toBe(
      'unsent-file-unknown',
    )
    expect((await call(people.districtOfficer, 'POST', '/api/unsent-work', file)).body).toMatchObject({
      applied: 1,
      parked: 0,
    })
    expect((await call(people.foreignOfficer, 'POST', '/api/unsent-work', file)).body).toMatchObject({
      applied: 0,
      alreadyApplied: 1,
    })
    expect(await visitsOf(house)).toContain('จากไฟล์')
    const { rows } = await sql<{
      person_id: string
    }>`select person_id from commands where command_id = ${command.commandId}`.execute(database.owner)
    expect(rows[0]?.person_id).toBe(people.tambonOfficer.personId)
  })

  test('the file brings drafts and photos too; a photo that was tampered with is refused', async () => {
    const phone = phoneOf(people.districtChief)
    await phone.report()
    const from = {
      deviceId: phone.deviceId,
      sealedDeviceKey: await sealAsPhone(sealingKey, phone.deviceKey, phone.deviceId),
    }
    const draftId = testId<string>(0x777)
    const sealed = await sealAsPhone(sealingKey, JSON.stringify({ note: 'ร่างในไฟล์' }), draftId)
    const draft = { draftId, householdId: house, areaCode: '49010507', revision: 4, changedAt: roundMorning, sealed }
    const work = { ...from, firstHeld: 1, commands: [], drafts: [draft] }
    expect((await call(people.foreignOfficer, 'POST', '/api/unsent-work', work)).body).toMatchObject({ drafts: 1 })
    expect(JSON.stringify((await call(people.districtChief, 'GET', '/api/drafts')).body)).toContain('ร่างในไฟล์')

    const image = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(5000)])
    const photoHash = createHash('sha256').update(image).digest('hex')
    const own = randomBytes(32)
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', own, nonce)
    cipher.setAAD(Buffer.from(photoHash))
    const text = Buffer.concat([nonce, cipher.update(image), cipher.final(), cipher.getAuthTag()])
    const sealedKey = await sealAsPhone(sealingKey, JSON.stringify(own.toString('base64url')), photoHash)
    const photo = { ...from, photoHash, sealedKey, text: text.toString('base64url') }
    const bent = Buffer.from(text)
    bent[100] = (bent[100] ?? 0) ^ 1
    const tampered = { ...photo, text: bent.toString('base64url') }
    const hand = (body: object) => call(people.districtOfficer, 'POST', '/api/unsent-work/photos', body)
    expect((await hand(tampered)).body.refusal?.code).toBe('photo-differs')
    expect((await hand(photo)).status).toBe(200)
    const progress = await call(people.districtOfficer, 'GET', `/api/photos/${photoHash}/progress`)
    expect(progress.body).toMatchObject({ isWhole: true })
  })
})
