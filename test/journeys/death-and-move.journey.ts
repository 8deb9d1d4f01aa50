import { randomUUID } from 'node:crypto'
import { listAreas } from '@thaiqm/contract/area/area-routes.ts'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import { readSession } from '@thaiqm/contract/session/session-routes.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { HouseholdId, MemberId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { expect, test } from 'vitest'
import { recordOf } from './support/households.ts'
import { beginJourney } from './support/journey.ts'
import { officerOfDonTan, officerOfMueang, tambonOfficerOfPhuengDaet } from './support/people.ts'
import { choose, problemRow } from './support/problem-in-office.ts'
import { pushCommand } from './support/push-command.ts'
import { typeDay } from './support/survey-on-phone.ts'
import type { Witness } from './support/witness.ts'

const journey = beginJourney()

const lastName = 'ข้ามฟากสมมติ'
const why = 'ย้ายตามทะเบียนบ้าน ไปอยู่บ้านเดิมของภรรยา'

const person = (firstName: string, relation: string) => ({
  id: randomUUID() as MemberId,
  title: relation === 'HEAD' ? 'นาย' : 'นาง',
  firstName,
  lastName,
  sex: relation === 'HEAD' ? 'male' : 'female',
  birth: { day: '1958-05-01', precision: 'day' },
  relation,
  isHead: relation === 'HEAD',
  idKind: 'THAI_NID',
  nationalNumber: null,
  numberStatus: 'none',
  isThai: true,
  residence: 'resident',
})

const villageIn = async (witness: Witness, under: string) => {
  const { areas } = await witness.ask(listAreas, { query: { under } })
  const village = areas.find(area => area.level === 'VILLAGE')
  if (village === undefined) throw new Error(`no village in ${under}`)
  return village
}

/** An old couple of a village whose houses no other story asks about: his work, her card, the toilet neither has. */
const oldCouple = async (witness: Witness): Promise<HouseholdId> => {
  const id = randomUUID() as HouseholdId
  const round = (await witness.ask(readSession, {})).rounds.find(one => one.kind === 'RE_XRAY')
  const [he, she] = [person('ทองใบ', 'HEAD'), person('บุญเรือง', 'SPOUSE')]
  const village = await villageIn(witness, '490106')
  const report = (kindCode: string, memberId: MemberId | null) => ({
    type: 'ReportProblem',
    input: {
      problemId: randomUUID() as ProblemId,
      roundId: round?.id,
      kindCode,
      memberId,
      description: '',
      source: 'MANUAL',
    },
  })
  const address = { houseCode: null, houseNumber: '616/1', villageName: village.nameTh, lane: '', road: '' }
  const steps = [
    {
      type: 'RegisterHousehold',
      input: {
        origin: 'NEW',
        missedReason: null,
        areaCode: village.areaCode,
        address: { ...address, sequenceInHouse: 1 },
        position: null,
        phone: null,
        statedMemberCount: 2,
        members: [he, she],
      },
    },
    report('P204', null),
    report('P506', he.id),
  ] as unknown as HouseholdCommand[]
  for (const [version, step] of steps.entries()) {
    const known = version === 0 ? 0 : (await recordOf(witness, { householdId: id })).version
    expect((await pushCommand(witness, { id, version: known }, step)).refusal).toBeNull()
  }
  return id
}

test('the head of a family dies: what was his ends, what is the family’s stays; the district hands the family over with its history and reads it no more', async () => {
  // The page asks once more for what the giver may no longer open.
  journey.expectNoise(/the server responded with a status of 404/)
  const tambon = await journey.witness(tambonOfficerOfPhuengDaet)
  const householdId = await oldCouple(tambon)
  const address = `${journey.url}/households/${householdId}`

  const desk = await journey.signIn(tambonOfficerOfPhuengDaet, 'desk')
  await desk.goto(address)
  await desk.getByRole('button', { name: /^บันทึกการเสียชีวิต: นายทองใบ/ }).click()
  const death = desk.getByRole('dialog')
  await typeDay(death.getByRole('group', { name: 'วันที่เสียชีวิต' }), '10', '01', '2567')
  await death.getByRole('button', { name: 'บันทึกการเสียชีวิต', exact: true }).click()
  await death.getByText('โปรดเลือกหัวหน้าครัวเรือนคนใหม่').waitFor()
  await choose(desk, death, 'หัวหน้าครัวเรือนคนใหม่', `นางบุญเรือง ${lastName}`)
  await death.getByRole('button', { name: 'บันทึกการเสียชีวิต', exact: true }).click()
  await death.waitFor({ state: 'detached' })
  await problemRow(desk, 'P204').getByText(problemStateNames.OPEN.th).first().waitFor()
  await desk.getByRole('heading', { level: 1, name: /616\/1/ }).waitFor()
  const widow = await recordOf(tambon, { householdId })
  expect(widow.problems.map(p => [p.kindCode, p.state, p.closeNote])).toEqual([
    ['P204', 'OPEN', ''],
    ['P506', 'CANCELLED', 'เสียชีวิต'],
  ])
  expect(widow.members.map(m => [m.firstName, m.isHead, m.residence])).toEqual([
    ['ทองใบ', false, 'dead'],
    ['บุญเรือง', true, 'resident'],
  ])

  const giver = await journey.signIn(officerOfMueang, 'desk')
  await giver.goto(address)
  await giver.getByRole('button', { name: 'จัดการครัวเรือน' }).click()
  await giver.getByRole('menuitem', { name: 'ย้ายไปหมู่บ้านอื่น' }).click()
  const move = giver.getByRole('dialog')
  const donTan = await journey.witness(officerOfDonTan)
  const village = await villageIn(donTan, '490301')
  await move.getByRole('combobox', { name: 'หมู่บ้านปลายทาง' }).fill(village.nameTh)
  await giver
    .getByRole('option', { name: new RegExp(`${village.nameTh}.*ดอนตาล`) })
    .first()
    .click()
  await move.getByRole('textbox', { name: 'เหตุผลที่ย้าย' }).fill(why)
  await move.getByText('หมู่บ้านปลายทางอยู่ต่างอำเภอ').waitFor()
  await move.getByRole('button', { name: 'ย้ายและส่งมอบงาน' }).click()
  await move.waitFor({ state: 'detached' })

  // What the giver keeps: that it went, not whose it was.
  const gone = giver.getByRole('row').filter({ hasText: why })
  await gone.getByText(/ดอนตาล/).waitFor()
  expect(await gone.getByRole('link').count()).toBe(0)
  const refused = await (await journey.witness(officerOfMueang)).try(readHousehold, { params: { householdId } })
  expect(refused).toMatchObject({ ok: false, kind: 'refused', status: 404 })

  const receiver = await journey.signIn(officerOfDonTan, 'desk')
  await receiver.goto(`${journey.url}/households`)
  await receiver.getByRole('link', { name: 'รับมอบ/ส่งมอบ' }).click()
  const arrived = receiver.getByRole('row').filter({ hasText: why })
  await arrived.getByRole('link', { name: 'เปิดครัวเรือน' }).click()
  await problemRow(receiver, 'P204').waitFor()
  await receiver.goto(`${address}?tab=timeline`)
  for (const fact of ['ขึ้นทะเบียนครัวเรือนในระบบ', 'บันทึกการเสียชีวิตของสมาชิก', 'ย้ายไปหมู่บ้านอื่น'])
    await receiver.getByText(fact).first().waitFor()
  expect((await recordOf(donTan, { householdId })).version).toBe(widow.version + 1)
})
