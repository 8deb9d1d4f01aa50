import { problemKindByCode, remedyById } from '@thaiqm/catalogue/catalogue.ts'
import { expect, test } from 'vitest'
import { householdAt, recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { chiefOfMueang, khamHi, leadOfVolunteerBuilders, managerOfFoundation, tambonOfficer } from './support/people.ts'
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
    // From the ranked menu; the others in the team's own words.
    remedyId: 'H084',
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

test('one household with four hardships gets four remedies from four sectors; the tambon proposes, the district chief approves, each owner sees its own part', async () => {
  const witness = await journey.witness(chiefOfMueang)
  const house = await householdAt(witness, khamHi, '31')
  const before = {
    withoutPlan: await witness.countOf('problem-without-plan', khamHi),
    waiting: await witness.countOf('plan-awaiting-approval', khamHi),
  }

  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/households/${house.householdId}?tab=plan`)
  await desk.getByRole('link', { name: 'จัดทำแผน' }).click()
  for (const [at, remedy] of remedies.entries()) {
    const { kindCode, what, sectorTh, partner } = remedy
    if ('remedyId' in remedy) {
      const offered = desk.getByRole('listitem').filter({ hasText: remedyById.get(remedy.remedyId)?.th ?? '' })
      await offered.getByText('ตรงกับปัญหาของครัวเรือน').waitFor()
      await offered.getByRole('button', { name: /^เพิ่มในแผน/ }).click()
      await offered.getByText('อยู่ในแผนแล้ว').waitFor()
    } else await desk.getByRole('button', { name: `เพิ่มแนวทางอื่น: ${problemKindByCode.get(kindCode)?.th}` }).click()
    const card = desk.getByRole('region', { name: `แนวทางที่ ${at + 1}`, exact: true })
    await card.getByRole('textbox', { name: 'สิ่งที่จะดำเนินการ' }).fill(what)
    if (sectorTh !== 'ภาครัฐ') await choose(desk, card, 'ภาคี', sectorTh)
    await choose(desk, card, 'ภาคีในพื้นที่', partner)
    await card.getByRole('textbox', { name: /^งบประมาณ/ }).fill(String((at + 1) * 5_000))
  }
  await desk.getByText('50,000 บาท').first().waitFor()
  // The order is the team's, by keyboard too: the key stays with the action that moved.
  const last = desk.getByRole('region', { name: 'แนวทางที่ 4', exact: true })
  await last.getByRole('button', { name: 'เลื่อนแนวทางที่ 4 ขึ้น' }).press('Enter')
  const moved = desk.getByRole('region', { name: 'แนวทางที่ 3', exact: true })
  expect(await moved.getByRole('textbox', { name: 'สิ่งที่จะดำเนินการ' }).inputValue()).toBe(remedies[3].what)
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: 'เลื่อนแนวทางที่ 2 ลง' }).press('Enter')
  await desk.getByRole('button', { name: 'เลื่อนแนวทางที่ 3 ลง' }).press('Enter')
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

  // Approval asks every owner to answer: no second act is needed.
  const owners = [
    { of: remedies[0], position: leadOfVolunteerBuilders },
    { of: remedies[3], position: managerOfFoundation },
  ]
  // Each owner sees its own part: one hardship, one action, and nobody's name.
  for (const { of, position } of owners) {
    const owner = await journey.signIn(position, 'desk')
    await owner.goto(`${journey.url}/households/${house.householdId}?tab=plan`)
    await owner.getByText(of.what).first().waitFor()
    const shown = (await owner.getByRole('main').textContent()) ?? ''
    for (const other of remedies.filter(remedy => remedy !== of)) expect(shown).not.toContain(other.what)
    for (const member of approved.members) expect(shown).not.toContain(member.firstName)
    const told = await recordOf(await journey.witness(position), house)
    expect(told.problems.map(({ kindCode }) => kindCode)).toEqual([of.kindCode])
    expect(told.plans.flatMap(({ actions }) => actions.map(({ what }) => what))).toEqual([of.what])
    expect(told.surveys).toEqual([])
  }
})
