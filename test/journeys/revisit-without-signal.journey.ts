import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { movePracticeClock } from '@thaiqm/contract/practice/practice-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfKhamHi, khamHi, provincialOfficer, tambonOfficer } from './support/people.ts'
import { aPhotograph } from './support/photograph.ts'
import { unlock } from './support/pin.ts'
import { problemRow } from './support/problem-in-office.ts'
import { appIsStored, findSignal, loseSignal, noSignalNoise } from './support/signal.ts'
import { type RunningServer, startServer } from './support/start-server.ts'
import { typeDay } from './support/survey-on-phone.ts'
import { openWitness } from './support/witness.ts'

const journey = beginJourney()
let server: RunningServer

// The practice clock is everybody's: this story has a province of its own.
beforeAll(async () => {
  server = await startServer('--practice', '--households', '20')
})
afterAll(() => server?.stop())

/** Water that was brought to house 90 and verified on 25 December 2566: sixty-one days later. */
const laterDay = '2024-02-24' as Day
const water = problemKindByCode.get('P205')?.th ?? ''

test('sixty-one days after a closing the village head finds the re-visit among today’s work without a signal, records that it came back with a photograph and a death in the house, and the office sees both', async () => {
  journey.expectNoise(noSignalNoise)
  const province = await openWitness(server.url, provincialOfficer)
  await province.ask(movePracticeClock, { body: { day: laterDay } })

  const head = await journey.open('phone', server.url)
  await journey.enter(head, headOfKhamHi)
  const card = head.getByRole('region', { name: 'งานวันนี้' })
  await card.getByRole('link', { name: /^ดูงานที่รอท่าน/ }).waitFor()
  await appIsStored(head)
  await loseSignal(head)
  await head.reload()
  await unlock(head)

  await card.getByRole('link', { name: /^ดูงานที่รอท่าน/ }).click()
  const row = head.getByRole('listitem').filter({ hasText: 'บ้านเลขที่ 90' }).filter({ hasText: water })
  await row.getByText('อีก 29 วันครบกำหนด (24 มี.ค. 2567)').waitFor()
  await row.getByRole('link', { name: 'เยี่ยมซ้ำหลังแก้ไข' }).click()

  const form = head.getByRole('region', { name: 'เยี่ยมซ้ำหลังแก้ไข' })
  await form.getByText('ปัญหาเกิดซ้ำ', { exact: true }).click()
  await form.getByRole('button', { name: 'บันทึกผลเยี่ยมซ้ำ' }).click()
  await form.getByRole('textbox', { name: 'รายละเอียดที่พบ' }).fill('ท่อแตก น้ำไม่ไหลมาสองสัปดาห์')
  const [camera] = await Promise.all([
    head.waitForEvent('filechooser'),
    form.getByRole('button', { name: 'ถ่ายภาพสภาพปัจจุบัน' }).click(),
  ])
  await camera.setFiles(aPhotograph(0x71))
  await form.getByRole('img', { name: 'ภาพที่ 1' }).waitFor()
  await form.getByRole('button', { name: 'บันทึกผลเยี่ยมซ้ำ' }).click()
  await head.getByText('เกิดซ้ำ เปิดปัญหาใหม่').waitFor()

  const witness = await openWitness(server.url, tambonOfficer)
  const house = await householdAt(witness, khamHi, '90')
  const before = await recordOf(witness, house)
  // While there the village head hears of a death in the house, and writes that down too.
  const gone = before.members.find(member => !member.isHead && member.residence === 'resident')
  if (gone === undefined) throw new Error('nobody but the head lives in house 90')
  await head.goto(`${server.url}/field/households/${house.householdId}`)
  await unlock(head)
  await head.getByRole('button', { name: new RegExp(`^เสียชีวิต: .*${gone.firstName}`) }).click()
  const death = head.getByRole('region', { name: /^บันทึกการเสียชีวิตของ / })
  await typeDay(death.getByRole('group', { name: 'วันที่เสียชีวิต' }), '20', '02', '2567')
  await death.getByRole('button', { name: 'บันทึกการเสียชีวิต' }).click()
  await head.getByText('เสียชีวิตแล้ว').waitFor()
  expect((await recordOf(witness, house)).version).toBe(before.version)

  const waterThen = async () => (await recordOf(witness, house)).problems.find(({ kindCode }) => kindCode === 'P205')
  expect((await waterThen())?.state).toBe('RESOLVED')
  await findSignal(head)
  await expect.poll(async () => (await waterThen())?.state, { timeout: 30_000 }).toBe('OPEN')
  const residenceOf = async () => (await recordOf(witness, house)).members.find(one => one.id === gone.id)?.residence
  await expect.poll(residenceOf, { timeout: 30_000 }).toBe('dead')
  expect(await waterThen()).toMatchObject({
    reopenedOn: [laterDay],
    evidence: [{}, {}, { kind: 'photo', moment: 'before' }],
  })

  const office = await journey.open('desk', server.url)
  await journey.enter(office, tambonOfficer)
  await office.goto(`${server.url}/households/${house.householdId}`)
  await problemRow(office, 'P205').getByText('เกิดซ้ำ 1 ครั้ง').waitFor()
})
