import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, bringAxe, tabTo } from './support/accessibility.ts'
import { householdAt } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import {
  governor,
  headOfPhonSai,
  khamHi,
  mueang,
  officerOfMueang,
  phonSai,
  provincialOfficer,
  tambonOfficer,
} from './support/people.ts'
import { unlock } from './support/pin.ts'

const journey = beginJourney()

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${journey.url}${address}`)
}

/** Within the app, as its own links do: it is not closed, so no PIN is asked. */
const goWithin = async (page: Page, address: string): Promise<void> => {
  await page.evaluate(path => {
    document.querySelector('main')?.setAttribute('data-left', '')
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await page.locator('main:not([data-left])').waitFor()
}

/** Goes to each address, waits until its heading stands and nothing is loading, and asks what would keep somebody out. */
const examineAll = async (page: Page, addresses: readonly string[], go = open): Promise<void> => {
  for (const address of addresses) {
    await go(page, address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await barriers(page), address).toEqual([])
  }
}

test('nothing in the office keeps a person with a screen reader or weak eyes from signing in, reading figures and lists', async () => {
  const page = await journey.open('desk')
  await bringAxe(page)
  await examineAll(page, ['/'])
  await journey.enter(page, governor)
  await examineAll(page, [
    `/?area=${mueang}`,
    `/lists/live-problem?area=${phonSai}`,
    '/households',
    '/partners',
    '/account',
  ])
})

test('nor from a household’s record, its plan and the forms to review', async () => {
  const house = await householdAt(await journey.witness(tambonOfficer), khamHi, '31')
  const page = await journey.open('desk')
  await bringAxe(page)
  await journey.enter(page, tambonOfficer)
  const record = `/households/${house.householdId}`
  const tabs = ['', '?tab=survey', '?tab=plan', '?tab=assistance', '?tab=timeline'].map(tab => `${record}${tab}`)
  await examineAll(page, [...tabs, `${record}/plan`, '/relapse', '/reviews', '/parked'])
})

test('nor from rounds, people, imports and the practice clock', async () => {
  const page = await journey.open('desk')
  await bringAxe(page)
  await journey.enter(page, provincialOfficer)
  await examineAll(page, ['/rounds', '/people', '/imports', '/imports/new', '/practice-clock'])
})

test('nor in the field app, from sign-in to the summary of a form', async () => {
  const house = await householdAt(await journey.witness(tambonOfficer), '49010501', '62')
  const page = await journey.open('phone')
  await bringAxe(page)
  await examineAll(page, ['/field/'])
  await journey.enter(page, headOfPhonSai)
  const form = `/field/households/${house.householdId}/survey`
  const sections = ['visit', 'household', 'members', 'health', 'living', 'income', 'society', 'four-t', 'summary']
  // Locked, and then opened by the PIN.
  await examineAll(page, ['/field/'])
  await unlock(page)
  const addresses = [
    '/field/me',
    '/field/',
    '/field/villages/49010501',
    `/field/households/${house.householdId}`,
    form,
    ...sections.map(section => `${form}/${section}`),
    '/field/villages/49010501/register',
    '/field/sync',
    '/field/drafts',
    '/field/ready',
    '/field/me/areas',
  ]
  await examineAll(page, addresses, goWithin)
})

test('an officer without a mouse signs in, searches the households and opens one', async () => {
  const page = await journey.open('desk')
  await page.getByRole('searchbox').waitFor()
  await tabTo(page, /^ค้นหาชื่อ ตำแหน่ง หรือพื้นที่$/)
  await page.keyboard.type(officerOfMueang)
  await page.getByRole('button', { name: officerOfMueang }).first().waitFor()
  await tabTo(page, /ปลัดอำเภอ \(เจ้าพนักงานปกครอง\) อำเภอเมืองมุกดาหาร/)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'ครัวเรือน', exact: true }).first().waitFor()
  await tabTo(page, /^ครัวเรือน$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'ครัวเรือน' }).waitFor()
  await tabTo(page, /^ค้นหาชื่อ บ้านเลขที่ หรือรหัสประจำบ้าน$/)
  await page.keyboard.type('39')
  await page.getByRole('link', { name: '39 ม.7 บ้านคำฮี' }).waitFor()
  await tabTo(page, /^39 ม\.7 บ้านคำฮี$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '39 ม.7 บ้านคำฮี' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})
