import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Browser, Page } from 'playwright-core'
import { practiceVillages } from '../apps/server/practice/practice-villages.ts'
import { headOfKhamHi, khamHi, officerOfMueang } from '../test/journeys/support/people.ts'
import { choosePin, unlock } from '../test/journeys/support/pin.ts'
import { beginSurvey, findInVillage } from '../test/journeys/support/survey-on-phone.ts'
import type { FieldLine } from './field-line.ts'
import { copyOf } from './many-households.ts'
import { type Measurement, median, quantile, type Rig, say } from './measurement.ts'
import { FIXED_WORK, keepApp, openPhone, type Phone, signInUpToPin, untilShown } from './phone.ts'

const figure = 'field'
const MINUTES = 60_000
const ROW = '.fd-household'
const openVillage = 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7'

const surnameOf = (household: HouseholdView): string => household.members[0]?.lastName ?? ''
const nameOf = (household: HouseholdView): string =>
  [household.members[0]?.firstName, surnameOf(household)].filter(Boolean).join(' ')

/** As somebody types a name they have only heard: one mark less. */
const misspelt = (name: string): string => name.replace(/[่้๊๋์]/, '')

/** Someone of these households by name, typed at once into an empty field, until the household stands first. */
const search = async (page: Page, wanted: readonly HouseholdView[]): Promise<readonly number[]> => {
  const field = page.getByRole('searchbox')
  const measured: number[] = []
  for (const household of wanted) {
    await field.fill('')
    await page.locator(ROW).first().waitFor({ state: 'detached' })
    await field.focus()
    const type = () => page.keyboard.insertText(misspelt(nameOf(household)))
    measured.push(await untilShown(page, type, { selector: ROW, text: surnameOf(household) }))
  }
  return measured
}

const rowOf = (name: string, measured: readonly number[], most: number, fixed: number): Measurement => ({
  figure,
  name,
  unit: 'ms',
  value: median(measured),
  p99: quantile(measured, 0.99),
  floor: { name: FIXED_WORK, value: fixed },
  bar: { most },
})

/** Seven keys a second. */
const BETWEEN_KEYS_MS = 110

/** Sixty letters of a note, as fast as good thumbs go: how long the browser says each took to the next picture. */
const typing = async (page: Page): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const told = globalThis as unknown as { keys: number[] }
    told.keys = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') told.keys.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  const letters = 'the roof leaks over the whole kitchen and the wall is damp x'
  for (const letter of letters) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 30 })
    await page.waitForTimeout(BETWEEN_KEYS_MS)
  }
  await page.waitForTimeout(1_000)
  const slow = await page.evaluate(() => (globalThis as unknown as { keys: number[] }).keys)
  // What was quicker than a picture is not told.
  return [...slow, ...Array.from({ length: Math.max(0, letters.length - slow.length) }, () => 8)]
}

const measureForm = async (phone: Phone, houseNumber: string): Promise<Measurement> => {
  const { page } = phone
  say('typing in a form, 6×')
  await page.getByRole('link', { name: 'งาน', exact: true }).click()
  await page.getByRole('link', { name: openVillage }).click()
  await findInVillage(page, houseNumber)
  await beginSurvey(page)
  await page.getByRole('textbox', { name: 'บันทึกเพิ่มเติม' }).click()
  const fixed = await phone.throttle(6)
  const keys = await typing(page)
  await phone.throttle(1)
  return {
    figure,
    name: 'key to screen in a form, 95 of 100, 6× processor',
    unit: 'ms',
    value: quantile(keys, 0.95),
    p99: quantile(keys, 0.99),
    floor: { name: FIXED_WORK, value: fixed },
    bar: { most: 100 },
  }
}

