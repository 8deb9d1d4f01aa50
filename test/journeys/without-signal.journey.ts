import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginJourney } from './support/journey.ts'
import { type Line, openLine } from './support/line.ts'
import { headOfKhamHi, khamHi } from './support/people.ts'
import { unlock } from './support/pin.ts'

const journey = beginJourney()
let line: Line

beforeEach(async () => {
  line = await openLine(journey.url)
  journey.expectNoise(/Failed to load resource/)
})
afterEach(() => line.close())

/** A village head's phone with the whole app on it and the village's households. */
const phoneInTheOffice = async (): Promise<Page> => {
  const phone = await journey.open('phone', line.url)
  await journey.enter(phone, headOfKhamHi)
  await phone.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7' }).waitFor()
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return phone
}

test('what the phone needs is on it before the trip, and days later every page opens without a signal', async () => {
  const phone = await phoneInTheOffice()
  await phone.getByRole('link', { name: 'ตรวจความพร้อมก่อนลงพื้นที่' }).click()
  for (const sentence of ['แบบสำรวจของรอบนี้อยู่ในเครื่องแล้ว', 'เปิดใช้งานได้แม้ไม่มีสัญญาณ', 'บันทึกและอ่านกลับได้ถูกต้อง', 'ส่งครบแล้ว'])
    await phone.getByText(sentence, { exact: true }).waitFor()
  // In a tab of a browser it is not ready, and says what to do.
  await phone.getByRole('alert').getByText('ยังไม่พร้อมลงพื้นที่').waitFor()
  await phone
    .getByText(/เพิ่มลงในหน้าจอหลัก/)
    .first()
    .waitFor()

  line.cut()
  const later = await phone.context().newPage()
  await phone.close()
  await later.goto(`${line.url}/field/villages/${khamHi}`)
  await unlock(later)
  const row = later.locator('.fd-household').first()
  await row.waitFor()
  const head = (await row.locator('.fd-household-text > span').first().textContent()) ?? ''
  const misspelt = head
    .replace(/^(นางสาว|นาย|นาง)/, '')
    .replace(/[่้๊๋]/g, '')
    .replace(/[ศษ]/g, 'ส')
  await later.getByRole('searchbox').fill(misspelt)
  await later.locator('.fd-household').filter({ hasText: head }).first().waitFor()

  await later.getByRole('link', { name: 'แผนที่ครัวเรือน' }).click()
  await later.getByRole('heading', { name: 'แผนที่ครัวเรือน' }).waitFor()
  await later.goto(`${line.url}/field/sync`)
  await unlock(later)
  await later.getByRole('heading', { name: 'ส่งข้อมูล', exact: true }).waitFor()

  const kept = await later.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(request => new URL(request.url).pathname)
  })
  expect(kept.length).toBeGreaterThan(50)
  expect(kept.filter(path => !path.startsWith('/field/'))).toEqual([])
})

test('a new version waits for the form to be left, and the draft is there when it has been let in', async () => {
  const phone = await phoneInTheOffice()
  await phone.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7' }).click()
  const first = phone.locator('.fd-household').first().getByRole('link')
  const house = (await first.textContent()) ?? ''
  await first.click()
  await phone.getByRole('link', { name: 'เริ่มสำรวจ' }).click()
  await phone.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).waitFor()

  line.change('/field/service-worker.js', text => `${text}\n// newer`)
  await phone.evaluate(async () => {
    const kept = await navigator.serviceWorker.getRegistration()
    await kept?.update()
    const isWaiting = () => kept?.waiting != null
    while (!isWaiting()) await new Promise(resolve => setTimeout(resolve, 50))
  })
  const notice = phone.getByText('มีแอปรุ่นใหม่พร้อมใช้')
  expect(await notice.count()).toBe(0)
  await phone.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).click()
  await phone.getByRole('link', { name: 'ถัดไป' }).waitFor()
  expect(await notice.count()).toBe(0)

  await phone.goto(`${line.url}/field/`)
  await unlock(phone)
  await notice.waitFor()
  await phone.getByRole('button', { name: 'ปรับเป็นรุ่นใหม่' }).click()
  await unlock(phone)
  await phone.getByRole('link', { name: /^ร่างแบบสำรวจ \d+ ฉบับ$/ }).waitFor()
  expect(await notice.count()).toBe(0)
  await phone.getByRole('link', { name: /^ร่างแบบสำรวจ/ }).click()
  await phone
    .getByRole('link', { name: new RegExp(`^${house} · `) })
    .first()
    .waitFor()
})
