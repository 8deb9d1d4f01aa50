import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfPhonSaiTai, phonSaiTai, tambonOfficer } from './support/people.ts'
import { appIsStored, closeApp, findSignal, loseSignal, noSignalNoise, openApp } from './support/signal.ts'
import { openHousehold } from './support/survey-on-phone.ts'
import { goToSyncPage, waitingOnPhone } from './support/sync-page.ts'
import { nobodyAtHome } from './support/visit-on-phone.ts'

const journey = beginJourney()
const WRONG_PIN = '270491'

test('somebody who found the phone tries ten PINs: the households are gone from it, the unsent work is not, and arrives while the phone is still locked', async () => {
  journey.expectNoise(noSignalNoise)
  const witness = await journey.witness(tambonOfficer)
  const house = await householdAt(witness, phonSaiTai, '4')

  const phone = await journey.signIn(headOfPhonSaiTai, 'phone')
  await openHousehold(phone, 'บ้านโพนทรายใต้ หมู่ที่ 2', '4')
  await appIsStored(phone)
  await loseSignal(phone)
  await nobodyAtHome(phone, 'ไปวัด')
  const context = await closeApp(phone)

  const found = await openApp(context, journey.url)
  await found.getByRole('heading', { name: 'ใส่รหัส PIN 6 หลัก' }).waitFor()
  for (let left = 9; left >= 0; left -= 1) {
    await found.keyboard.type(WRONG_PIN)
    await found.getByText(left === 0 ? 'ใส่รหัส PIN ผิดครบ 10 ครั้ง' : `เหลืออีก ${left} ครั้ง`).waitFor()
  }
  await found.getByText('งานในเครื่องที่รอส่ง 1 รายการ').waitFor()
  const households = await found.evaluate(async () => {
    let rows = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>(resolve => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
      })
      for (const store of ['households', 'packs'].filter(one => database.objectStoreNames.contains(one)))
        rows += await new Promise<number>(resolve => {
          const counting = database.transaction(store).objectStore(store).count()
          counting.onsuccess = () => resolve(counting.result)
        })
      database.close()
    }
    return rows
  })
  expect(households).toBe(0)

  await findSignal(found)
  await found.getByText('งานในเครื่องที่รอส่ง').waitFor({ state: 'detached' })
  expect((await recordOf(witness, house)).visits).toMatchObject([{ outcome: 'ABSENT', note: 'ไปวัด' }])

  // Its person signs in again, and all comes back.
  await found.getByRole('button', { name: 'เข้าสู่ระบบใหม่' }).click()
  await found.getByRole('searchbox', { name: 'ค้นหาชื่อ ตำแหน่ง หรือพื้นที่' }).fill(headOfPhonSaiTai)
  await found.getByRole('button', { name: headOfPhonSaiTai }).last().click()
  await found.getByRole('button', { name: 'ตั้งรหัส PIN ใหม่' }).click()
  for (const heading of ['ตั้งรหัส PIN 6 หลัก', 'ใส่รหัส PIN อีกครั้งเพื่อยืนยัน']) {
    await found.getByRole('heading', { name: heading }).waitFor()
    await found.keyboard.type('815206')
  }
  await openHousehold(found, 'บ้านโพนทรายใต้ หมู่ที่ 2', '4')
  await found.getByText('ไปวัด').waitFor()
  await goToSyncPage(found)
  await waitingOnPhone(found, 0)
})
