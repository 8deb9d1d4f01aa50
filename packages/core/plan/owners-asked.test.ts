import { planAction, proposePlan } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import type { HouseholdCommand } from '../household/household-command.ts'
import type { OrganisationId, PlanActionId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import type { PlanActionInput } from './plan.ts'

const [roof, card, drugs] = [testId<ProblemId>(10), testId<ProblemId>(11), testId<ProblemId>(12)]
const builders = testId<OrganisationId>(0xf001)
const planId = testId<PlanId>(30)

const action = (n: number, over: Partial<PlanActionInput>): PlanActionInput =>
  planAction(testId(n), [roof], { what: `งานที่ ${n}`, agencyCode: 'LAO', ...over })

const approvedWith = (...actions: PlanActionInput[]) =>
  householdAfter([
    {
      by: systemActor,
      command: importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P501'), oldProblem(12, 'P601')]),
    },
    {
      by: people.designatedOfficer,
      command: proposePlan(planId, actions),
    },
    { by: people.districtChief, command: { type: 'ApprovePlan', input: { planId, note: '' } } },
  ])

const partner = (organisationId: OrganisationId): Actor => ({
  ...people.healthAgency,
  role: 'PARTNER',
  agencyCode: 'PEOPLE',
  organisationId,
})

const volunteers = action(31, { sector: 'PEOP', agencyCode: 'PEOPLE', organisationId: builders })

describe('approval asks each owner to answer, and opens its part to it', () => {
  test('beside the lead agency, with a day to answer by; the state stays the plan’s', () => {
    const problem = approvedWith(volunteers).problems[0]
    expect(problem).toMatchObject({
      state: 'PLANNED',
      referral: null,
      contributions: [{ agencyCode: 'PEOPLE', organisationId: builders, state: 'SENT', answerBy: '2024-01-19' }],
    })
  })

  test('of many partners under one code only the one that was meant reads it', () => {
    const household = approvedWith(volunteers)
    const kindsFor = (actor: Actor) =>
      viewHousehold(household, actor, contextFor(actor).findForm).problems.map(p => p.kindCode)
    expect(kindsFor(partner(builders))).toEqual(['P201'])
    expect(kindsFor(partner(testId<OrganisationId>(0xf002)))).toEqual([])
  })

  test('a code many partners share opens nothing without a name; a restricted hardship is referred by hand', () => {
    const household = approvedWith(
      action(31, { sector: 'PEOP', agencyCode: 'PEOPLE' }),
      action(32, { problemIds: [drugs], agencyCode: 'MOPH' }),
      action(33, { problemIds: [card], agencyCode: 'DOPA' }),
    )
    expect(household.problems.map(p => p.contributions?.map(r => r.agencyCode))).toEqual([
      undefined,
      ['DOPA'],
      undefined,
    ])
  })

  test('what the owner answers for its actions is its answer to having been asked', () => {
    const two = [volunteers, action(32, { sector: 'PEOP', agencyCode: 'PEOPLE', organisationId: builders })]
    const answer = (n: number, said: 'ACCEPTED' | 'DONE' | 'CANNOT'): HouseholdCommand => ({
      type: 'AnswerPlanAction',
      input: {
        planId,
        planActionId: testId<PlanActionId>(n),
        answer: said,
        words: 'ตามที่ตกลง',
        evidence: [],
        answeredBy: 'หัวหน้าช่าง',
      },
    })
    const stateAfter = (...given: HouseholdCommand[]) => {
      const steps = given.map(command => ({ by: people.tambonOfficer, command }))
      const begun = [
        { by: systemActor, command: importCommand([oldProblem(10, 'P201')]) },
        {
          by: people.designatedOfficer,
          command: proposePlan(planId, two),
        },
        {
          by: people.districtChief,
          command: { type: 'ApprovePlan', input: { planId, note: '' } } as HouseholdCommand,
        },
      ]
      return householdAfter([...begun, ...steps]).problems[0]?.contributions?.[0]?.state
    }
    expect(stateAfter(answer(31, 'ACCEPTED'))).toBe('ACCEPTED')
    expect(stateAfter(answer(31, 'DONE'))).toBe('ACCEPTED')
    expect(stateAfter(answer(31, 'DONE'), answer(32, 'DONE'))).toBe('DONE')
    expect(stateAfter(answer(31, 'CANNOT'))).toBe('RETURNED')
  })
})
