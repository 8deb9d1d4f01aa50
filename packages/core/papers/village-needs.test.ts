import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemState } from '../problem/problem-state.ts'
import { inMeetingOrder, PLAN_DIMENSIONS, sheetNeeds, type VillageNeed, villageNeeds } from './village-needs.ts'

const need = (over: Partial<VillageNeed>): VillageNeed => ({
  villageCode: '49010507',
  householdId: 'a',
  kindCode: 'P204',
  dimension: 'D2',
  severity: 3,
  state: 'OPEN',
  restricted: false,
  ...over,
})

test('each village counts its live hardships by kind; a house with several is one house', () => {
  const counted = villageNeeds(
    [
      need({}),
      need({ householdId: 'b', severity: 1 }),
      need({ kindCode: 'P206' }),
      need({ householdId: 'c', state: 'RESOLVED' }),
      need({ villageCode: '49010501', kindCode: 'P411', dimension: 'D4', householdId: 'd' }),
    ],
    PLAN_DIMENSIONS,
  )
  expect(counted).toEqual([
    {
      villageCode: '49010501',
      kinds: [{ kindCode: 'P411', dimension: 'D4', problems: 1, households: 1, urgent: 0 }],
      problems: 1,
      households: 1,
    },
    {
      villageCode: '49010507',
      kinds: [
        { kindCode: 'P204', dimension: 'D2', problems: 2, households: 2, urgent: 1 },
        { kindCode: 'P206', dimension: 'D2', problems: 1, households: 1, urgent: 0 },
      ],
      problems: 3,
      households: 2,
    },
  ])
})

test('what the village ranked comes first in its order, the rest after it', () => {
  const [village] = villageNeeds([need({}), need({ kindCode: 'P206' }), need({ kindCode: 'P208' })], PLAN_DIMENSIONS)
  const ranked = [
    { priority: 1, kindCodes: ['P208'] },
    { priority: 2, kindCodes: ['P401', 'P206'] },
  ]
  expect(inMeetingOrder(village?.kinds ?? [], ranked).map(kind => [kind.kindCode, kind.priority])).toEqual([
    ['P208', 1],
    ['P206', 2],
    ['P204', null],
  ])
})

test('restricted, settled and other hardships never reach the sheet, and its sums equal its list', () => {
  const needs = fc.array(
    fc.record({
      villageCode: fc.constantFrom('49010501', '49010507'),
      householdId: fc.constantFrom('a', 'b', 'c'),
      kindCode: fc.constantFrom('P204', 'P411', 'P601'),
      dimension: fc.constantFrom('D2', 'D4', 'D6'),
      severity: fc.constantFrom(1, 2, 3),
      state: fc.constantFrom(...problemState.options),
      restricted: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(needs, given => {
      const listed = sheetNeeds(given, PLAN_DIMENSIONS)
      expect(listed.some(one => one.restricted || one.dimension === 'D6' || one.state === 'RESOLVED')).toBe(false)
      const counted = villageNeeds(given, PLAN_DIMENSIONS)
      expect(counted.reduce((sum, village) => sum + village.problems, 0)).toBe(listed.length)
      for (const village of counted)
        expect(village.kinds.reduce((sum, kind) => sum + kind.problems, 0)).toBe(village.problems)
    }),
  )
})
