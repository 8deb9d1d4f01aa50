import { listPracticePeople } from '@thaiqm/contract/practice/practice-routes.ts'
import { expect, inject, test } from 'vitest'
import { thaiqm } from './support/command-line.ts'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { parkedOf, takeOver } from './support/parked-in-office.ts'
import { headOfKhamMek, khamMek, tambonOfficer, tambonOfficerOfPhuengDaet } from './support/people.ts'
import { appIsStored, findSignal, loseSignal, noSignalNoise } from './support/signal.ts'
import { openHousehold } from './support/survey-on-phone.ts'
import { goToSyncPage, waitingOnPhone } from './support/sync-page.ts'
import { nobodyAtHome } from './support/visit-on-phone.ts'

const journey = beginJourney()

/** หมู่ที่ 11 of the neighbouring tambon. */
const movedTo = '49010611'
const why = 'ไม่พบครัวเรือนนี้ในพื้นที่ของผู้บันทึก อาจมีการย้ายเขตหรือย้ายหมู่บ้าน'

test('a village goes to another tambon while a phone there still holds work: its new officer finds the work and takes it over, the old phone forgets the households', async () => {
  journey.expectNoise(noSignalNoise, /the server responded with a status of 40[34]/)
  const before = await journey.witness(tambonOfficer)
  const house = await householdAt(before, khamMek, '4')
  const { people } = await before.ask(listPracticePeople, {})
  const headName = people.find(({ position }) => position === headOfKhamMek)?.name ?? ''

  const phone = await journey.signIn(headOfKhamMek, 'phone')
  await openHousehold(phone, 'บ้านคำเม็ก หมู่ที่ 4', '4')
  await appIsStored(phone)
  await loseSignal(phone)
  await nobodyAtHome(phone, 'ไปรับจ้างต่างอำเภอ')

  const printed = await thaiqm(
    inject('practiceDataDir'),
    'village',
    'move',
    '--from',
    khamMek,
    '--to',
    movedTo,
    '--reason',
    'ประกาศเปลี่ยนแปลงเขตตำบล',
  )
  expect(printed).toContain(`${khamMek} → ${movedTo}`)

  await findSignal(phone)
  await goToSyncPage(phone)
  await waitingOnPhone(phone, 0)
  await phone.getByRole('heading', { name: 'ระบบเก็บไว้ รอเจ้าหน้าที่พิจารณา' }).waitFor()
  await phone.getByText(why).waitFor()
  await phone.getByRole('link', { name: 'งาน', exact: true }).click()
  await phone.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำเม็ก หมู่ที่ 4' }).click()
  await phone.getByRole('searchbox').fill('4')
  await phone.getByText('ไม่พบครัวเรือนที่ค้นหา').waitFor()

  const desk = await journey.signIn(tambonOfficerOfPhuengDaet, 'desk')
  await desk.goto(`${journey.url}/parked`)
  await takeOver(desk, parkedOf(desk, headName), why)
  const after = await journey.witness(tambonOfficerOfPhuengDaet)
  expect(await recordOf(after, house)).toMatchObject({ areaCode: movedTo, visits: [{ outcome: 'ABSENT' }] })
})
