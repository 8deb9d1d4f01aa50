import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { referProblem } from '@thaiqm/testing/deeds.ts'
import { headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import type { Day, Instant } from '../ledger/day.ts'
import type { OrganisationId, PlanActionId, PlanId, ProblemId, RoundId } from '../ledger/identifiers.ts'
import { type Actor, systemActor } from './actor.ts'
import { viewHousehold } from './view-household.ts'

const partner: Actor = { ...people.healthAgency, role: 'PARTNER', agencyCode: 'RELIGION' }

const referred = (agencyCode: string) =>
  householdAfter([
    {
      by: systemActor,
      command: importCommand([oldProblem(10, 'P217'), oldProblem(11, 'P601'), oldProblem(12, 'P411')], {
        phone: '0810000001',
        members: [headMember({ firstName: 'สมมติ', nationalNumber: '3490100000017' })],
      }),
    },
    {
      by: people.districtOfficer,
      command: referProblem(testId<ProblemId>(10), agencyCode, { dueOn: '2024-02-01' as Day }),
    },
  ])

const read = (household: ReturnType<typeof referred>, actor: Actor) =>
  viewHousehold(household, actor, compiledQuestionnaire)

test('a village head reads every hardship but the restricted ones; the district chief reads all', () => {
  expect(read(referred('MOPH'), people.villageHead).problems.map(p => p.kindCode)).toEqual(['P217', 'P411'])
  expect(read(referred('MOPH'), people.districtChief).problems).toHaveLength(3)
})

test('an agency reads what was referred to it and whom it concerns, without numbers', () => {
  const view = read(referred('MOPH'), people.healthAgency)
  expect(view.problems.map(p => p.kindCode)).toEqual(['P217'])
  expect(JSON.stringify(view)).toContain('สมมติ')
  expect(JSON.stringify(view)).not.toContain('3490100000017')
})

test('a partner reads the need and the place, and not one word of who it is', () => {
  const view = read(referred('RELIGION'), partner)
  expect(view.problems.map(p => p.kindCode)).toEqual(['P217'])
  expect(view.address.houseNumber).toBe('97')
  for (const secret of ['สมมติ', 'บ้านตัวอย่าง', '3490100000017', '0810000001'])
    expect(JSON.stringify({ ...view, address: null })).not.toContain(secret)
})

test('a partner sees its own part of a plan, and not what another of its kind has taken on', () => {
  const [own, other] = [testId<OrganisationId>(70), testId<OrganisationId>(71)]
  const action = (n: number, organisationId: OrganisationId | null) => ({
    id: testId<PlanActionId>(n),
    problemIds: [testId<ProblemId>(10)],
    remedyId: null,
    what: `ส่วนที่ ${n}`,
    level: 'SURVIVE' as const,
    sector: 'REL' as const,
    agencyCode: 'RELIGION',
    organisationId,
    ownerName: '',
    dueOn: '2024-02-01' as Day,
    budgetBaht: 0,
    fundSource: '',
    state: 'PLANNED' as const,
    doneOn: null,
    doneBy: null,
    result: '',
  })
  const plan = {
    id: testId<PlanId>(60),
    roundId: testId<RoundId>(0xc002),
    state: 'APPROVED' as const,
    potential: 'WELFARE' as const,
    fourT: { attitude: 'ก', skill: 'ข', resource: 'ค', wayOut: 'ง' },
    goals: 'เป้าหมาย',
    actions: [action(1, own), action(2, other), action(3, null)],
    proposedBy: people.tambonOfficer.personId,
    proposedAt: '2024-01-12T02:00:00.000Z' as Instant,
    approvedBy: people.districtChief.personId,
    approvedAt: '2024-01-12T02:00:00.000Z' as Instant,
    returnReason: '',
  }
  const view = read({ ...referred('RELIGION'), plans: [plan] }, { ...partner, organisationId: own })
  expect(view.plans[0]?.actions.map(a => a.what)).toEqual(['ส่วนที่ 1', 'ส่วนที่ 3'])
  expect(view.plans[0]?.goals).toBe('')
})
