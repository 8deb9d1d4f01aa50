import { missedReasons, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { expect, test } from 'vitest'
import { recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { whereThePhoneIs } from './support/open-browser.ts'
import { headOfKhamHi, khamHi, tambonOfficer } from './support/people.ts'
import { addMember, answersOf, answerToTheEnd, nextSection, sendForm, tellOfVisit } from './support/survey-on-phone.ts'

const journey = beginJourney()
const reasonM3 = missedReasons.find(({ code }) => code === 'M3')?.th ?? ''

test('a shack without a number, missed in 2565, is found by its place, surveyed, and stands in the list of the missed', async () => {
  const witness = await journey.witness(tambonOfficer)
  const before = await witness.figure('missed-found', khamHi)

  const phone = await journey.signIn(headOfKhamHi, 'phone')
  await phone.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7' }).click()
  await phone.getByRole('link', { name: 'เพิ่มครัวเรือนตกหล่น' }).click()
  await phone.getByText(reasonM3, { exact: true }).click()
  await phone.getByText('จำเป็นต้องบันทึกพิกัดเพื่อให้กลับมาหาบ้านได้').waitFor()
  const save = phone.getByRole('button', { name: 'บันทึกและเริ่มสำรวจ' })
  expect(await save.isDisabled()).toBe(true)
  await phone.getByRole('button', { name: 'บันทึกพิกัดบ้าน' }).click()
  await save.click()

  await phone.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).click()
  await tellOfVisit(phone)
  await nextSection(phone)
  const answers = answersOf([{ age: 46, sex: 'female' }], {
    Q101A: 'none',
    Q106: 'public',
    QA00: 'has_problem',
    QA01: ['hardworking'],
    QA02: ['farming'],
    QA03: ['none'],
    QA04: ['house'],
    QA05: 'developable',
  })
  await answerToTheEnd(phone, answers, async section => {
    if (section === 'members')
      await addMember(phone, {
        firstName: 'บัวลอย',
        lastName: 'ริมห้วย',
        sex: 'หญิง',
        bornBe: '2520',
        relation: 'หัวหน้าครัวเรือน',
      })
  })
  await phone.getByRole('heading', { name: `P505 ${problemKindByCode.get('P505')?.th}` }).waitFor()
  await phone.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()
  await sendForm(phone)

  const { rows, total } = await witness.ask(readCountedList, {
    params: { measure: 'missed-household' },
    query: { area: khamHi, detail: 'M3', pageSize: 200 },
  })
  const found = rows.filter(row => row.headName.includes('บัวลอย'))
  expect(found).toHaveLength(1)
  expect(total).toBe(rows.length)
  expect(found[0]).toMatchObject({ houseNumber: '', houseCode: null, origin: 'MISSED', missedReason: 'M3' })
  expect(found[0]?.latitude).toBeCloseTo(whereThePhoneIs.latitude, 4)
  expect(await witness.figure('missed-found', khamHi)).toEqual({ n: before.n + 1, of: null })
  const [row] = found
  if (row === undefined) throw new Error('not in the list')
  const record = await recordOf(witness, row)
  expect(record.problems.find(({ kindCode }) => kindCode === 'P505')).toMatchObject({ state: 'OPEN', source: 'SURVEY' })

  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/?area=${khamHi}`)
  await desk.getByRole('article', { name: 'พบครัวเรือนตกหล่น' }).getByRole('link').first().click()
  const listed = desk.getByRole('table').getByRole('row').filter({ hasText: 'บัวลอย' })
  await listed.getByText('ไม่มีบ้านเลขที่').waitFor()
})
