import { afterAll, beforeAll, expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { designatedOfficerOfMueang, headOfKhamHi, khamHi, provincialOfficer, tambonOfficer } from './support/people.ts'
import { unlock } from './support/pin.ts'
import { type RunningServer, startServer } from './support/start-server.ts'
import {
  beginSurvey,
  findInVillage,
  giveVerdict,
  nextSection,
  oldHardship,
  openHousehold,
  sameAsLastRound,
  sendForm,
  tellOfVisit,
  typeDay,
} from './support/survey-on-phone.ts'
import { openWitness } from './support/witness.ts'

const journey = beginJourney()
let server: RunningServer

// The practice clock is everybody's: this story has a province of its own.
beforeAll(async () => {
  server = await startServer('--practice', '--households', '20')
})
afterAll(() => server?.stop())

/** The province moves everybody's day. */
const moveClock = async (day: string, month: string, shown: string): Promise<void> => {
  const province = await journey.open('desk', server.url)
  await journey.enter(province, provincialOfficer)
  await province.getByRole('link', { name: 'นาฬิกาพื้นที่ฝึก' }).click()
  await typeDay(province.getByRole('group', { name: 'เลื่อนไปวันที่' }), day, month, '2567')
  await province.getByRole('button', { name: 'เลื่อนนาฬิกา' }).click()
  await province.getByText(`วันที่ในระบบ ${shown}`).waitFor()
}

const closed = 'พ้นกำหนดบันทึก (31 ม.ค. 2567) แล้ว โปรดขออำเภอหรือผู้ได้รับอนุญาตให้บันทึกหลังกำหนด'

test('a form begun on the last day of January but not sent within the seven days of grace is no longer taken', async () => {
  await moveClock('31', '01', '31 ม.ค. 2567')
  const head = await journey.open('phone', server.url)
  await journey.enter(head, headOfKhamHi)
  await openHousehold(head, 'บ้านคำฮี หมู่ที่ 7', '66')
  await beginSurvey(head)
  await tellOfVisit(head)
  await nextSection(head)
  await sameAsLastRound(head)
  const road = oldHardship(head, 'P213')
  await giveVerdict(road, 'R5')
  await road.getByRole('textbox', { name: 'เหตุผล' }).fill('ถนนคอนกรีตถึงหน้าบ้านแล้วตั้งแต่ปี 2564')
  await nextSection(head)
  await sameAsLastRound(head)
  await head.getByText('ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้').click()
  await head.getByText('ข้อมูลครบ พร้อมส่ง').waitFor()

  await moveClock('08', '02', '8 ก.พ. 2567')
  await head.reload()
  await unlock(head)
  const refused = head.getByText(closed)
  await head.getByRole('button', { name: 'ส่งแบบสำรวจ' }).or(refused).first().waitFor()
  if ((await refused.count()) === 0) await head.getByRole('button', { name: 'ส่งแบบสำรวจ' }).click()
  await refused.first().waitFor()
  const witness = await openWitness(server.url, tambonOfficer)
  expect((await recordOf(witness, await householdAt(witness, khamHi, '66'))).surveys).toEqual([])
})

test('after 31 January a village head can begin no form; an officer permitted to record late can, and it is flagged', async () => {
  await moveClock('01', '02', '1 ก.พ. 2567')
  const head = await journey.open('phone', server.url)
  await journey.enter(head, headOfKhamHi)
  await head.getByText('พ้นกำหนดบันทึก 31 ม.ค. 2567 แล้ว').waitFor()
  await openHousehold(head, 'บ้านคำฮี หมู่ที่ 7', '97')
  await head.getByText(closed).waitFor()
  expect(await head.getByRole('link', { name: 'เริ่มสำรวจ' }).count()).toBe(0)
  await head.goto(`${head.url()}/survey`)
  await unlock(head)
  await head.getByText(closed).waitFor()
  expect(await head.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).count()).toBe(0)

  const witness = await openWitness(server.url, tambonOfficer)
  const house = await householdAt(witness, khamHi, '24')
  const before = await witness.countOf('late-household', khamHi)
  const late = await journey.open('phone', server.url)
  await journey.enter(late, designatedOfficerOfMueang)
  await late.goto(`${server.url}/field/villages/${khamHi}`)
  await unlock(late)
  await findInVillage(late, '24')
  await beginSurvey(late)
  await tellOfVisit(late)
  await nextSection(late)
  await sameAsLastRound(late)
  const toilet = oldHardship(late, 'P204')
  await giveVerdict(toilet, 'R2')
  await toilet.getByText('ส้วมชำรุดหรือเต็ม', { exact: true }).click()
  await typeDay(toilet.getByRole('group', { name: 'กำหนดแล้วเสร็จ' }), '30', '06', '2567')
  await nextSection(late)
  await sameAsLastRound(late)
  await late.getByText('ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้').click()
  await sendForm(late)
  await late.getByRole('link', { name: 'ดูครัวเรือนนี้' }).click()
  await late.getByText('บันทึกหลังกำหนด').waitFor()

  const [survey] = (await recordOf(witness, house)).surveys
  expect(survey).toMatchObject({ late: true, surveyedOn: '2024-02-01', state: 'SUBMITTED' })
  expect(await witness.countOf('late-household', khamHi)).toBe(before + 1)
})
