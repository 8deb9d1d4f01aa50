import { listAudit } from '@thaiqm/contract/audit/audit-routes.ts'
import { listDataRequests } from '@thaiqm/contract/data-request/data-request-routes.ts'
import { listHouseholds } from '@thaiqm/contract/household/household-routes.ts'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { expect, test } from 'vitest'
import { recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { dataProtectionOfficer, officerOfDonTan } from './support/people.ts'

const journey = beginJourney()
const donTan = '4903'

/** A certified household of a district where no other journey writes, whose form tells an income. */
const certifiedHousehold = async () => {
  const office = await journey.witness(officerOfDonTan)
  const { rows } = await office.ask(listHouseholds, {
    query: { area: donTan, surveyState: 'CERTIFIED', pageSize: 50 },
  })
  for (const row of rows) {
    const income = (await recordOf(office, row)).surveys.at(-1)?.answers.household.Q701A
    if (typeof income === 'number' && income > 100_000) return { office, row, income }
  }
  throw new Error('no certified household there tells an income')
}

test('a household asks to see and correct its record: the officer prints it, corrects the income, the old value stays in the history (scenario 21)', async () => {
  const { office, row, income } = await certifiedHousehold()
  const desk = await journey.signIn(officerOfDonTan, 'desk')
  await desk.goto(`${journey.url}/households/${row.householdId}`)
  const manage = async (deed: string) => {
    await desk.getByRole('button', { name: 'จัดการครัวเรือน' }).click()
    await desk.getByRole('menuitem', { name: deed }).click()
  }

  await manage('บันทึกคำขอเกี่ยวกับข้อมูลส่วนบุคคล')
  let dialog = desk.getByRole('dialog')
  await dialog.getByText('ขอแก้ไขข้อมูล', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'ผู้ยื่นคำขอ' }).fill('หัวหน้าครัวเรือน')
  await dialog.getByRole('button', { name: 'บันทึกคำขอ' }).click()
  await dialog.getByText('โปรดระบุข้อมูลที่ขอแก้ไขหรือเหตุที่คัดค้าน').waitFor()
  await dialog.getByRole('textbox', { name: 'รายละเอียดคำขอ' }).fill('ขอดูข้อมูลและแก้ไขรายได้')
  await dialog.getByRole('button', { name: 'บันทึกคำขอ' }).click()
  await dialog.waitFor({ state: 'detached' })

  await manage('พิมพ์ข้อมูลทั้งหมดที่จัดเก็บ')
  await desk.getByRole('heading', { level: 1, name: 'ข้อมูลทั้งหมดที่จัดเก็บ' }).waitFor()
  await desk
    .getByText(`${formatNumber(income, 'th')} บาท/ปี`)
    .first()
    .waitFor()
  await desk.getByRole('heading', { name: 'ผู้ที่เปิดดูข้อมูล (ตามตำแหน่ง)' }).waitFor()
  await desk.getByText(officerOfDonTan).first().waitFor()
  await desk.goBack()

  await manage('แก้ไขคำตอบในแบบสำรวจ')
  dialog = desk.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'คำถามที่จะแก้ไข' }).fill('รายได้จากอาชีพหลัก')
  await desk.getByRole('option', { name: 'รายได้จากอาชีพหลัก' }).click()
  await dialog.getByText(`คำตอบเดิม: ${formatNumber(income, 'th')} บาท/ปี`).waitFor()
  const right = income - 1200
  await dialog.getByRole('textbox', { name: 'คำตอบที่ถูกต้อง' }).fill(String(right))
  await dialog.getByRole('textbox', { name: 'เหตุผลและหลักฐานที่ใช้' }).fill('ครัวเรือนแสดงสมุดบัญชี')
  await dialog.getByRole('button', { name: 'บันทึกคำตอบที่แก้ไข' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await recordOf(office, row)).surveys.at(-1)).toMatchObject({
    state: 'CERTIFIED',
    answers: { household: { Q701A: right } },
  })
  await desk.getByRole('tab', { name: 'เส้นเวลา' }).click()
  const both = `${income.toLocaleString('en')} บาท/ปี → ${right.toLocaleString('en')} บาท/ปี`
  await desk.getByText(both).first().waitFor()
  await manage('พิมพ์ข้อมูลทั้งหมดที่จัดเก็บ')
  await desk.getByRole('heading', { name: 'ประวัติการดำเนินการกับข้อมูล' }).waitFor()
  await desk.getByText(both).first().waitFor()
  await desk.goBack()
  await desk.getByRole('tab', { name: 'เส้นเวลา' }).click()

  // On paper: the house and who printed it, without menu or buttons; nothing is printed before the server has noted it.
  await desk.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await desk.getByRole('button', { name: 'พิมพ์', exact: true }).click()
  await desk.locator('body[data-printed]').waitFor()
  await desk.emulateMedia({ media: 'print' })
  expect(await desk.getByText('ประวัติการดำเนินงานของครัวเรือน').isVisible()).toBe(true)
  expect(await desk.getByText(/^พิมพ์เมื่อ .* โดย /).isVisible()).toBe(true)
  expect(await desk.getByText(both).first().isVisible()).toBe(true)
  for (const part of ['nav', 'button', 'h1', '[role="tablist"]'])
    expect(await desk.locator(part).filter({ visible: true }).count(), part).toBe(0)
  await desk.emulateMedia({ media: null })

  await manage('ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล')
  dialog = desk.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'คำชี้แจงต่อผู้ยื่นคำขอ' }).fill('แก้ไขและพิมพ์ให้แล้ว')
  await dialog.getByRole('button', { name: 'บันทึกคำตอบ' }).click()
  await dialog.waitFor({ state: 'detached' })

  const overseer = await journey.witness(dataProtectionOfficer)
  const request = (await recordOf(office, row)).dataRequests?.at(-1)
  const { open, answered } = await overseer.ask(listDataRequests, { query: {} })
  expect(open.map(one => one.requestId)).not.toContain(request?.requestId)
  expect(answered.find(one => one.requestId === request?.requestId)).toMatchObject({
    householdId: null,
    districtCode: donTan,
    kind: 'CORRECT',
    answer: 'DONE',
  })
  const { lines } = await overseer.ask(listAudit, { query: { objectId: row.householdId, act: 'ReadHeldRecord' } })
  const printed = { byPosition: officerOfDonTan, objectKind: 'household' }
  expect(lines).toMatchObject([printed, printed])
}, 40_000)
