import { readFile } from 'node:fs/promises'
import { readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import { figures } from '@thaiqm/core/measure/figure.ts'
import { measure } from '@thaiqm/core/measure/measure.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginJourney } from './support/journey.ts'
import { governor, khamHi, mueang, officerOfMueang, phonSai } from './support/people.ts'
import type { Witness } from './support/witness.ts'
import { workbookRows } from './support/workbook-rows.ts'

const journey = beginJourney()

/** The number in a Thai sentence: “1,234 ครัวเรือน”. */
const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''))

interface Shown {
  readonly label: string
  readonly n: number
  readonly href: string
}

/** Every number on the page's cards that opens a list, as it is written there. */
const numbersShown = async (page: Page): Promise<readonly Shown[]> => {
  const links = page.getByRole('article').getByRole('link', { name: /^เปิดรายการ / })
  await links.first().waitFor()
  const found: Shown[] = []
  for (const link of await links.all()) {
    const label = (await link.getAttribute('aria-label')) ?? ''
    found.push({ label, n: numberIn(await link.textContent()), href: (await link.getAttribute('href')) ?? '' })
  }
  return found
}

/** Measure, area and whether only overdue ones are meant, from a list's address. */
const listOf = (href: string) => {
  const address = new URL(href, 'http://office')
  return {
    measure: measure.parse(address.pathname.replace('/lists/', '')),
    area: address.searchParams.get('area') ?? '',
    overdueOnly: address.searchParams.get('overdue') === '1',
  }
}

const totalOfOpenList = async (page: Page): Promise<number> =>
  numberIn(
    await page
      .getByRole('main')
      .getByText(/^[\d,]+ (ครัวเรือน|ปัญหา)$/)
      .first()
      .textContent(),
  )

/** Opens a number's list by clicking it, reads how many the list says it holds, and comes back. */
const clickAndCount = async (page: Page, { label }: Shown): Promise<number> => {
  await page.getByRole('article').getByRole('link', { name: label, exact: true }).click()
  await page.getByRole('link', { name: 'ดาวน์โหลด Excel' }).waitFor()
  const total = await totalOfOpenList(page)
  await page.goBack()
  await page.getByRole('article').first().waitFor()
  return total
}

/** Every number of every card on the page: the page, the API's figure, its list and its workbook must be one number. */
const checkPage = async (page: Page, witness: Witness, area: string): Promise<readonly Shown[]> => {
  const { area: counted } = await witness.ask(readFigures, { query: { area } })
  const shown = await numbersShown(page)
  const expected = counted.figures.flatMap(({ n, of }) => (of === null ? [n] : [n, of]))
  expect(shown.map(({ n }) => n).toSorted()).toEqual(expected.toSorted())
  expect(shown).toHaveLength(figures.flatMap(({ denominator }) => (denominator === null ? [1] : [1, 2])).length)
  await Promise.all(
    shown.map(async ({ label, n, href }) => {
      const list = listOf(href)
      expect(list.area, label).toBe(area)
      expect(await witness.countOf(list.measure, area, list.overdueOnly), `list behind ${label}`).toBe(n)
      const workbook = await witness.workbookOf(list.measure, area, list.overdueOnly)
      expect(await workbookRows(workbook), `workbook behind ${label}`).toHaveLength(n)
    }),
  )
  return shown
}

const drillDown = async (page: Page, areaName: string): Promise<void> => {
  await page.getByRole('table').getByRole('link', { name: areaName, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: areaName }).waitFor()
}

test('the governor goes from the province to one village, and every number is its list and its Excel file, to the unit', async () => {
  const page = await journey.signIn(governor, 'desk')
  const witness = await journey.witness(governor)

  const ofProvince = await checkPage(page, witness, '49')
  for (const number of ofProvince) expect(await clickAndCount(page, number), number.label).toBe(number.n)

  for (const [name, area] of [
    ['เมืองมุกดาหาร', mueang],
    ['โพนทราย', phonSai],
    ['บ้านคำฮี หมู่ที่ 7', khamHi],
  ] as const) {
    await drillDown(page, name)
    const [first] = await checkPage(page, witness, area)
    if (first === undefined) throw new Error('no number on the page')
    expect(await clickAndCount(page, first), `${first.label} ${area}`).toBe(first.n)
  }
})

test('the Excel file that an officer downloads from a list holds the rows that the list says it has', async () => {
  const page = await journey.signIn(officerOfMueang, 'desk')
  await page.getByRole('article', { name: 'ปัญหาที่แก้ไขแล้ว' }).getByRole('link').first().click()
  const button = page.getByRole('link', { name: 'ดาวน์โหลด Excel' })
  await button.waitFor()
  const total = await totalOfOpenList(page)
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  expect(await workbookRows(await readFile(await download.path()))).toHaveLength(total)
})
