import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfKhamHi, khamHi, tambonOfficer } from './support/people.ts'
import {
  beginSurvey,
  giveVerdict,
  goToSummary,
  nextSection,
  oldHardship,
  openHousehold,
  sameAsLastRound,
  sendForm,
  tellOfVisit,
  typeDay,
} from './support/survey-on-phone.ts'

const journey = beginJourney()
const toiletKind = problemKindByCode.get('P204')

test('an unfinished toilet cannot be sent without its cause and a day by 30 September 2567; with both it is sent and goes back to work', async () => {
  const witness = await journey.witness(tambonOfficer)
  const house = await householdAt(witness, khamHi, '24')
  const phone = await journey.signIn(headOfKhamHi, 'phone')
  await openHousehold(phone, 'บ้านคำฮี หมู่ที่ 7', '24')
  await beginSurvey(phone)
  await tellOfVisit(phone)
  await nextSection(phone)
  await sameAsLastRound(phone)

  const toilet = oldHardship(phone, toiletKind?.th ?? '')
  await giveVerdict(toilet, 'R2')
  await nextSection(phone)
  await sameAsLastRound(phone)
  await phone.getByText('ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้').click()

  const send = phone.getByRole('button', { name: 'ส่งแบบสำรวจ' })
  expect(await send.isDisabled()).toBe(true)
  await phone.getByRole('link', { name: 'ปัญหาเดิมยังตรวจสอบไม่ครบทุกเรื่อง' }).click()
  await toilet.getByText('โปรดเลือกหรือระบุสาเหตุอย่างน้อย 1 ข้อ').waitFor()
  await toilet.getByText('โปรดกำหนดวันที่จะแล้วเสร็จ').waitFor()

  await toilet.getByText(toiletKind?.causes[0]?.th ?? '', { exact: true }).click()
  const day = toilet.getByRole('group', { name: 'กำหนดแล้วเสร็จ' })
  await typeDay(day, '01', '10', '2567')
  await toilet.getByText('เกินกำหนดแก้ไขของรอบ โปรดกำหนดวันใหม่').waitFor()
  await goToSummary(phone)
  await phone.getByRole('link', { name: 'ปัญหาเดิมยังตรวจสอบไม่ครบทุกเรื่อง' }).waitFor()
  expect(await send.isDisabled()).toBe(true)
  expect((await recordOf(witness, house)).surveys).toEqual([])

  await phone.getByRole('link', { name: 'ปัญหาเดิมยังตรวจสอบไม่ครบทุกเรื่อง' }).click()
  await typeDay(day, '30', '09', '2567')
  await goToSummary(phone)
  await phone.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
  await sendForm(phone)

  const problem = (await recordOf(witness, house)).problems.find(({ kindCode }) => kindCode === 'P204')
  expect(problem).toMatchObject({
    state: 'IN_PROGRESS',
    dueOn: '2024-09-30',
    causeCodes: [toiletKind?.causes[0]?.code],
  })
})
