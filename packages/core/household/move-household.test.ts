import { contextFor, importedHousehold, oldProblem, roundMorning } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import type { VillageCode } from '../area/area-code.ts'
import { evolveHousehold } from './evolve-household.ts'
import { decideHouseholdCommand } from './household-command.ts'

const household = importedHousehold([oldProblem(10, 'P204')])
const moved = (areaCode: string, reason = 'ครอบครัวย้ายไปอยู่กับบุตร') =>
  ({ type: 'MoveHousehold', input: { areaCode: areaCode as VillageCode, villageName: 'บ้านใหม่สมมติ', reason } }) as const

test('a household moves with its whole history; its village and that village’s name change, nothing else', () => {
  const events = decideHouseholdCommand(household, moved('49010601'), contextFor(people.districtOfficer))
  expect(events).toMatchObject({ ok: true, value: [{ type: 'HouseholdMoved', fromAreaCode: household.areaCode }] })
  if (!events.ok || events.value[0] === undefined) return
  const [event] = events.value
  const after = evolveHousehold(household.id, household, {
    event,
    at: roundMorning,
    by: people.districtOfficer.personId,
  })
  const { areaCode, address, version, lastChangedAt, moves, ...rest } = after
  const { areaCode: _a, address: before, version: _v, lastChangedAt: _l, ...same } = household
  expect([areaCode, address]).toEqual(['49010601', { ...before, villageName: 'บ้านใหม่สมมติ' }])
  expect(moves).toEqual([
    {
      fromAreaCode: household.areaCode,
      areaCode: '49010601',
      on: '2024-01-12',
      reason: 'ครอบครัวย้ายไปอยู่กับบุตร',
    },
  ])
  expect([version, lastChangedAt]).toEqual([household.version + 1, roundMorning])
  expect({ ...rest, workedOn: false }).toEqual({ ...same, workedOn: false })
})

test.each([
  ['into another district, by the tambon', moved('49030101'), people.tambonOfficer, 'outside-area'],
  ['into another province', moved('48010101'), people.districtOfficer, 'outside-area'],
  ['out of a district that is not one’s own', moved('49030101'), people.foreignOfficer, 'outside-area'],
  ['without a reason', moved('49010601', ' '), people.districtOfficer, 'reason-missing'],
  ['by a village head', moved('49010601'), people.villageHead, 'not-permitted'],
])('not %s', (_, command, actor, code) => {
  expect(decideHouseholdCommand(household, command, contextFor(actor))).toMatchObject({ ok: false, code })
})

test('to where it is already changes nothing; between districts the district hands it over, or the province', () => {
  expect(decideHouseholdCommand(household, moved(household.areaCode), contextFor(people.province))).toEqual({
    ok: true,
    value: [],
  })
  for (const actor of [people.province, people.districtChief, people.districtOfficer])
    expect(decideHouseholdCommand(household, moved('49030101'), contextFor(actor)).ok).toBe(true)
})
