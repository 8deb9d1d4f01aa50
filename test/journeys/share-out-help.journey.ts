import { randomUUID } from 'node:crypto'
import { listHouseholds } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { listOrganisations } from '@thaiqm/contract/organisation/organisation-routes.ts'
import { problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, bringAxe } from './support/accessibility.ts'
import { recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { chiefOfMueang, officerOfMueang, phuengDaet } from './support/people.ts'
import { pushCommand, pushToLedger } from './support/push-command.ts'
import type { Witness } from './support/witness.ts'

const journey = beginJourney()
const tambon = phuengDaet.slice(0, 6)
/** A unit nobody else in the practice province counts in: only this story's needs and offers meet. */
const unit = 'แผ่นทดลอง'

/** Households of the tambon, each with one hardship that may be published. */
const hardshipsIn = async (witness: Witness, wanted: number) => {
  const { rows } = await witness.ask(listHouseholds, { query: { area: tambon, pageSize: 200 } })
  const found: { household: HouseholdView; problemId: string }[] = []
  for (const row of rows) {
    if (found.length === wanted) break
    const household = await recordOf(witness, row)
    const problem = household.problems.find(
      one => problemAllows[one.state].includes('PublishNeed') && !one.restricted && one.need === undefined,
    )
    if (problem !== undefined) found.push({ household, problemId: problem.id })
  }
  expect(found).toHaveLength(wanted)
  return found
}

const whatOf = (at: number) => `สังกะสีชุด${['แดง', 'เขียว', 'ขาว', 'ดำ'][at]}`

const rowOf = (page: Page, at: number) => page.getByRole('row').filter({ hasText: whatOf(at) })

test('sixty sheets and four roofs: the machine proposes, an officer decides, nothing is taken twice', async () => {
  const witness = await journey.witness(officerOfMueang)
  const hardships = await hardshipsIn(witness, 4)
  for (const [at, { household, problemId }] of hardships.entries()) {
    const input = { problemId, what: whatOf(at), quantity: 20, unit, budgetBaht: null, dueOn: null }
    expect(await pushCommand(witness, household, { type: 'PublishNeed', input } as never)).toMatchObject({
      refusal: null,
    })
  }
  const { organisations } = await witness.ask(listOrganisations, { query: {} })
  const partner = organisations.find(one => one.sector === 'REL')
  const offer = {
    organisationId: partner?.organisationId,
    what: 'สังกะสีมุงหลังคา',
    remedyIds: [],
    kindCodes: [],
    unit,
    quantity: 60,
    budgetBaht: null,
    fromOn: '2024-01-01',
    untilOn: '2024-09-30',
    areaCode: tambon,
  }
  const offerId = randomUUID()
  const onOffer = { ledgerKind: 'offer' as const, ledgerId: offerId, basedOnVersion: null }
  expect((await pushToLedger(witness, { ...onOffer, type: 'AddOffer', input: offer })).outcome).toBe('applied')

  const page = await journey.signIn(chiefOfMueang, 'desk')
  await bringAxe(page)
  await page.goto(`${journey.url}/assignment?area=${tambon}`)
  await page.getByRole('button', { name: 'เสนอการจัดสรร' }).click()
  await page.getByText('พิสูจน์แล้วว่าไม่มีวิธีจัดสรรอื่น').waitFor()
  const section = page.getByRole('table', { name: 'สังกะสีมุงหลังคา' })
  await page.getByText(`เหลืออยู่ 60 ${unit} หลังจัดสรรเหลือ 0 ${unit}`).waitFor()
  expect(await section.getByRole('row').count()).toBe(4)

  expect(await barriers(page)).toEqual([])
  await page.getByRole('tab', { name: /ยังไม่ได้รับจัดสรร/ }).click()
  await page
    .getByText(/จัดสรรให้ผู้ที่/)
    .first()
    .waitFor()
  const names = await page.getByRole('row').allTextContents()
  const left = hardships.findIndex((_, at) => names.some(text => text.includes(whatOf(at))))
  expect(left).toBeGreaterThanOrEqual(0)

  // The officer knows better: this one first.
  await rowOf(page, left)
    .getByRole('button', { name: /กำหนดข้อเสนอให้/ })
    .click()
  await page.getByRole('dialog').getByRole('radio').first().check({ force: true })
  await page.getByRole('dialog').getByRole('button', { name: 'กำหนดคู่นี้' }).click()
  await page.getByRole('button', { name: 'เสนอใหม่' }).first().click()
  await page.getByText('การเสนอเป็นไปตามเงื่อนไขที่ท่านกำหนด 1 รายการ').waitFor()
  await rowOf(page, left).getByText('กำหนดไว้').waitFor()

  // Somebody takes twenty sheets meanwhile: the last of the three rows is not taken, and says why.
  const other = hardships[left === 0 ? 1 : 0]
  const taken = {
    allocationId: randomUUID(),
    problemId: other?.problemId,
    quantity: 20,
    budgetBaht: 0,
    dueOn: null,
    note: '',
  }
  expect((await pushToLedger(witness, { ...onOffer, type: 'TakeFromOffer', input: taken })).outcome).toBe('applied')
  await page.getByRole('button', { name: 'ยืนยันจองที่เลือก' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'ยืนยันจองที่เลือก' }).click()
  await section.getByText('จองแล้ว').nth(1).waitFor()
  await section.getByText(/มีผู้จองไปก่อนแล้ว/).waitFor()
  expect(await section.getByText('จองแล้ว').count()).toBe(2)

  // What is taken is proposed no more; whose twenty sheets another had first is told why there are none.
  await page.getByText('ผลด้านล่างยังไม่รวมการเปลี่ยนแปลงล่าสุด').waitFor()
  await page.getByRole('button', { name: 'เสนอใหม่' }).first().click()
  await page.getByText('ไม่มีคู่ที่เสนอได้').waitFor()
})
