import { unresolvableReasons } from '@thaiqm/catalogue/catalogue.ts'
import { refusals } from '@thaiqm/contract/refusal/refusals.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { chiefOfMueang, khamHi, officerOfMueang, phonSai, tambonOfficer } from './support/people.ts'
import { choose, openAct, problemRow } from './support/problem-in-office.ts'

const journey = beginJourney()

test('a family that found work is counted as solved; what law does not allow is ruled so by the chief alone, goes on in care, and is never counted as solved', async () => {
  const witness = await journey.witness(officerOfMueang)
  const house = await householdAt(witness, khamHi, '39')
  const address = `${journey.url}/households/${house.householdId}`

  const officer = await journey.signIn(tambonOfficer, 'desk')
  await officer.goto(address)
  for (const kind of ['P402', 'P406']) {
    await officer.getByRole('button', { name: 'เพิ่มปัญหา' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /ประเภทปัญหา/ }).fill(kind)
    await officer
      .getByRole('option', { name: new RegExp(kind) })
      .first()
      .click()
    await dialog.getByRole('button', { name: 'บันทึกปัญหา' }).click()
    await dialog.waitFor({ state: 'detached' })
    await problemRow(officer, kind).waitFor()
  }
  const before = await witness.figure('solved', phonSai)
  const beyond = await witness.figure('unresolvable', phonSai)

  await openAct(officer, 'P402', 'แก้ไขได้ด้วยตนเอง')
  const self = officer.getByRole('dialog')
  await self.getByRole('button', { name: 'บันทึกว่าแก้ไขได้ด้วยตนเอง' }).click()
  await self.getByText(refusals['how-missing'].th).first().waitFor()
  await choose(officer, self, 'แก้ไขด้วยวิธีใด( \\*)?', 'หางานทำหรือมีรายได้เพิ่มขึ้นเอง')
  await self.getByRole('button', { name: 'บันทึกว่าแก้ไขได้ด้วยตนเอง' }).click()
  await self.waitFor({ state: 'detached' })
  await problemRow(officer, 'P402').getByText(problemStateNames.SELF_RESOLVED.th).first().waitFor()
  expect(await witness.figure('solved', phonSai)).toEqual({ n: before.n + 1, of: before.of })

  // The ruling is the chief's: nobody below is offered it.
  await problemRow(officer, 'P406').getByRole('button', { name: 'การดำเนินการกับปัญหา P406' }).click()
  await officer.getByRole('menuitem', { name: 'ส่งต่อหน่วยงาน' }).waitFor({ state: 'detached' })
  expect(await officer.getByRole('menuitem', { name: 'วินิจฉัยว่าแก้ไขไม่ได้' }).count()).toBe(0)

  const chief = await journey.signIn(chiefOfMueang, 'desk')
  await chief.goto(address)
  await openAct(chief, 'P406', 'วินิจฉัยว่าแก้ไขไม่ได้')
  const ruling = chief.getByRole('dialog')
  const law = unresolvableReasons.find(({ code }) => code === 'LAW_LAND')?.th ?? ''
  await choose(chief, ruling, 'เหตุที่แก้ไขไม่ได้( \\*)?', law)
  await ruling.getByRole('button', { name: 'บันทึกคำวินิจฉัย' }).click()
  await ruling.getByText(refusals['continuing-care-missing'].th).waitFor()
  await ruling.getByRole('textbox', { name: 'แนวทางดูแลต่อเนื่อง' }).fill('ให้ทำกินไปพลางก่อน และเสนอ คทช.จังหวัด')
  await ruling.getByRole('textbox', { name: /ผู้ดูแลต่อเนื่อง/ }).fill('ทีมปฏิบัติการตำบลโพนทราย')
  await ruling.getByRole('button', { name: 'บันทึกคำวินิจฉัย' }).click()
  await ruling.waitFor({ state: 'detached' })
  await problemRow(chief, 'P406').getByText(problemStateNames.UNRESOLVABLE.th).first().waitFor()
  // Somebody goes on looking: in ninety days at the latest.
  await problemRow(chief, 'P406').getByText('ทีมปฏิบัติการตำบลโพนทราย').waitFor()

  expect((await witness.figure('solved', phonSai)).n).toBe(before.n + 1)
  expect((await witness.figure('unresolvable', phonSai)).n).toBe(beyond.n + 1)
  expect((await recordOf(witness, house)).problems.find(({ kindCode }) => kindCode === 'P406')).toMatchObject({
    state: 'UNRESOLVABLE',
    lane: { lane: 'CARE', ownerName: 'ทีมปฏิบัติการตำบลโพนทราย', lookAgainOn: '2024-04-11' },
  })
})
