import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { surveyIn } from '@thaiqm/core/household/household.ts'
import { surveyStateNames } from '@thaiqm/core/survey/survey-state-name.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfSongKhon, officerOfDongLuang, songKhon, tambonOfficerOfDongLuang } from './support/people.ts'
import { appIsStored, findSignal, loseSignal, noSignalNoise } from './support/signal.ts'
import {
  answerSection,
  beginSurvey,
  finishForm,
  giveVerdict,
  nextSection,
  oldHardship,
  openHousehold,
  sameAsLastRound,
  sendForm,
  tellOfVisit,
} from './support/survey-on-phone.ts'

const journey = beginJourney()
const why = 'ข้อ Q106 เอกสารสิทธิเป็น ส.ป.ก. โปรดตรวจกับเจ้าบ้านอีกครั้ง'
const hardship = problemKindByCode.get('P215')?.th ?? ''

/** House 105 up to the last button; the two who survey it say different things of the house's right to its land only. */
const surveyHouse105 = async (page: Page, land: 'deed' | 'spk'): Promise<void> => {
  await beginSurvey(page)
  await tellOfVisit(page)
  await nextSection(page)
  await answerSection(page, { Q101A: 'registered', Q105: 'own', Q106: land })
  await nextSection(page)
  await sameAsLastRound(page)
  const card = oldHardship(page, hardship)
  await giveVerdict(card, 'R5')
  await card.getByRole('textbox', { name: 'เหตุผล' }).fill('ไม่พบปัญหานี้แล้ว')
  await nextSection(page)
  await sameAsLastRound(page)
  await page.getByText('ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้').click()
  await page.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
}

test('two people survey one house without knowing of each other: the district sees both answers side by side with names and times, and can verify only after it has chosen; certified, it can still be sent back with a reason', async () => {
  journey.expectNoise(noSignalNoise)
  const witness = await journey.witness(officerOfDongLuang)
  const house = await householdAt(witness, songKhon, '105')

  const head = await journey.signIn(headOfSongKhon, 'phone')
  await openHousehold(head, 'บ้านสองคอน หมู่ที่ 2', '105')
  await appIsStored(head)
  await loseSignal(head)
  await surveyHouse105(head, 'deed')
  await finishForm(head)

  const officer = await journey.signIn(tambonOfficerOfDongLuang, 'phone')
  await openHousehold(officer, 'บ้านสองคอน หมู่ที่ 2', '105')
  await surveyHouse105(officer, 'spk')
  await sendForm(officer)

  await findSignal(head)
  await head.getByText('ระบบรับแบบสำรวจแล้ว').waitFor()

  const desk = await journey.signIn(officerOfDongLuang, 'desk')
  await desk.goto(`${journey.url}/households/${house.householdId}`)
  const conflict = desk.getByRole('region', { name: 'ข้อมูลไม่ตรงกัน 1 รายการ' })
  await conflict.waitFor()
  const { conflicts = [] } = await recordOf(witness, house)
  expect(conflicts).toMatchObject([
    {
      place: { kind: 'answer', questionId: 'Q106' },
      standing: { value: { answer: 'spk' } },
      other: { value: { answer: 'deed' } },
    },
  ])
  for (const side of conflicts.flatMap(one => [one.standing, one.other]))
    expect(await conflict.textContent()).toContain(side.name ?? 'nobody')
  expect(((await conflict.textContent()) ?? '').match(/12 ม\.ค\. 2567|12 มกราคม 2567/g)).toHaveLength(2)

  await desk.getByRole('tab', { name: 'แบบสำรวจ' }).click()
  const verify = desk.getByRole('button', { name: 'ตรวจผ่าน' })
  await verify.waitFor()
  expect(await verify.isDisabled()).toBe(true)

  await conflict.getByText('โฉนด', { exact: false }).first().click()
  await conflict.getByRole('button', { name: 'ยืนยัน 1 รายการ' }).click()
  await conflict.waitFor({ state: 'detached' })
  await verify.click()
  await desk.getByText(surveyStateNames.VERIFIED.th).first().waitFor()

  // Certified as it stands; then somebody in the village calls: the district sends it back, in words the surveyor can act on.
  await desk.getByRole('button', { name: 'รับรองข้อมูล' }).click()
  await desk.getByText(surveyStateNames.CERTIFIED.th).first().waitFor()
  expect((await recordOf(witness, house)).surveys.map(one => one.state)).toEqual(['CERTIFIED'])
  await desk.getByRole('button', { name: 'ส่งกลับแก้ไข' }).click()
  const back = desk.getByRole('dialog')
  await back.getByRole('button', { name: 'ส่งกลับ', exact: true }).click()
  await back.getByText('โปรดระบุเหตุผล').waitFor()
  await back.getByRole('textbox', { name: 'เหตุผลและสิ่งที่ต้องแก้ไข' }).fill(why)
  await back.getByRole('button', { name: 'ส่งกลับ', exact: true }).click()
  await back.waitFor({ state: 'detached' })
  await desk.getByText(why).waitFor()
  expect(await desk.getByRole('button', { name: 'รับรองข้อมูล' }).count()).toBe(0)

  const record = await recordOf(witness, house)
  expect(record.surveys).toMatchObject([{ state: 'RETURNED', returnReason: why }])
  const [survey] = record.surveys
  expect(survey === undefined ? undefined : surveyIn(record as never, survey.roundId)?.answers.household).toMatchObject(
    {
      Q106: 'deed',
    },
  )
})
