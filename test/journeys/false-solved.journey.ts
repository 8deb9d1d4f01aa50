import { readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { refusals } from '@thaiqm/contract/refusal/refusals.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { naKhamNoi, officerOfMueang, phonSai, tambonOfficer } from './support/people.ts'
import { openAct, problemRow } from './support/problem-in-office.ts'
import { workbookRows } from './support/workbook-rows.ts'

const journey = beginJourney()

test('whoever recorded the help may not call the hardship solved; another officer may, with evidence, and then it is counted once everywhere', async () => {
  const witness = await journey.witness(officerOfMueang)
  const house = await householdAt(witness, naKhamNoi, '51')
  const before = await witness.figure('solved', phonSai)
  const address = `${journey.url}/households/${house.householdId}`

  const recorder = await journey.signIn(tambonOfficer, 'desk')
  await recorder.goto(address)
  await openAct(recorder, 'P413', 'บันทึกการช่วยเหลือ')
  const help = recorder.getByRole('dialog')
  await help.getByText('ภาคประชาชน', { exact: true }).click()
  await help.getByRole('textbox', { name: 'ชื่อผู้ให้ความช่วยเหลือ' }).fill('กลุ่มออมทรัพย์บ้านนาคำน้อย')
  await help.getByRole('textbox', { name: 'สิ่งที่ช่วยเหลือ' }).fill('รับเป็นสมาชิกและเปิดบัญชีออมทรัพย์')
  await help.getByText('ช่วยเหลือครบแล้ว ส่งตรวจผล').click()
  await help.getByRole('button', { name: 'บันทึกการช่วยเหลือ' }).click()
  await help.waitFor({ state: 'detached' })
  await problemRow(recorder, 'P413').getByText(problemStateNames.ASSISTED.th).first().waitFor()

  await openAct(recorder, 'P413', 'ตรวจรับผลการแก้ไข')
  await recorder.getByRole('dialog').getByText(refusals['verifier-is-recorder'].th).waitFor()
  expect(await recorder.getByRole('button', { name: 'ยืนยันว่าแก้ไขแล้วเสร็จ' }).isDisabled()).toBe(true)
  expect(await witness.figure('solved', phonSai)).toEqual(before)

  const verifier = await journey.signIn(officerOfMueang, 'desk')
  await verifier.goto(address)
  await openAct(verifier, 'P413', 'ตรวจรับผลการแก้ไข')
  const dialog = verifier.getByRole('dialog')
  await dialog.getByRole('button', { name: 'ยืนยันว่าแก้ไขแล้วเสร็จ' }).click()
  await dialog.getByText(refusals['evidence-missing'].th).waitFor()
  expect(await witness.figure('solved', phonSai)).toEqual(before)

  await dialog.getByRole('textbox', { name: 'ชื่อและตำแหน่งพยาน' }).fill('ประธาน อสม. หมู่ที่ 7')
  await dialog.getByRole('textbox', { name: 'คำยืนยันของพยาน' }).fill('มีสมุดเงินออมและฝากทุกเดือนแล้ว')
  await dialog.getByRole('button', { name: 'เพิ่มพยาน' }).click()
  // Savings are shown by a document, not by a word alone.
  await dialog.getByRole('button', { name: 'ยืนยันว่าแก้ไขแล้วเสร็จ' }).click()
  await dialog.getByText(refusals['document-missing'].th).first().waitFor()
  await dialog.getByRole('textbox', { name: 'เลขที่หรือชื่อเอกสาร' }).fill('สมุดบัญชีออมทรัพย์ เล่มที่ 12')
  await dialog.getByRole('button', { name: 'เพิ่มเอกสาร' }).click()
  await dialog.getByRole('button', { name: 'ยืนยันว่าแก้ไขแล้วเสร็จ' }).click()
  await dialog.waitFor({ state: 'detached' })
  await problemRow(verifier, 'P413').getByText(problemStateNames.RESOLVED.th).first().waitFor()

  expect((await recordOf(witness, house)).problems.find(({ kindCode }) => kindCode === 'P413')).toMatchObject({
    state: 'RESOLVED',
    closedOn: '2024-01-12',
  })
  const after = await witness.figure('solved', phonSai)
  expect(after).toEqual({ n: before.n + 1, of: before.of })

  const { rows, total } = await witness.ask(readCountedList, {
    params: { measure: 'solved-problem' },
    query: { area: phonSai, pageSize: 200 },
  })
  expect(total).toBe(after.n)
  const counted = rows.filter(row => row.householdId === house.householdId && row.problem?.kindCode === 'P413')
  expect(counted).toHaveLength(1)

  const written = await workbookRows(await witness.workbookOf('solved-problem', phonSai))
  expect(written).toHaveLength(after.n)
  expect(
    written.filter(row => row['บ้านเลขที่'] === '51' && row['รหัสหมู่บ้าน'] === naKhamNoi && row['รหัสปัญหา'] === 'P413'),
  ).toHaveLength(1)

  await verifier.goto(`${journey.url}/?area=${phonSai}`)
  await verifier
    .getByRole('article', { name: 'ปัญหาที่แก้ไขแล้ว' })
    .getByRole('link', { name: new RegExp(`: ${after.n}$`) })
    .waitFor()
})
