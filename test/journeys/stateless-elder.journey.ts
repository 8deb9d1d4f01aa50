import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { memberAge } from '@thaiqm/core/member/member.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { designatedOfficerOfMueang, headOfKhokSung, khokSung, managerOfFoundation } from './support/people.ts'
import { choose, openAct } from './support/problem-in-office.ts'
import {
  answersOf,
  answerToTheEnd,
  beginSurvey,
  nextSection,
  openHousehold,
  sendForm,
  tellOfVisit,
} from './support/survey-on-phone.ts'

const journey = beginJourney()
const today = '2024-01-12' as Day

test('an elder with a 0-number is recorded as she is: no status is a hardship, the Thai elders’ allowance is not asked for, and a partner never reads her name', async () => {
  const witness = await journey.witness(designatedOfficerOfMueang)
  const house = await householdAt(witness, khokSung, '8/1')
  const [elder] = (await recordOf(witness, house)).members.filter(one => (memberAge(one, today) ?? 0) >= 60)
  if (elder === undefined) throw new Error('nobody old lives there')
  const number = elder.nationalNumber ?? ''
  expect(number).toMatch(/^0\d{12}$/)

  const phone = await journey.signIn(headOfKhokSung, 'phone')
  await openHousehold(phone, 'บ้านโคกสูง หมู่ที่ 5', '8/1')
  await beginSurvey(phone)
  await tellOfVisit(phone)
  await nextSection(phone)
  const answers = answersOf([{ age: memberAge(elder, today) ?? 70, sex: elder.sex ?? 'female' }], {
    Q203: 'elsewhere',
    Q703: 'supported',
    QA00: 'has_problem',
    QA01: ['open'],
    QA02: ['craft'],
    QA03: ['none'],
    QA04: ['papers'],
    QA05: 'welfare',
  })
  await answerToTheEnd(phone, answers, async section => {
    if (section === 'household') await phone.getByText('บุคคลไม่มีสถานะทางทะเบียน', { exact: true }).click()
    if (section !== 'members') return
    await phone.getByRole('button', { name: `แก้ไข ${elder.title}${elder.firstName}` }).click()
    const typed = phone.getByRole('dialog').getByRole('textbox', { name: 'เลขประจำตัวประชาชน 13 หลัก' })
    const wrong = number.slice(0, 12) + String((Number(number.at(-1)) + 1) % 10)
    await typed.fill(wrong)
    await phone.getByText('เลขนี้ไม่ถูกต้อง เลขหลักสุดท้ายไม่ตรง').waitFor()
    await typed.fill(number)
    await phone.getByText('เลขถูกต้อง (บุคคลไม่มีสถานะทางทะเบียน (เลข 0))').waitFor()
    await phone.getByRole('button', { name: 'บันทึกสมาชิก' }).click()
  })
  await phone.getByRole('heading', { name: `P504 ${problemKindByCode.get('P504')?.th}` }).waitFor()
  expect(await phone.getByRole('heading', { name: /P506/ }).count()).toBe(0)
  await phone.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
  await sendForm(phone)

  const record = await recordOf(witness, house)
  expect(record.problems.find(({ kindCode }) => kindCode === 'P504')).toMatchObject({
    memberId: elder.id,
    state: 'OPEN',
  })
  expect(record.problems.map(({ kindCode }) => kindCode)).not.toContain('P506')
  expect(record.members.find(({ id }) => id === elder.id)).toMatchObject({ idKind: 'CAT0', numberStatus: 'valid' })

  const desk = await journey.signIn(designatedOfficerOfMueang, 'desk')
  await desk.goto(`${journey.url}/households/${house.householdId}`)
  await openAct(desk, 'P504', 'ส่งต่อหน่วยงาน')
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'หน่วยงานรับผิดชอบ' }).fill('มูลนิธิ')
  await desk.getByRole('option').first().click()
  await choose(desk, dialog, 'หน่วยงานในพื้นที่', 'มูลนิธิน้ำใจริมโขง')
  await dialog.getByRole('button', { name: 'ส่งต่อเรื่อง' }).click()
  await dialog.waitFor({ state: 'detached' })

  journey.expectNoise(/the server responded with a status of 404/)
  const partner = await journey.signIn(managerOfFoundation, 'desk')
  const heard: string[] = []
  partner.on('response', async response => {
    if (response.url().includes('/api/')) heard.push(await response.text().catch(() => ''))
  })
  await partner.goto(`${journey.url}/referrals`)
  await partner.getByRole('heading', { level: 1 }).waitFor()
  await partner.goto(`${journey.url}/households/${house.householdId}`)
  await partner.getByRole('heading', { name: 'เรื่องนี้ไม่ได้เปิดให้หน่วยงานของท่าน' }).waitFor()
  for (const secret of [elder.firstName, elder.lastName, number]) {
    expect(await partner.content()).not.toContain(secret)
    expect(heard.join('\n')).not.toContain(secret)
  }
  const asked = await (await journey.witness(managerOfFoundation)).try(readHousehold, {
    params: { householdId: house.householdId },
  })
  expect(asked).toMatchObject({ ok: false, kind: 'refused', status: 404 })
})
