import { listPracticePeople } from '@thaiqm/contract/practice/practice-routes.ts'
import { readSession } from '@thaiqm/contract/session/session-routes.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { parkedOf, takeOver } from './support/parked-in-office.ts'
import { dongMan, headOfDongMan, provincialOfficer, tambonOfficer } from './support/people.ts'
import { appIsStored, findSignal, loseSignal, noSignalNoise } from './support/signal.ts'
import { openHousehold } from './support/survey-on-phone.ts'
import { goToSyncPage, waitingOnPhone } from './support/sync-page.ts'
import { nobodyAtHome } from './support/visit-on-phone.ts'

const journey = beginJourney()
const why = 'บัญชีผู้บันทึกถูกระงับ ระบบเก็บรายการไว้แล้ว'

test('an account is disabled while its phone still holds work: the work arrives, waits for a person, and the tambon officer takes it over', async () => {
  journey.expectNoise(noSignalNoise, /the server responded with a status of 401/)
  const witness = await journey.witness(tambonOfficer)
  const { people } = await witness.ask(listPracticePeople, {})
  const headName = people.find(({ position }) => position === headOfDongMan)?.name ?? ''

  const phone = await journey.signIn(headOfDongMan, 'phone')
  await openHousehold(phone, 'บ้านดงมัน หมู่ที่ 8', '1/4')
  await appIsStored(phone)
  await loseSignal(phone)
  await nobodyAtHome(phone, 'เพื่อนบ้านว่าไปเฝ้าไข้ที่โรงพยาบาล')

  const province = await journey.signIn(provincialOfficer, 'desk')
  await province.goto(`${journey.url}/people`)
  await province.getByRole('searchbox', { name: 'ค้นหาชื่อ ตำแหน่ง หรือชื่อผู้ใช้' }).fill(`vil-${dongMan}`)
  await province.getByRole('button', { name: `ดำเนินการกับ ${headName}` }).click()
  await province.getByRole('menuitem', { name: 'ระงับบัญชี' }).click()
  const dialog = province.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'เหตุผล' }).fill('พ้นจากตำแหน่งผู้ใหญ่บ้าน')
  await dialog.getByRole('button', { name: 'ระงับบัญชี' }).click()
  await dialog.waitFor({ state: 'detached' })

  await findSignal(phone)
  await goToSyncPage(phone)
  await waitingOnPhone(phone, 0)
  await phone.getByText(why).waitFor()

  const house = await householdAt(witness, dongMan, '1/4')
  expect((await recordOf(witness, house)).visits).toEqual([])
  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/parked`)
  await parkedOf(desk, headName).waitFor()
  await takeOver(desk, parkedOf(desk, headName), why)
  const officer = (await witness.ask(readSession, {})).actor?.personId
  expect((await recordOf(witness, house)).visits).toMatchObject([{ outcome: 'ABSENT', by: officer }])

  // The phone hears of it, and what it captures goes on to arrive.
  await phone.getByRole('button', { name: 'ส่งตอนนี้' }).click()
  await phone.getByText(why).waitFor({ state: 'detached' })
})
