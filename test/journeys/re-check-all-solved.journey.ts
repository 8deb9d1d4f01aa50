import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { surveyStateNames } from '@thaiqm/core/survey/survey-state-name.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfKhamHi, khamHi, tambonOfficer } from './support/people.ts'
import { aPhotograph } from './support/photograph.ts'
import {
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
const kind = (code: string): string => problemKindByCode.get(code)?.th ?? code

test('the village head finds all three old hardships of house 97 solved, sends the form, and the tambon verifies it: Re-X-Ray and coverage move by one', async () => {
  const witness = await journey.witness(tambonOfficer)
  const house = await householdAt(witness, khamHi, '97')
  const before = {
    recheck: await witness.figure('re-x-ray', khamHi),
    coverage: await witness.figure('coverage', khamHi),
    solved: await witness.figure('solved', khamHi),
  }

  const phone = await journey.signIn(headOfKhamHi, 'phone')
  await openHousehold(phone, 'บ้านคำฮี หมู่ที่ 7', '97')
  await beginSurvey(phone)
  await tellOfVisit(phone)
  await nextSection(phone)
  await sameAsLastRound(phone)

  const house201 = oldHardship(phone, kind('P201'))
  await giveVerdict(house201, 'R1')
  const [chooser] = await Promise.all([
    phone.waitForEvent('filechooser'),
    house201.getByRole('button', { name: 'ถ่ายภาพหลักฐาน' }).click(),
  ])
  await chooser.setFiles(aPhotograph())
  await house201.getByRole('img', { name: 'ภาพที่ 1' }).waitFor()

  const water = oldHardship(phone, kind('P206'))
  await giveVerdict(water, 'R1')
  await water.getByRole('button', { name: 'เพิ่มเอกสาร' }).click()
  await water.getByRole('textbox', { name: 'เลขที่หรือชื่อเอกสาร' }).fill('ใบส่งมอบงานประปาหมู่บ้าน ที่ 12/2566')
  await water.getByRole('button', { name: 'เพิ่มหลักฐานนี้' }).click()

  const bedding = oldHardship(phone, kind('P217'))
  await giveVerdict(bedding, 'R1')
  await bedding.getByRole('button', { name: 'เพิ่มคำยืนยันของพยาน' }).click()
  await bedding.getByRole('textbox', { name: 'ชื่อพยาน' }).fill('ประธาน อสม. หมู่ที่ 7')
  await bedding.getByRole('textbox', { name: 'คำยืนยันของพยาน' }).fill('ได้รับเครื่องนอนครบทุกคนแล้ว')
  await bedding.getByRole('button', { name: 'เพิ่มหลักฐานนี้' }).click()

  await nextSection(phone)
  await sameAsLastRound(phone)
  await phone.getByText('ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้').click()
  await phone.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
  await sendForm(phone)

  const sent = await recordOf(witness, house)
  expect(sent.problems.map(({ kindCode, state }) => [kindCode, state]).toSorted()).toEqual([
    ['P201', 'RESOLVED'],
    ['P206', 'RESOLVED'],
    ['P217', 'RESOLVED'],
  ])
  expect(sent.problems.flatMap(({ evidence }) => evidence.map(one => one.kind)).toSorted()).toEqual([
    'document',
    'photo',
    'witness',
  ])
  const recheck = await witness.figure('re-x-ray', khamHi)
  expect(recheck).toEqual({ n: before.recheck.n + 1, of: before.recheck.of })
  expect(await witness.countOf('rechecked-household', khamHi)).toBe(recheck.n)
  expect(await witness.figure('solved', khamHi)).toEqual({ n: before.solved.n + 3, of: before.solved.of })
  expect(await witness.figure('coverage', khamHi)).toEqual(before.coverage)

  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/households/${house.householdId}?tab=survey`)
  await desk.getByRole('button', { name: 'ตรวจผ่าน' }).click()
  await desk.getByText(surveyStateNames.VERIFIED.th).first().waitFor()
  await expect
    .poll(() => witness.figure('coverage', khamHi))
    .toEqual({
      n: before.coverage.n + 1,
      of: before.coverage.of,
    })
  await desk.goto(`${journey.url}/?area=${khamHi}`)
  await desk
    .getByRole('article', { name: 'ความครอบคลุม' })
    .getByRole('link', { name: `: ${before.coverage.n + 1}`, exact: false })
    .first()
    .waitFor()
})
