import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { kamnanOfPhuengDaet, phuengDaet, tambonOfficerOfPhuengDaet } from './support/people.ts'
import { aPhotograph } from './support/photograph.ts'
import { appIsStored } from './support/signal.ts'
import { openHousehold } from './support/survey-on-phone.ts'

const journey = beginJourney()
const consentCard = 'ความยินยอมให้ผู้ช่วยเหลือเห็นภาพ'
const continuousCare = problemKindByCode.get('P108')?.th ?? ''

test('the kamnan records help with a photograph; without a signal the tambon officer sees it as it was, verifies the form, closes the hardship beside a new photograph and writes down who lets the helper see it', async () => {
  journey.expectNoise(/ERR_INTERNET_DISCONNECTED/)
  const kamnan = await journey.signIn(kamnanOfPhuengDaet, 'phone')
  await openHousehold(kamnan, 'บ้านผึ่งแดด หมู่ที่ 1', '1')
  await kamnan.getByRole('heading', { name: 'แบบสำรวจรอบนี้' }).waitFor()
  expect(await kamnan.getByRole('heading', { name: 'ตรวจแบบสำรวจ (ตำบล)' }).count()).toBe(0)
  await kamnan.getByRole('link', { name: 'บันทึกการช่วยเหลือ' }).click()
  await kamnan.getByText(continuousCare).click()
  await kamnan.getByRole('textbox', { name: 'สิ่งที่ช่วยเหลือ' }).fill('นำส่งโรงพยาบาลตามนัด')
  await kamnan.getByRole('textbox', { name: 'ชื่อผู้ให้หรือหน่วยงาน' }).fill('กองทุนหมู่บ้าน')
  const [camera] = await Promise.all([
    kamnan.waitForEvent('filechooser'),
    kamnan.getByRole('button', { name: 'ถ่ายภาพหลักฐาน' }).click(),
  ])
  await camera.setFiles(aPhotograph(0x60))
  await kamnan.getByRole('img', { name: 'ภาพที่ 1' }).waitFor()
  await kamnan.getByText('ช่วยเหลือครบแล้ว รอเจ้าหน้าที่คนอื่นตรวจผล').click()
  await kamnan.getByRole('button', { name: 'บันทึกการช่วยเหลือ' }).click()
  // Who stands before the camera is asked there and then, or later.
  await kamnan.getByRole('region', { name: consentCard }).getByText('ผู้ให้ความช่วยเหลือไม่เห็นภาพนี้').waitFor()
  await kamnan.getByRole('button', { name: 'เสร็จสิ้น' }).click()
  await kamnan.getByRole('heading', { level: 1, name: 'บ้านเลขที่ 1' }).waitFor()

  const witness = await journey.witness(tambonOfficerOfPhuengDaet)
  const house = await householdAt(witness, phuengDaet, '1')
  const careOf = async () => (await recordOf(witness, house)).problems.find(one => one.kindCode === 'P108')
  await expect.poll(async () => (await careOf())?.evidence.length).toBe(1)
  const photo = (await careOf())?.evidence[0]
  const photoHash = photo?.kind === 'photo' ? photo.photo : ''
  await expect
    .poll(() =>
      kamnan.evaluate(async hash => (await fetch(`/api/photos/${hash}/progress`)).json(), photoHash as string),
    )
    .toMatchObject({ isWhole: true })

  const officer = await journey.signIn(tambonOfficerOfPhuengDaet, 'phone')
  await officer.getByRole('link', { name: 'เลือกครัวเรือนในบ้านผึ่งแดด หมู่ที่ 1' }).click()
  await officer.getByText('รอตรวจ 1', { exact: true }).click()
  await officer.getByRole('link', { name: 'บ้านเลขที่ 1', exact: true }).click()
  const card = officer.getByRole('region', { name: 'ตรวจแบบสำรวจ (ตำบล)' })
  await card.getByText('ผลตรวจสอบปัญหาเดิม').waitFor()
  expect(await card.getByText('ไม่พบปัญหา', { exact: false }).count()).toBeGreaterThan(0)
  await officer.getByRole('img', { name: /ภาพการช่วยเหลือ .*2567/ }).waitFor()

  const headName = (await recordOf(witness, house)).members
    .filter(m => m.isHead)
    .map(memberName)
    .join()
  await appIsStored(officer)
  await officer.context().setOffline(true)
  await card.getByRole('button', { name: 'ตรวจแล้ว ถูกต้อง' }).click()
  await card.waitFor({ state: 'detached' })
  await officer.getByRole('link', { name: continuousCare }).click()
  const photos = officer.getByRole('region', { name: 'ภาพก่อนและปัจจุบัน' })
  await photos.getByRole('img', { name: /ภาพการช่วยเหลือ .*2567/ }).waitFor()
  const [again] = await Promise.all([
    officer.waitForEvent('filechooser'),
    officer.getByRole('button', { name: 'ถ่ายภาพหลักฐาน' }).click(),
  ])
  await again.setFiles(aPhotograph(0xc0))
  await photos.getByRole('button', { name: 'ขยายภาพที่ถ่ายครั้งนี้ 1' }).click()
  const large = officer.getByRole('dialog')
  await large.getByRole('img', { name: 'ภาพที่ถ่ายครั้งนี้ 1' }).waitFor()
  await large.getByRole('img', { name: /ภาพการช่วยเหลือ/ }).waitFor()
  await officer.keyboard.press('Escape')
  await officer.getByRole('textbox', { name: 'ผลการตรวจ' }).fill('ไปพบแพทย์ตามนัดแล้ว')
  await officer.getByRole('button', { name: 'ยืนยันว่าแก้ไขแล้วเสร็จ' }).click()
  await officer.getByText('แก้ไขแล้วเสร็จ').first().waitFor()
  const asked = officer.getByRole('region', { name: consentCard }).getByRole('listitem')
  await asked.nth(1).waitFor()
  await asked.first().getByRole('button', { name: 'บันทึกความยินยอม' }).click()
  await asked.first().getByText(headName, { exact: true }).click()
  await asked.first().getByText('ผู้อยู่ในภาพยินยอมให้ผู้ให้ความช่วยเหลือเห็นภาพนี้').click()
  await asked.first().getByText('ตรวจแล้ว ในภาพไม่มีป้ายชื่อ บ้านเลขที่ หรือเอกสารของครัวเรือน').click()
  await asked.first().getByRole('button', { name: 'บันทึกความยินยอม' }).click()
  await asked.first().getByRole('button', { name: 'ถอนความยินยอม' }).waitFor()

  await officer.getByRole('link', { name: 'ฉัน' }).click()
  await officer.getByRole('link', { name: 'งานที่ฉันทำแล้ว' }).click()
  await expect.poll(() => officer.getByText('ในเครื่อง', { exact: true }).count()).toBe(3)
  expect((await careOf())?.state).toBe('ASSISTED')

  await officer.context().setOffline(false)
  await officer
    .getByText(/เลขรับที่ \d+/)
    .first()
    .waitFor()
  await expect.poll(() => officer.getByText('ในเครื่อง', { exact: true }).count()).toBe(0)
  const record = await recordOf(witness, house)
  expect(record.surveys.map(survey => survey.state)).toEqual(['VERIFIED'])
  expect((await careOf())?.state).toBe('RESOLVED')
  expect((await careOf())?.evidence).toHaveLength(2)
  expect(record.photoConsents).toMatchObject([{ consentedBy: headName, withdrawnOn: null }])
})
