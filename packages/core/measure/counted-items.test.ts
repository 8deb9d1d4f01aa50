import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import {
  householdAfter,
  importCommand,
  importedHousehold,
  oldProblem,
  reXrayRound,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { Household } from '../household/household.ts'
import type { ProblemId } from '../ledger/identifiers.ts'
import { countedItems, type Eye } from './counted-items.ts'
import { figures } from './figure.ts'
import { isProblemMeasure, type Measure, measure } from './measure.ts'

const items = (household: Household) => countedItems(household, reXrayRound, decisionCatalogue.kinds)

/** How many a reader counts: with or without the sight of restricted hardships. */
const seen = (household: Household, of: Measure, restricted: boolean): number => {
  const eyes: Eye[] = restricted ? ['both', 'full'] : ['both', 'open']
  return items(household).filter(item => item.measure === of && eyes.includes(item.eye)).length
}

test('a fresh baseline household is a target, not started, not re-checked, with its hardships live', () => {
  const household = importedHousehold([oldProblem(10, 'P204'), oldProblem(11, 'P411', 'RESOLVED')])
  for (const of of [
    'target-household',
    'not-started-household',
    'baseline-household',
    'not-rechecked-household',
    'household-in-hardship',
  ] as const)
    expect(seen(household, of, false), of).toBe(1)
  expect(seen(household, 'rechecked-household', false)).toBe(0)
  expect([
    seen(household, 'problem', false),
    seen(household, 'solved-problem', false),
    seen(household, 'live-problem', false),
  ]).toEqual([2, 1, 1])
})

test('a restricted hardship is counted for those who may see it only, and a household may be solved in open eyes alone', () => {
  const household = importedHousehold([oldProblem(10, 'P204', 'RESOLVED'), oldProblem(11, 'P601')])
  expect([seen(household, 'problem', true), seen(household, 'problem', false)]).toEqual([2, 1])
  expect([seen(household, 'household-solved', true), seen(household, 'household-solved', false)]).toEqual([0, 1])
})

test('unresolvable is never solved, cancelled leaves every count', () => {
  const unresolvable = importedHousehold([oldProblem(10, 'P203', 'UNRESOLVABLE')])
  expect([
    seen(unresolvable, 'problem', false),
    seen(unresolvable, 'solved-problem', false),
    seen(unresolvable, 'live-problem', false),
  ]).toEqual([1, 0, 0])
  const cancelled = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    {
      by: people.districtOfficer,
      command: {
        type: 'CancelProblem',
        input: { problemId: testId<ProblemId>(10), reason: 'บันทึกซ้ำ', survivorId: null },
      },
    },
  ])
  expect([seen(cancelled, 'problem', true), seen(cancelled, 'household-in-hardship', true)]).toEqual([0, 0])
})

test('an empty house is in no count at all', () => {
  const vacant = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    {
      by: people.villageHead,
      command: {
        type: 'RecordVisit',
        input: {
          roundId: reXrayRound.id,
          outcome: 'VACANT',
          visitedAt: '2024-01-12T02:00:00.000Z',
          note: '',
          photos: [],
        } as never,
      },
    },
  ])
  expect(items(vacant)).toEqual([])
})

test('an item stands once in a set, and hardship sets name the hardship', () => {
  const household = importedHousehold([
    oldProblem(10, 'P204'),
    oldProblem(11, 'P601'),
    oldProblem(12, 'P411', 'ASSISTED'),
  ])
  const keys = items(household).map(i => `${i.measure}|${i.problemId}|${i.eye}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const item of items(household))
    expect(item.problemId !== null, item.measure).toBe(isProblemMeasure(item.measure))
})

test('every figure speaks of known measures of its own unit, in two languages', () => {
  for (const figure of figures) {
    for (const counted of [figure.numerator, figure.denominator]) {
      if (counted === null) continue
      expect(measure.options).toContain(counted.measure)
      expect(isProblemMeasure(counted.measure)).toBe(figure.unit === 'problem')
    }
    expect(figure.definitionTh).toMatch(/[ก-๙]/)
  }
})
