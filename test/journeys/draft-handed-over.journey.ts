import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { listPracticePeople } from '@thaiqm/contract/practice/practice-routes.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfNaKhamNoi, naKhamNoi, tambonOfficer } from './support/people.ts'
import { aPhotograph } from './support/photograph.ts'
import {
  answerSection,
  beginSurvey,
  giveVerdict,
  nextSection,
  oldHardship,
  openHousehold,
  sameAsLastRound,
  sendForm,
  tellOfVisit,
} from './support/survey-on-phone.ts'

const journey = beginJourney()

test('a form begun on one phone is handed over and finished by a colleague on another, with its answers and its photograph', async () => {
  const witness = await journey.witness(tambonOfficer)
  const house = await householdAt(witness, naKhamNoi, '4/2')
  const { people } = await witness.ask(listPracticePeople, {})
  const colleague = people.find(({ position }) => position === tambonOfficer)

  const phone = await journey.signIn(headOfNaKhamNoi, 'phone')
  await openHousehold(phone, 'บ้านนาคำน้อย หมู่ที่ 6', '4/2')
  await beginSurvey(phone)
  await tellOfVisit(phone)
  const [chooser] = await Promise.all([
    phone.waitForEvent('filechooser'),
    phone.getByRole('button', { name: 'ถ่ายภาพบ้าน' }).click(),
  ])
  await chooser.setFiles(aPhotograph(0x33))
  await phone.getByRole('img', { name: 'ภาพที่ 1' }).waitFor()
  await nextSection(phone)
  await answerSection(phone, { Q101A: 'registered', Q105: 'lodging', Q106: 'spk' })

  await phone.getByRole('link', { name: 'ย้อนกลับ' }).click()
  await phone.getByRole('link', { name: 'ย้อนกลับ' }).click()
  await phone.getByRole('link', { name: 'งาน', exact: true }).click()
  await phone.getByRole('link', { name: 'ร่างแบบสำรวจ 1 ฉบับ' }).click()
  await phone.getByRole('button', { name: 'ส่งต่อให้ผู้ร่วมงาน' }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByText(colleague?.name ?? '', { exact: true }).click()
  await dialog.getByRole('button', { name: 'ส่งต่อร่าง' }).click()
  await phone.getByText('ไม่มีร่างแบบสำรวจ').waitFor()

  const other = await journey.signIn(tambonOfficer, 'phone')
  await other.getByRole('link', { name: /^ร่างแบบสำรวจ/ }).click()
  await other.getByRole('link', { name: /^บ้านเลขที่ 4\/2/ }).click()
  await other.getByRole('link', { name: 'ทำต่อ' }).click()
  await other.waitForURL(/survey\/\w+/)
  await sameAsLastRound(other)
  for (const { kindCode } of (await recordOf(witness, house)).problems) {
    const card = oldHardship(other, problemKindByCode.get(kindCode)?.th ?? kindCode)
    await giveVerdict(card, 'R5')
    await card.getByRole('textbox', { name: 'เหตุผล' }).fill('ไม่พบปัญหานี้แล้ว')
  }
  await nextSection(other)
  await sameAsLastRound(other)
  await other.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
  await sendForm(other)

  const record = await recordOf(witness, house)
  expect(record.surveys).toMatchObject([
    { state: 'SUBMITTED', answers: { household: { Q105: 'lodging', Q106: 'spk' } } },
  ])
  expect(record.visits).toMatchObject([{ outcome: 'DONE', by: colleague?.personId }])
  const [photo = ''] = record.photos
  await expect
    .poll(async () => (await witness.fetch(`/api/households/${house.householdId}/photos/${photo}`)).status)
    .toBe(200)
})
