import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { expect, test } from 'vitest'
import { householdAt } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { khamHi, officerOfDonTan, officerOfMueang } from './support/people.ts'

const journey = beginJourney()

const notThere = 'ไม่พบรายการนี้ หรืออยู่นอกพื้นที่ของท่าน'

test('an officer of Don Tan who opens a Mueang household by its address gets the same calm answer as for one that is not there', async () => {
  journey.expectNoise(/the server responded with a status of 404/)
  const ofMueang = await journey.witness(officerOfMueang)
  const household = await householdAt(ofMueang, khamHi, '97')
  const { household: record } = await ofMueang.ask(readHousehold, { params: { householdId: household.householdId } })

  const page = await journey.signIn(officerOfDonTan, 'desk')
  const answers: string[] = []
  page.on('response', async response => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''))
  })
  await page.goto(`${journey.url}/households/${household.householdId}`)
  await page.getByRole('heading', { name: notThere }).waitFor()
  const denied = await page.getByRole('main').textContent()

  const secrets = [record.address.houseCode ?? '', ...record.members.flatMap(one => [memberName(one), one.lastName])]
  for (const secret of secrets.filter(text => text.length > 3)) {
    expect(await page.content()).not.toContain(secret)
    expect(answers.join('\n')).not.toContain(secret)
  }

  await page.goto(`${journey.url}/households/00000000-0000-4000-8000-000000000000`)
  await page.getByRole('heading', { name: notThere }).waitFor()
  expect(await page.getByRole('main').textContent()).toBe(denied)

  const ofDonTan = await journey.witness(officerOfDonTan)
  const refused = await ofDonTan.try(readHousehold, { params: { householdId: household.householdId } })
  expect(refused).toMatchObject({ ok: false, kind: 'refused', status: 404, refusal: { code: 'not-found' } })
})
