import { refusals } from '@thaiqm/contract/refusal/refusals.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { receivePaper } from './support/paper-text.ts'
import { chiefOfMueang, nongHoi, officerOfMueang, powerAuthority } from './support/people.ts'
import { openAct, problemRow } from './support/problem-in-office.ts'

const journey = beginJourney()

test('the power authority sends a case back as not its own; the district finds it in today’s work, refers it anew with a letter under its own head, and both moves stand in the line of life', async () => {
  const witness = await journey.witness(officerOfMueang)
  const house = await householdAt(witness, nongHoi, '112')
  const address = `${journey.url}/households/${house.householdId}`

  // The page asks once more for what is no longer the agency's to see.
  journey.expectNoise(/404/)
  // The agency's day begins with what waits for its answer.
  const agency = await journey.signIn(powerAuthority, 'desk')
  await agency.goto(`${journey.url}/today`)
  await agency.getByRole('link', { name: 'ตอบรับหรือส่งคืนเรื่องที่ส่งต่อ' }).first().click()
  await openAct(agency, 'P208', 'ส่งเรื่องคืนอำเภอ')
  const back = agency.getByRole('dialog')
  await back.getByRole('button', { name: 'ส่งคืน' }).click()
  await back.getByText(refusals['reason-missing'].th).waitFor()
  await back.getByRole('textbox', { name: 'เหตุที่ส่งคืน' }).fill('นอกเขตรับผิดชอบ สายภายในบ้านเป็นหน้าที่ อบต.')
  await back.getByRole('button', { name: 'ส่งคืน' }).click()
  await back.waitFor({ state: 'detached' })
  // What it sent back is no longer its to see.
  const seen = await (await journey.witness(powerAuthority)).fetch(`/api/households/${house.householdId}`)
  expect(seen.status).toBe(404)

  const officer = await journey.signIn(officerOfMueang, 'desk')
  await officer.goto(`${journey.url}/today?kind=referral-returned`)
  const waiting = officer.getByRole('listitem').filter({ hasText: '112 ม.3' })
  await waiting.getByRole('link', { name: 'ส่งต่อใหม่หลังหน่วยงานส่งคืน' }).click()
  await problemRow(officer, 'P208').getByText('ส่งคืน').first().waitFor()
  await openAct(officer, 'P208', 'ส่งต่อหน่วยงาน')
  const again = officer.getByRole('dialog')
  const agencyField = again.getByRole('combobox', { name: /หน่วยงานรับผิดชอบ/ })
  await agencyField.fill('องค์กรปกครองส่วนท้องถิ่น')
  await officer
    .getByRole('option', { name: /องค์กรปกครองส่วนท้องถิ่น/ })
    .first()
    .click()
  await again.getByRole('button', { name: 'ส่งต่อเรื่อง' }).click()
  await again.waitFor({ state: 'detached' })
  await problemRow(officer, 'P208').getByText(problemStateNames.REFERRED.th).first().waitFor()

  const problem = (await recordOf(witness, house)).problems.find(({ kindCode }) => kindCode === 'P208')
  // An urgent hardship: three days to answer, and no later than the day the result is asked for.
  expect(problem).toMatchObject({
    state: 'REFERRED',
    referral: { agencyCode: 'LAO', state: 'SENT', answerBy: '2024-01-15' },
  })

  // The chief keeps the office's letterhead once; the officer's letter carries it, with the number from the register.
  const chief = await journey.signIn(chiefOfMueang, 'desk')
  await chief.getByRole('link', { name: 'หัวหนังสือของหน่วยงาน' }).click()
  await chief.getByRole('textbox', { name: 'เลขประจำของหนังสือ' }).fill('มห 0118.1/')
  await chief.getByRole('button', { name: 'บันทึกหัวหนังสือ' }).click()
  await chief.getByText('บันทึกแล้ว', { exact: true }).waitFor()
  await officer.goto(`${journey.url}/papers`)
  await officer.getByRole('button', { name: /^จัดทำหนังสือถึง องค์กรปกครองส่วนท้องถิ่น/ }).click()
  const making = officer.getByRole('dialog')
  await making.getByText('มห 0118.1/').waitFor()
  await making.getByRole('textbox', { name: 'เลขที่หนังสือ' }).fill('77')
  const letter = await receivePaper(officer, () => making.getByRole('button', { name: 'ดาวน์โหลด (DOCX)' }).click())
  expect(letter.fileName).toBe('thaiqm-referral-letter-LAO-4901.docx')
  expect(letter.text).toMatch(/^ที่ มห ๐๑๑๘\.๑\/๗๗$/m)
  expect(letter.rows.flat()).toContainEqual(expect.stringContaining('P208'))
  await making.waitFor({ state: 'detached' })
  // The number is kept with the case: the next time the dialog offers a copy of that letter.
  await officer.getByRole('button', { name: /^จัดทำหนังสือถึง องค์กรปกครองส่วนท้องถิ่น/ }).click()
  await making.getByText('ที่ มห 0118.1/77 ลงวันที่ 12 ม.ค. 2567').waitFor()

  await officer.goto(`${address}?tab=timeline`)
  await officer.getByText('นอกเขตรับผิดชอบ สายภายในบ้านเป็นหน้าที่ อบต.').first().waitFor()
  expect(await officer.getByText('ส่งต่อหน่วยงาน: P208').count()).toBe(2)
  expect(await officer.getByText('ออกหนังสือส่งต่อ: P208').count()).toBe(1)
  expect(await officer.getByText('หน่วยงานส่งเรื่องคืน: P208').count()).toBe(1)
})
