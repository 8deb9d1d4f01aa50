import { planAction, proposePlan, referProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { UNDISCLOSED_WORDS, viewHousehold } from '../access/view-household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import { layOver } from '../household/lay-over.ts'
import type { OrganisationId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import type { PlanActionInput } from '../plan/plan.ts'
import { findNamingWords } from './screen-words.ts'

const id = testId<ProblemId>(10)
const imported = {
  by: systemActor,
  command: importCommand([oldProblem(10, 'P217')], {
    members: [headMember({ firstName: 'บุญช่วย', lastName: 'สมมติสกุล' })],
  }),
}
const household = householdAfter([imported])
const decide = (command: HouseholdCommand, over: { wasAccepted?: boolean } = {}) => {
  const decided = decideHouseholdCommand(household, command, { ...contextFor(people.districtOfficer), ...over })
  return decided.ok ? 'done' : [decided.code, decided.details]
}
const named = ['need-names-household', { words: 'บุญช่วย' }]
const plan = (over: Partial<PlanActionInput>) =>
  proposePlan(testId<PlanId>(30), [planAction(testId(31), [id], { ownerName: 'ผู้รับผิดชอบ', ...over })])

test('a note to a temple or a firm names nobody; to a state agency it may', () => {
  const note = 'โปรดช่วยนายบุญช่วยซ่อมห้องน้ำ'
  expect(decide(referProblem(id, 'RELIGION', { note }))).toEqual(named)
  expect(decide(referProblem(id, 'RELIGION', { note, part: 'CONTRIBUTING' }))).toEqual(named)
  expect(decide(referProblem(id, 'PRIVATE', { note: 'โทร 081-234-5678' }))).toEqual([
    'need-names-household',
    { words: '081-234-5678' },
  ])
  expect(decide(referProblem(id, 'MOPH', { note }))).toBe('done')
  // Where the house stands a partner reads anyway, once the case is open to it.
  expect(decide(referProblem(id, 'RELIGION', { note: 'บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี' }))).toBe('done')
})

test('a plan’s action for a partner names nobody; one of an agency, or of somebody without an account, may', () => {
  const what = 'ซ่อมบ้านนายบุญช่วย'
  expect(decide(plan({ what, sector: 'REL', agencyCode: 'RELIGION' }))).toEqual(named)
  expect(decide(plan({ what, sector: 'REL', organisationId: testId<OrganisationId>(70) }))).toEqual(named)
  expect(decide(plan({ what: 'ซ่อมบ้าน', fundSource: 'เงินบุญช่วย', sector: 'CSO', agencyCode: 'CIVIL' }))).toEqual(named)
  expect(decide(plan({ what, agencyCode: 'LAO' }))).toBe('done')
  expect(decide(plan({ what, sector: 'PEOP' }))).toBe('done')
})

test('what was accepted once is accepted again from a backup, and stays before the eyes of whoever gave it', () => {
  const told = referProblem(id, 'RELIGION', { note: 'บ้านนายบุญช่วย' })
  const published: HouseholdCommand = {
    type: 'PublishNeed',
    input: { problemId: id, what: 'ซ่อมบ้านบุญช่วย', quantity: 1, unit: 'หลัง', budgetBaht: null, dueOn: null },
  }
  const planned = plan({ what: 'ซ่อมบ้านบุญช่วย', sector: 'REL', agencyCode: 'RELIGION' })
  for (const command of [told, published, planned]) {
    expect(decide(command), command.type).toEqual(named)
    expect(decide(command, { wasAccepted: true }), command.type).toBe('done')
  }
  const seen = layOver(household.id, household, [told], contextFor(people.districtOfficer))
  expect(seen?.problems[0]?.referral?.note).toBe('บ้านนายบุญช่วย')
})

test('a partner reads no name in words of before the screening, nor the officers’ own notes', () => {
  const context = { ...contextFor(people.districtOfficer), wasAccepted: true }
  const old = [
    referProblem(id, 'RELIGION', { note: 'บ้านนายบุญช่วย' }),
    plan({ what: 'ซ่อมบ้านบุญช่วย', sector: 'REL', agencyCode: 'RELIGION' }),
    { type: 'AnalyseCauses' as const, input: { problemId: id, causeCodes: [], rootCause: 'บุญช่วยตกงาน' } },
    {
      type: 'ChooseLane' as const,
      input: {
        problemId: id,
        lane: 'COMMUNITY' as const,
        ownerName: 'นายบุญช่วย',
        organisationId: null,
        lookAgainOn: null,
        note: 'ถามบุญช่วย',
      },
    },
  ]
  const whole = layOver(household.id, household, old, context)
  if (whole === null) throw new Error('the household is there')
  const partner: Actor = { ...people.healthAgency, role: 'PARTNER', agencyCode: 'RELIGION' }
  const { findForm, clocks, today } = contextFor(partner)
  const seen = viewHousehold(whole, partner, findForm, { today, clocks })
  expect(seen.problems[0]?.referral?.note).toBe(UNDISCLOSED_WORDS)
  expect(seen.plans[0]?.actions[0]?.what).toBe(UNDISCLOSED_WORDS)
  expect(JSON.stringify(seen)).not.toContain('บุญช่วย')
  // Its own agency reads what the district wrote.
  const agency = viewHousehold(
    layOver(household.id, household, [referProblem(id, 'MOPH', { note: 'บ้านนายบุญช่วย' })], context) ?? household,
    people.healthAgency,
    findForm,
    { today, clocks },
  )
  expect(agency.problems[0]?.referral?.note).toBe('บ้านนายบุญช่วย')
})

test('a member’s name is found wherever it stands, and nothing is found where no name or long number is', () => {
  const plain = fc.stringMatching(/^[ก-ฮ ]{0,20}$/)
  fc.assert(
    fc.property(plain, plain, (before, after) => {
      expect(findNamingWords(`${before} บุญช่วย ${after}`, household)).toBe('บุญช่วย')
      fc.pre(!`${before}${after}`.replaceAll(' ', '').includes('บุญช่วย'))
      expect(findNamingWords(`${before} 12/3 ${after}`, household)).toBeUndefined()
    }),
  )
})
