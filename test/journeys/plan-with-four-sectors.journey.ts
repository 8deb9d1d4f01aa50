import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { chiefOfMueang, khamHi, tambonOfficer } from './support/people.ts'
import { choose } from './support/problem-in-office.ts'

const journey = beginJourney()

const remedies = [
  {
    kindCode: 'P201',
    what: 'ซ่อมหลังคาและเสาบ้านโดยช่างชุมชน',
    sector: 'PEOP',
    sectorTh: 'ภาคประชาชน',
    partner: 'ช่างชุมชนจิตอาสา',
  },
  {
    kindCode: 'P302',
    what: 'พาหลานกลับเข้าเรียนและขอทุนเสมอภาค',
    sector: 'GOV',
    sectorTh: 'ภาครัฐ',
    partner: 'ศูนย์ประสานงานการศึกษา',
  },
  {
    kindCode: 'P401',
    what: 'รับเข้าทำงานและรับซื้อข้าว',
    sector: 'PRIV',
    sectorTh: 'ภาคเอกชน',
    partner: 'โรงสีข้าวรวงทองสมมติ',
  },
  {
    kindCode: 'P411',
    what: 'ทุนฉุกเฉินและช่วยไกล่เกลี่ยหนี้',
    sector: 'CSO',
    sectorTh: 'ภาคประชาสังคม',
    partner: 'มูลนิธิน้ำใจริมโขง',
  },
] as const

test('one household with four hardships gets four remedies from four sectors; the tambon proposes, the district chief approves', async () => {
  const witness = await journey.witness(chiefOfMueang)
  const house = await householdAt(witness, khamHi, '31')
  const before = {
    withoutPlan: await witness.countOf('problem-without-plan', khamHi),
    waiting: await witness.countOf('plan-awaiting-approval', khamHi),
  }

  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/households/${house.householdId}?tab=plan`)
  await desk.getByRole('link', { name: 'จัดทำแผน' }).click()
  for (const [at, { kindCode, what, sectorTh, partner }] of remedies.entries()) {
    await desk.getByRole('button', { name: `เพิ่มแนวทางอื่น: ${problemKindByCode.get(kindCode)?.th}` }).click()
    const card = desk.getByRole('region', { name: `แนวทางที่ ${at + 1}`, exact: true })
    await card.getByRole('textbox', { name: 'สิ่งที่จะดำเนินการ' }).fill(what)
    if (sectorTh !== 'ภาครัฐ') await choose(desk, card, 'ภาคี', sectorTh)
    await choose(desk, card, 'ภาคีในพื้นที่', partner)
    await card.getByRole('textbox', { name: /^งบประมาณ/ }).fill(String((at + 1) * 5_000))
  }
  await desk.getByText('50,000 บาท').first().waitFor()
  await desk.getByRole('button', { name: 'เสนอแผนต่อนายอำเภอ' }).click()
  await desk.waitForURL(`**/households/${house.householdId}`)

  const proposed = (await recordOf(witness, house)).plans.at(-1)
  expect(proposed?.state).toBe('PROPOSED')
  expect(proposed?.actions.map(({ sector, budgetBaht }) => [sector, budgetBaht])).toEqual(
    remedies.map(({ sector }, at) => [sector, (at + 1) * 5_000]),
  )
  expect(await witness.countOf('plan-awaiting-approval', khamHi)).toBe(before.waiting + 1)

  const chief = await journey.signIn(chiefOfMueang, 'desk')
  await chief.goto(`${journey.url}/households/${house.householdId}?tab=plan`)
  await chief.getByRole('button', { name: 'อนุมัติแผน' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: 'อนุมัติแผน' }).click()
  await chief.getByText('อนุมัติแล้ว').first().waitFor()

  const approved = await recordOf(witness, house)
  expect(approved.plans.at(-1)?.state).toBe('APPROVED')
  const states = approved.problems
    .filter(({ kindCode }) => remedies.some(remedy => remedy.kindCode === kindCode))
    .map(({ kindCode, state }) => [kindCode, state])
  expect(states.toSorted()).toEqual(remedies.map(({ kindCode }) => [kindCode, 'PLANNED']))
  expect(await witness.countOf('problem-without-plan', khamHi)).toBe(before.withoutPlan - 4)
  expect(await witness.countOf('plan-awaiting-approval', khamHi)).toBe(before.waiting)
})
