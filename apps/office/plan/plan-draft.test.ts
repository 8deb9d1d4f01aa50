import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { PlanActionId, PlanId, ProblemId, RoundId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { proposePlanInput } from '@thaiqm/core/plan/propose-plan.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actionFromRemedy,
  draftFromPlan,
  emptyDraft,
  gapsOf,
  moveAction,
  ownAction,
  toPlanInput,
} from './plan-draft.ts'
import { sumsBySector, totalBaht } from './plan-sums.ts'
import { plannableProblems } from './plannable-problems.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const toilet = { id: id(1) as ProblemId, kindCode: 'P204', state: 'OPEN' as const }
const water = { id: id(2) as ProblemId, kindCode: 'P205', state: 'IN_PROGRESS' as const }
const solved = { id: id(3) as ProblemId, kindCode: 'P401', state: 'RESOLVED' as const }

const remedy = (given: Partial<Remedy>): Remedy => ({
  id: 'H001',
  kindCodes: ['P204'],
  th: 'สร้างหรือซ่อมห้องส้วม',
  en: 'Build a toilet',
  level: 'SURVIVE',
  agencyCode: 'LAO',
  sector: 'GOV',
  typicalBudgetBaht: 15_000,
  typicalDays: 30,
  ...given,
})

const today = '2024-01-12' as Day
const deadline = '2024-09-30' as Day
const roundId = id(90) as RoundId

test('a solved problem is not planned for', () => {
  expect(plannableProblems([toilet, water, solved])).toEqual([toilet, water])
})

describe('the order of the plan', () => {
  const ids = [1, 2, 3].map(n => ({ id: id(n) as PlanActionId }))
  const [first, second, third] = ids
  if (first === undefined || second === undefined || third === undefined) throw new Error('three')

  test('is the team’s: an action moves up and down, and no further than the ends', () => {
    expect(moveAction(ids, third.id, -1)).toEqual([first, third, second])
    expect(moveAction(ids, first.id, 1)).toEqual([second, first, third])
    expect(moveAction(ids, first.id, -1)).toEqual(ids)
    expect(moveAction(ids, third.id, 1)).toEqual(ids)
  })

  test('keeps every action, wherever it is moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -5, max: 5 }), (n, by) => {
        expect(new Set(moveAction(ids, id(n) as PlanActionId, by))).toEqual(new Set(ids))
      }),
    )
  })
})

describe('an action from a remedy', () => {
  test('is due after the usual days', () => {
    const action = actionFromRemedy(remedy({}), [toilet.id], id(10) as PlanActionId, 'อบต.โพนทราย', today, deadline)
    expect(action).toMatchObject({ dueOn: '2024-02-11', budgetBaht: 15_000, agencyCode: 'LAO', sector: 'GOV' })
  })

  test('is never due after the deadline, however long the remedy usually takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 400 }), (days, left) => {
        const last = addDays(today, left)
        const action = actionFromRemedy(
          remedy({ typicalDays: days }),
          [toilet.id],
          id(10) as PlanActionId,
          '',
          today,
          last,
        )
        return action.dueOn !== null && action.dueOn <= last && action.dueOn >= today
      }),
    )
  })
})

describe('the draft as the command’s input', () => {
  const action = actionFromRemedy(remedy({}), [toilet.id], id(10) as PlanActionId, ' อบต. ', today, deadline)
  const draft = { ...emptyDraft(id(80) as PlanId, roundId), actions: [action] }

  test('is what the contract takes', () => {
    const input = toPlanInput(draft)
    expect(proposePlanInput.safeParse(input).success).toBe(true)
    expect(input?.actions[0]?.ownerName).toBe('อบต.')
  })

  test('unknown money goes in as nothing', () => {
    expect(toPlanInput({ ...draft, actions: [{ ...action, budgetBaht: null }] })?.actions[0]?.budgetBaht).toBe(0)
  })

  test('waits while an action lacks its words, its problems or its day', () => {
    expect(gapsOf(ownAction([], id(11) as PlanActionId, deadline))).toEqual(['what', 'problems'])
    expect(toPlanInput({ ...draft, actions: [{ ...action, dueOn: null }] })).toBeNull()
    expect(toPlanInput({ ...draft, actions: [{ ...action, what: '  ' }] })).toBeNull()
  })
})

describe('the last plan as a starting point', () => {
  const action = actionFromRemedy(remedy({}), [toilet.id, solved.id], id(10) as PlanActionId, 'อบต.', today, deadline)
  const plan = {
    ...emptyDraft(id(80) as PlanId, roundId),
    id: id(80) as PlanId,
    state: 'APPROVED' as const,
    actions: [
      { ...action, state: 'PLANNED' as const },
      { ...action, id: id(12) as PlanActionId, state: 'DONE' as const },
      { ...action, id: id(13) as PlanActionId, problemIds: [solved.id], state: 'PLANNED' as const },
    ],
  }
  const counter = () => {
    let n = 500
    return () => id(n++)
  }
  const plannable = new Set([toilet.id])

  test('an approved one begets a new plan with what is still to be done', () => {
    const draft = draftFromPlan(plan, roundId, plannable, counter())
    expect(draft.planId).not.toBe(plan.id)
    expect(draft.actions).toHaveLength(1)
    expect(draft.actions[0]?.problemIds).toEqual([toilet.id])
    expect(draft.actions[0]?.id).not.toBe(action.id)
    expect(draft.actions[0]).not.toHaveProperty('state')
  })

  test('one that was returned is written anew under its own id', () => {
    const draft = draftFromPlan({ ...plan, state: 'RETURNED' }, roundId, plannable, counter())
    expect(draft.planId).toBe(plan.id)
    expect(draft.actions[0]?.id).toBe(action.id)
  })
})

describe('sums per sector', () => {
  test('stand in the letter’s order and leave out partners with nothing', () => {
    const sums = sumsBySector([
      { sector: 'PRIV', budgetBaht: 5000 },
      { sector: 'GOV', budgetBaht: 15_000 },
      { sector: 'PRIV', budgetBaht: null },
    ])
    expect(sums).toEqual([
      { sector: 'GOV', count: 1, baht: 15_000 },
      { sector: 'PRIV', count: 2, baht: 5000 },
    ])
  })

  test('add up to the whole, whatever the actions are', () => {
    const sectors: Sector[] = ['GOV', 'ACAD', 'REL', 'PRIV', 'PEOP', 'CSO', 'MEDIA']
    const costed = fc.record({
      sector: fc.constantFrom(...sectors),
      budgetBaht: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    })
    fc.assert(
      fc.property(fc.array(costed), actions => {
        const sums = sumsBySector(actions)
        expect(sums.reduce((sum, one) => sum + one.baht, 0)).toBe(totalBaht(actions))
        expect(sums.reduce((sum, one) => sum + one.count, 0)).toBe(actions.length)
      }),
    )
  })
})
