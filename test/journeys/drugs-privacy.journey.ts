import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { listAudit } from '@thaiqm/contract/audit/audit-routes.ts'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import { findFigure } from '@thaiqm/core/measure/figure.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import {
  dataProtectionOfficer,
  designatedOfficerOfMueang,
  headOfKhamHi,
  khamHi,
  officerOfMueang,
  phonSai,
} from './support/people.ts'
import { problemRow } from './support/problem-in-office.ts'
import { openHousehold } from './support/survey-on-phone.ts'
import { workbookRows } from './support/workbook-rows.ts'

const journey = beginJourney()
const drugs = problemKindByCode.get('P601')?.th ?? ''

/** Everything the server has told this page, besides what the page shows. */
const listen = (page: Page): { readonly heard: () => string } => {
  const answers: string[] = []
  page.on('response', async response => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''))
  })
  return { heard: () => answers.join('\n') }
}

const saysNothingOfDrugs = async (page: Page, heard: string): Promise<void> => {
  const shown = await page.locator('body').textContent()
  for (const telling of ['P601', drugs]) {
    expect(shown).not.toContain(telling)
    expect(heard).not.toContain(telling)
  }
}

test('the village head’s phone never hears of the drugs in house 58', async () => {
  const phone = await journey.open('phone')
  const { heard } = listen(phone)
  await journey.enter(phone, headOfKhamHi)
  await openHousehold(phone, 'บ้านคำฮี หมู่ที่ 7', '58')
  await phone
    .getByText(problemKindByCode.get('P209')?.th ?? '')
    .first()
    .waitFor()
  await saysNothingOfDrugs(phone, heard())
})

test('an officer who is not designated finds them neither on the page, in the list, in the figure nor in the Excel file', async () => {
  const witness = await journey.witness(officerOfMueang)
  const house = await householdAt(witness, khamHi, '58')
  const desk = await journey.open('desk')
  const { heard } = listen(desk)
  await journey.enter(desk, officerOfMueang)
  await desk.goto(`${journey.url}/households/${house.householdId}`)
  await problemRow(desk, 'P209').waitFor()
  await saysNothingOfDrugs(desk, heard())
  await desk.getByRole('tab', { name: 'เส้นเวลา' }).click()
  await desk.getByRole('tabpanel').getByRole('listitem').first().waitFor()
  await saysNothingOfDrugs(desk, heard())
  await desk.goto(`${journey.url}/lists/problem?area=${khamHi}`)
  await desk.getByRole('table').getByRole('row').nth(1).waitFor()
  await saysNothingOfDrugs(desk, heard())

  const rows = await workbookRows(await witness.workbookOf('problem', khamHi))
  expect(rows.filter(row => row['รหัสปัญหา'] === 'P601')).toEqual([])
  expect(rows).toHaveLength((await witness.figure('solved', khamHi)).of ?? -1)
})

test('the designated officer sees them, marked as restricted, and counts one more', async () => {
  const designated = await journey.witness(designatedOfficerOfMueang)
  const officer = await journey.witness(officerOfMueang)
  const house = await householdAt(designated, khamHi, '58')
  expect((await recordOf(designated, house)).problems.map(({ kindCode }) => kindCode)).toContain('P601')
  const seen = (await designated.figure('solved', khamHi)).of ?? 0
  expect(seen).toBeGreaterThan((await officer.figure('solved', khamHi)).of ?? 0)
  expect(await designated.countOf('problem', khamHi)).toBe(seen)

  const desk = await journey.signIn(designatedOfficerOfMueang, 'desk')
  await desk.goto(`${journey.url}/households/${house.householdId}`)
  await problemRow(desk, 'P601').getByText('ข้อมูลจำกัดผู้เข้าถึง').waitFor()
})

test('the text for LINE names areas and numbers only; every view of the house stands in the audit, with the post that looked', async () => {
  const desk = await journey.signIn(officerOfMueang, 'desk')
  await desk.goto(`${journey.url}/?area=${phonSai}`)
  await desk.getByRole('button', { name: 'คัดลอกสำหรับ LINE' }).click()
  const text = (await desk.getByRole('dialog').textContent()) ?? ''
  expect(text).toMatch(/ณ \d+ /)
  expect(text).toMatch(/บ้านคำฮี หมู่ที่ 7: \d+ จาก \d+/)
  expect(text).not.toMatch(/P\d{3}/)
  expect(text).not.toContain(drugs)
  const designatedDesk = await journey.signIn(designatedOfficerOfMueang, 'desk')
  await designatedDesk.goto(`${journey.url}/?area=${phonSai}`)
  await designatedDesk.getByRole('button', { name: 'คัดลอกสำหรับ LINE' }).click()
  expect(await designatedDesk.getByRole('dialog').textContent()).not.toContain(findFigure('solved')?.nameTh ?? 'solved')

  const house = await householdAt(await journey.witness(officerOfMueang), khamHi, '58')
  const auditor = await journey.witness(dataProtectionOfficer)
  const { lines } = await auditor.ask(listAudit, { query: { objectId: house.householdId, act: 'ReadHousehold' } })
  const posts = new Set(lines.map(line => line.byPosition))
  expect(posts).toContain(officerOfMueang)
  expect(posts).toContain(designatedOfficerOfMueang)
  expect(JSON.stringify(lines)).not.toContain('P601')
  const hidden = await auditor.try(readHousehold, { params: { householdId: house.householdId } })
  expect(hidden.ok).toBe(false)
})
