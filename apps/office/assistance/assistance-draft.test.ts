import { recordAssistanceInput } from '@thaiqm/core/assistance/record-assistance.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, OrganisationId, PlanActionId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { problemState } from '@thaiqm/core/problem/problem-state.ts'
import { describe, expect, test } from 'vitest'
import {
  type AssistanceDraft,
  helpableProblems,
  helpBySector,
  helpFromAllocation,
  helpFromPlan,
  openPlanActions,
  toAssistanceInput,
  unitsDelivered,
} from './assistance-draft.ts'

const draft: AssistanceDraft = {
  id: '00000000-0000-4000-8000-000000000001' as AssistanceId,
  problemIds: ['00000000-0000-4000-8000-000000000002' as ProblemId],
  planActionId: null,
  sector: 'REL',
  agencyCode: null,
  organisationId: null,
  giverName: ' วัดบ้านตัวอย่าง ',
  what: 'แผ่นสังกะสี',
  quantity: 20,
  unit: 'แผ่น',
  valueBaht: 3600.4,
  givenOn: '2024-01-10' as Day,
  evidence: [],
  completes: true,
}

describe('help being written down', () => {
  test('becomes what the contract takes, in whole baht', () => {
    const input = toAssistanceInput(draft)
    expect(recordAssistanceInput.safeParse(input).success).toBe(true)
    expect(input).toMatchObject({ giverName: 'วัดบ้านตัวอย่าง', valueBaht: 3600, completes: true, planActionId: null })
    expect(toAssistanceInput({ ...draft, valueBaht: null })?.valueBaht).toBe(0)
  })

  test('waits for a problem, a sector and a day', () => {
    expect(toAssistanceInput({ ...draft, problemIds: [] })).toBeNull()
    expect(toAssistanceInput({ ...draft, sector: null })).toBeNull()
    expect(toAssistanceInput({ ...draft, givenOn: null })).toBeNull()
  })
})

test('help is recorded for live problems only', () => {
  const problems = problemState.options.map(state => ({ state })) as Parameters<typeof helpableProblems>[0]['problems']
  expect(helpableProblems({ problems }).map(problem => problem.state)).toEqual([
    'OPEN',
    'PLANNED',
    'REFERRED',
    'IN_PROGRESS',
    'ASSISTED',
  ])
})

test('help is summed by sector in the letter’s order', () => {
  expect(
    helpBySector([
      { sector: 'PRIV', valueBaht: 500 },
      { sector: 'GOV', valueBaht: 1000 },
      { sector: 'PRIV', valueBaht: 700 },
    ]),
  ).toEqual([
    { sector: 'GOV', count: 1, baht: 1000 },
    { sector: 'PRIV', count: 2, baht: 1200 },
  ])
})

describe('help that carries out the approved plan', () => {
  const solved = { id: '00000000-0000-4000-8000-00000000000a' as ProblemId, state: 'RESOLVED' }
  const live = { id: '00000000-0000-4000-8000-00000000000b' as ProblemId, state: 'PLANNED' }
  const action = {
    id: '00000000-0000-4000-8000-00000000000c' as PlanActionId,
    problemIds: [solved.id, live.id],
    state: 'PLANNED',
    sector: 'REL',
    agencyCode: null,
    organisationId: null,
    ownerName: 'วัดบ้านตัวอย่าง',
    what: 'มุงหลังคา',
    budgetBaht: 0,
  }
  type Given = Parameters<typeof openPlanActions>[0]
  const household = (state: string, of: object) =>
    ({ problems: [solved, live], plans: [{ state, actions: [{ ...action, ...of }] }] }) as unknown as Given

  test('is offered while an action is not done and still answers a live problem', () => {
    const offered = (state: string, of: object) => openPlanActions(household(state, of)).length
    expect(offered('APPROVED', {})).toBe(1)
    expect(offered('PROPOSED', {})).toBe(0)
    expect(offered('APPROVED', { state: 'DONE' })).toBe(0)
    expect(offered('APPROVED', { problemIds: [solved.id] })).toBe(0)
  })

  test('begins with what the plan says, for live problems only', () => {
    const [planned] = openPlanActions(household('APPROVED', {}))
    if (planned === undefined) throw new Error('the plan has an open action')
    const begun = { ...draft, ...helpFromPlan(planned, [live]) }
    expect(toAssistanceInput(begun)).toMatchObject({
      planActionId: action.id,
      problemIds: [live.id],
      giverName: 'วัดบ้านตัวอย่าง',
      what: 'มุงหลังคา',
      valueBaht: 0,
    })
  })
})

describe('help that delivers a part of an offer', () => {
  const part = {
    problemId: '00000000-0000-4000-8000-000000000002' as ProblemId,
    organisationId: '00000000-0000-4000-8000-00000000000e' as OrganisationId,
    what: 'แผ่นสังกะสี',
    unit: 'แผ่น',
  }

  test('begins with what is outstanding, and never with a nought', () => {
    expect(helpFromAllocation(part, { quantity: 20, budgetBaht: 700 })).toMatchObject({
      quantity: 20,
      unit: 'แผ่น',
      valueBaht: 700,
    })
    expect(helpFromAllocation(part, { quantity: 0, budgetBaht: 0 })).toMatchObject({ quantity: null, valueBaht: null })
  })

  test('says itself how many units it delivers, in whole units of the part; else it is asked', () => {
    expect(unitsDelivered({ quantity: 20, unit: ' แผ่น ' }, part)).toBe(20)
    expect(unitsDelivered({ quantity: 2, unit: 'มัด' }, part)).toBeUndefined()
    expect(unitsDelivered({ quantity: 2.5, unit: 'แผ่น' }, part)).toBeUndefined()
    expect(unitsDelivered({ quantity: null, unit: 'แผ่น' }, part)).toBeUndefined()
  })
})