/** One village of five thousand households: its list, search in it, typing in a form. */
const measureVillage = async (
  browser: Browser,
  line: FieldLine,
  { real, templates }: Households,
  rig: Rig,
): Promise<readonly Measurement[]> => {
  const total = rig.repeats > 1 ? 5_000 : 1_000
  const householdAt = (n: number) => real[n] ?? copyOf(templates, n, khamHi)
  line.tell({ total, householdAt })
  const phone = await openPhone(browser, line.url)
  const { page } = phone
  await signInUpToPin(phone, line.url, headOfKhamHi)
  await choosePin(page)
  say(`${total} households of a village`)
  await page.getByRole('link', { name: openVillage }).waitFor({ timeout: 5 * MINUTES })
  await keepApp(phone)
  const fixed = await phone.throttle(4)
  const lists: number[] = []
  for (let turn = 0; turn < Math.max(3, rig.repeats * 2); turn += 1) {
    const link = page.getByRole('link', { name: openVillage })
    lists.push(await untilShown(page, () => link.click(), { selector: ROW, text: 'บ้าน' }))
    await page.getByRole('link', { name: 'ย้อนกลับ' }).click()
    await link.waitFor()
  }
  await page.getByRole('link', { name: 'ค้นหา', exact: true }).click()
  const wanted = [...Array(Math.max(3, rig.repeats * 2)).keys()].map(n => householdAt(100 + n * 97))
  const searches = await search(page, wanted)
  await phone.throttle(1)
  const households = `${total.toLocaleString('en')} households`
  const rows = [
    rowOf(`list of a village of ${households}, 4× processor`, lists, 200, fixed),
    rowOf(`search by a misspelt name, ${households}, 4× processor`, searches, 200, fixed),
  ]
  const fresh = real.find(
    one => one.surveys.length === 0 && one.address.houseNumber !== '' && one.origin === 'BASELINE',
  )
  if (fresh === undefined) throw new Error('no household of the village is still to be surveyed')
  rows.push(await measureForm(phone, fresh.address.houseNumber))
  await phone.context.close()
  return rows
}

/** A whole district: opened by PIN, searched, and what it takes of the phone's memory. */
const measureDistrict = async (
  browser: Browser,
  line: FieldLine,
  { templates }: Households,
  rig: Rig,
): Promise<readonly Measurement[]> => {
  const total = rig.repeats > 1 ? 40_000 : 4_000
  const villages = practiceVillages.filter(({ code }) => code.startsWith('4901')).map(({ code }) => code)
  const each = Math.ceil(total / villages.length)
  const householdAt = (n: number) => copyOf(templates, n, villages[Math.floor(n / each)] ?? khamHi)
  line.tell({ total, householdAt })
  const phone = await openPhone(browser, line.url)
  const { page } = phone
  await signInUpToPin(phone, line.url, officerOfMueang)
  await choosePin(page)
  await keepApp(phone)
  await page.getByRole('link', { name: 'ฉัน', exact: true }).click()
  await page.getByRole('link', { name: 'ข้อมูลครัวเรือนในเครื่อง' }).click()
  const households = `${total.toLocaleString('en')} households`
  say(`${households} of a district`)
  const began = performance.now()
  await page.getByRole('button', { name: 'เก็บทั้งอำเภอเมืองมุกดาหาร' }).click()
  await page.getByText(`${total.toLocaleString('en')} ครัวเรือน ข้อมูล ณ`).waitFor({ timeout: 20 * MINUTES })
  const rows: Measurement[] = [
    {
      figure,
      name: `putting ${households} on the phone, 1× processor`,
      unit: 's',
      value: (performance.now() - began) / 1000,
    },
  ]
  const wanted = [...Array(Math.max(3, rig.repeats * 2)).keys()].map(n => householdAt(100 + n * 997))
  let opened = phone
  for (const throttling of [1, 4]) {
    opened = await opened.anew()
    await opened.page.goto(`${line.url}/field/search`)
    await opened.page.getByRole('heading', { name: 'ใส่รหัส PIN 6 หลัก' }).waitFor()
    const fixed = await opened.throttle(throttling)
    const pinned = performance.now()
    await unlock(opened.page)
    await opened.page.getByRole('searchbox').fill(householdAt(total - 1).address.houseNumber)
    await opened.page
      .locator(ROW)
      .first()
      .waitFor({ timeout: 5 * MINUTES })
    rows.push({
      figure,
      name: `PIN to the first household found, ${households}, ${throttling}× processor`,
      unit: 's',
      value: (performance.now() - pinned) / 1000,
    })
    const name = `search by a misspelt name, ${households}, ${throttling}× processor`
    rows.push(rowOf(name, await search(opened.page, wanted), 500, fixed))
  }
  await opened.throttle(1)
  rows.push({
    figure,
    name: `heap, ${households}`,
    unit: 'MB',
    value: await opened.heapMegabytes(),
    bar: { most: 150 },
  })
  await opened.context.close()
  return rows
}

export interface Households {
  /** Of บ้านคำฮี, as they are. */
  readonly real: readonly HouseholdView[]
  /** Of a district, to be copied. */
  readonly templates: readonly HouseholdView[]
}

/** Lists and search where a phone holds very many households. */
export const measureLists = async (
  browser: Browser,
  line: FieldLine,
  households: Households,
  rig: Rig,
): Promise<readonly Measurement[]> => [
  ...(await measureVillage(browser, line, households, rig)),
  ...(await measureDistrict(browser, line, households, rig)),
]
