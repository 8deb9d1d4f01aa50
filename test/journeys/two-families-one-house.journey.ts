import { randomUUID } from 'node:crypto'
import { listHouseholds } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { HouseholdId, MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { isCovered } from '@thaiqm/core/survey/survey.ts'
import { expect, test } from 'vitest'
import { recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { headOfKaenTao, kaenTao, officerOfMueang, tambonOfficer } from './support/people.ts'
import { problemRow } from './support/problem-in-office.ts'
import { pushCommand } from './support/push-command.ts'
import type { Witness } from './support/witness.ts'

const journey = beginJourney()

/** A house of the village with one family, nothing of whose is before anybody. */
const houseOfOneFamily = async (witness: Witness): Promise<HouseholdView> => {
  const { rows } = await witness.ask(listHouseholds, { query: { area: kaenTao, pageSize: 200 } })
  for (const row of rows.filter(one => one.houseNumber !== '' && one.status === 'ACTIVE')) {
    const record = await recordOf(witness, row)
    const isQuiet = record.surveys.every(s => isCovered(s.state)) && record.plans.at(-1)?.state !== 'PROPOSED'
    const isAlone = rows.filter(one => one.houseNumber === row.houseNumber).length === 1
    if (isQuiet && isAlone && record.members.length > 0) return record
  }
  throw new Error('no house with one family in the village')
}

test('a second family under the same number is no duplicate; one recorded twice is merged, and taken apart again with what was done', async () => {
  const witness = await journey.witness(tambonOfficer)
  const house = await houseOfOneFamily(witness)
  const { houseNumber } = house.address
  const at = async () =>
    (await witness.ask(listHouseholds, { query: { area: kaenTao, search: houseNumber, pageSize: 200 } })).rows.filter(
      row => row.houseNumber === houseNumber,
    )

  const phone = await journey.signIn(headOfKaenTao, 'phone')
  await phone.getByRole('link', { name: 'เลือกครัวเรือนในบ้านแก่นเต่า หมู่ที่ 9' }).click()
  await phone.getByRole('link', { name: 'เพิ่มครัวเรือนตกหล่น' }).click()
  await phone.getByText('อีกครอบครัวหนึ่งในบ้านหลังเดียวกัน', { exact: true }).click()
  await phone.getByRole('textbox', { name: 'บ้านเลขที่', exact: true }).fill(houseNumber)
  await phone.getByText('บ้านหลังนี้มีครัวเรือนในระบบแล้ว').waitFor()
  const save = phone.getByRole('button', { name: 'บันทึกและเริ่มสำรวจ' })
  expect(await save.isDisabled()).toBe(true)
  await phone.getByText('เป็นคนละครอบครัว บันทึกเป็นครอบครัวที่ 2 ในบ้านเดียวกัน').click()
  await save.click()
  await phone.getByRole('link', { name: /^(เริ่มถาม|ทำต่อ)$/ }).waitFor()
  await expect.poll(async () => (await at()).map(row => row.sequenceInHouse)).toEqual([1, 2])

  // Somebody records the first family once more, with a grandson nobody had written down.
  const twice = randomUUID() as HouseholdId
  const [head] = house.members
  if (head === undefined) throw new Error('nobody lives here')
  const grandson = { ...head, id: randomUUID() as MemberId, title: 'เด็กชาย', firstName: 'ตะวัน', isHead: false }
  const registered = await pushCommand(
    witness,
    { id: twice, version: 0 },
    {
      type: 'RegisterHousehold',
      input: {
        origin: 'NEW',
        missedReason: null,
        areaCode: house.areaCode,
        address: house.address,
        position: null,
        phone: null,
        statedMemberCount: null,
        members: [
          { ...head, id: randomUUID() as MemberId },
          { ...grandson, relation: 'GRANDCHILD', nationalNumber: null, numberStatus: 'none' },
        ],
      },
    },
  )
  expect(registered.refusal).toBeNull()
  const targets = await witness.countOf('target-household', kaenTao)
  const live = await witness.countOf('live-problem', kaenTao)

  const desk = await journey.signIn(tambonOfficer, 'desk')
  await desk.goto(`${journey.url}/households/${house.id}`)
  await desk.getByRole('button', { name: 'จัดการครัวเรือน' }).click()
  await desk.getByRole('menuitem', { name: 'รวมกับครัวเรือนที่ซ้ำ' }).click()
  const dialog = desk.getByRole('dialog')
  const line = dialog.getByRole('listitem').filter({ hasNotText: 'อีกครอบครัวหนึ่งในบ้านนี้' })
  await dialog.getByText('บันทึกไว้ว่าเป็นอีกครอบครัวหนึ่งในบ้านนี้').waitFor()
  await line.getByRole('button', { name: /^เปรียบเทียบ/ }).click()
  await dialog.getByText('บุคคล: เด็กชายตะวัน', { exact: false }).waitFor()
  await dialog.getByRole('textbox', { name: 'เหตุผลที่รวม' }).fill('ผู้สำรวจสองคนบันทึกครอบครัวเดียวกัน')
  await dialog.getByRole('button', { name: 'รวมครัวเรือน', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.getByText('รับโอนข้อมูลจากครัวเรือนที่บันทึกซ้ำเมื่อ', { exact: false }).waitFor()
  expect(await witness.countOf('target-household', kaenTao)).toBe(targets - 1)
  expect(await witness.countOf('live-problem', kaenTao)).toBe(live)
  const merged = await recordOf(witness, { householdId: house.id })
  expect(merged.members.map(m => m.firstName)).toContain('ตะวัน')

  // Work goes on about the grandson; then it turns out that they are two families.
  const reported = await pushCommand(witness, merged, {
    type: 'ReportProblem',
    input: {
      problemId: randomUUID() as never,
      roundId: merged.problems[0]?.foundInRoundId ?? (randomUUID() as never),
      kindCode: 'P302',
      memberId: merged.members.find(m => m.firstName === 'ตะวัน')?.id ?? null,
      description: 'ไม่ได้ไปโรงเรียน',
      source: 'REPORT',
    },
  })
  expect(reported.refusal).toBeNull()

  const district = await journey.signIn(officerOfMueang, 'desk')
  await district.goto(`${journey.url}/households/${twice}`)
  await district.getByRole('link', { name: 'เปิดครัวเรือนที่คงไว้' }).waitFor()
  await district.getByRole('button', { name: 'ยกเลิกการรวม' }).click()
  const undo = district.getByRole('dialog')
  await undo.getByText('P302', { exact: false }).waitFor()
  await undo.getByRole('textbox', { name: 'เหตุผลที่ยกเลิก' }).fill('เป็นคนละครอบครัวในบ้านเดียวกัน')
  await undo.getByRole('button', { name: 'ยกเลิกการรวม' }).click()
  await undo.waitFor({ state: 'detached' })
  await problemRow(district, 'P302').waitFor()

  expect(await witness.countOf('target-household', kaenTao)).toBe(targets)
  const [first, second] = [
    await recordOf(witness, { householdId: house.id }),
    await recordOf(witness, { householdId: twice }),
  ]
  expect(first.members.map(m => m.id)).toEqual(house.members.map(m => m.id))
  expect(first.problems.map(p => p.id)).toEqual(house.problems.map(p => p.id))
  expect(second).toMatchObject({ status: 'ACTIVE' })
  expect(second.problems.filter(p => isLive(p.state)).map(p => p.kindCode)).toEqual(['P302'])
  await district.getByRole('tab', { name: 'เส้นเวลา' }).click()
  await district.getByText('ยกเลิกการรวมครัวเรือน').first().waitFor()
})
