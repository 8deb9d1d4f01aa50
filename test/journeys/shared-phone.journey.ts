import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginJourney, firstPage } from './support/journey.ts'
import { headOfKhamHi, headOfKhokSung } from './support/people.ts'
import { unlock } from './support/pin.ts'
import { beginSurvey, openHousehold, tellOfVisit } from './support/survey-on-phone.ts'

const journey = beginJourney()

const SECOND_PIN = '904716'

/** Everything this phone's browser keeps for the app, as text: databases, files, small notes. */
const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asText = async (value: unknown): Promise<string> => {
      if (value === null || typeof value !== 'object') return String(value)
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return new TextDecoder().decode(value)
      if (value instanceof Blob) return value.text()
      if (value instanceof CryptoKey) return value.extractable ? 'a key that can be taken out' : ''
      return (await Promise.all(Object.entries(value).map(async ([name, one]) => `${name} ${await asText(one)}`))).join(
        ' ',
      )
    }
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error)
        })
        texts.push(`${name}/${store}: ${await asText(rows)}`)
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        texts.push(request.url)
        const kept = await cache.match(request)
        if (kept?.headers.get('content-type')?.includes('json') === true) texts.push(await kept.text())
      }
    }
    return texts.join('\n')
  })

const rowsShown = (page: Page): Promise<string | null> => page.locator('main').textContent()

test('two village heads share one phone: each opens only their own households by PIN, without a signal, and the storage tells a thief nothing', async () => {
  journey.expectNoise(/ERR_INTERNET_DISCONNECTED/)
  const page = await journey.signIn(headOfKhamHi, 'phone')
  await openHousehold(page, 'บ้านคำฮี หมู่ที่ 7', '66')
  const person = (await page.locator('header p, header [class*=subtitle]').first().textContent()) ?? ''
  const surname = person.trim().split(/\s+/).at(-1) ?? ''
  expect(surname.length).toBeGreaterThan(2)
  await beginSurvey(page)
  await tellOfVisit(page)
  await page.goto(`${journey.url}${firstPage.phone}me`)
  await unlock(page)
  await page.getByRole('button', { name: 'เปลี่ยนผู้ใช้' }).click()
  await journey.enter(page, headOfKhokSung, SECOND_PIN)
  await page.getByRole('link', { name: 'เลือกครัวเรือนในบ้านโคกสูง หมู่ที่ 5' }).waitFor()
  expect(await rowsShown(page)).not.toContain('คำฮี')

  const stored = await dump(page)
  expect(stored).toContain(headOfKhokSung)
  expect(stored).toContain('บ้านคำฮี')
  for (const canary of [
    surname,
    'houseNumber',
    'firstName',
    'searchText',
    'noticeGiven',
    'a key that can be taken out',
  ])
    expect(stored, `“${canary}” lies in clear on the phone`).not.toContain(canary)

  // Fast switch, and no signal at all: the other’s PIN opens nothing of mine.
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'ฉัน' }).click()
  await page.getByRole('button', { name: 'เปลี่ยนผู้ใช้' }).click()
  await page.getByRole('button', { name: headOfKhamHi }).first().click()
  await page.getByRole('heading', { name: 'ใส่รหัส PIN 6 หลัก' }).waitFor()
  await page.keyboard.type(SECOND_PIN)
  await page.getByText('รหัส PIN ไม่ถูกต้อง เหลืออีก 9 ครั้ง').waitFor()
  const before = Date.now()
  await unlock(page)
  await page.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7' }).waitFor()
  expect(Date.now() - before).toBeLessThan(2000)
  expect(await rowsShown(page)).not.toContain('โคกสูง')
  await page.getByRole('link', { name: /^ร่างแบบสำรวจ \d+ ฉบับ$/ }).click()
  await page.getByRole('link', { name: /^บ้านเลขที่ 66/ }).waitFor()

  // Back under the signal the PIN alone signs in again: lists are fetched, nobody types a password.
  await page.context().setOffline(false)
  const fetched = page.waitForResponse(reply => reply.url().includes('/changes') && reply.ok())
  await page.getByRole('link', { name: 'ส่งข้อมูล' }).click()
  await page.getByRole('button', { name: 'ส่งตอนนี้' }).click()
  await fetched
})
