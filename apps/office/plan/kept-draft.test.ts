import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PlanActionId, PlanId, ProblemId, RoundId } from '@thaiqm/core/ledger/identifiers.ts'
import { describe, expect, test } from 'vitest'
import { keptDraft, resumeDraft } from './kept-draft.ts'
import { emptyDraft, ownAction } from './plan-draft.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const live = id(1) as ProblemId
const solved = id(2) as ProblemId
const planId = id(3) as PlanId
const roundId = id(4) as RoundId
const actionId = id(5) as PlanActionId

const kept = {
  ...emptyDraft(planId, roundId),
  goals: 'มีบ้านที่มั่นคง',
  actions: [ownAction([live, solved], actionId, '2024-01-31' as Day)],
  keptAt: '2024-01-12T02:00:00.000Z',
}

const resume = (of: { approved?: readonly PlanId[]; plannable?: readonly ProblemId[] }) =>
  resumeDraft(keptDraft.parse(kept), {
    roundId,
    approvedPlanIds: new Set(of.approved ?? []),
    plannable: new Set(of.plannable ?? [live, solved]),
    newId: () => id(9),
  })

describe('a plan that was begun and not sent', () => {
  test('is read back with its gaps, and one of another shape is not', () => {
    expect(keptDraft.safeParse(kept).data).toEqual(kept)
    expect(keptDraft.safeParse({ ...kept, actions: [{}] }).success).toBe(false)
    expect(keptDraft.safeParse(undefined).success).toBe(false)
  })

  test('goes on as it was', () => {
    const { keptAt: _keptAt, ...draft } = kept
    expect(resume({})).toEqual(draft)
  })

  test('leaves out problems solved meanwhile, never what was written', () => {
    expect(resume({ plannable: [live] }).actions.map(action => action.problemIds)).toEqual([[live]])
    expect(resume({ plannable: [] }).actions).toHaveLength(1)
  })

  test('becomes a new plan when its own was approved meanwhile', () => {
    const resumed = resume({ approved: [planId] })
    expect(resumed.planId).toBe(id(9))
    expect(resumed.actions[0]?.id).toBe(id(9))
  })
})
