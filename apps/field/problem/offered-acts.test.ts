import { mayCommand } from '@thaiqm/core/access/permission.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { problemAllows, problemState } from '@thaiqm/core/problem/problem-state.ts'
import { people } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { fieldActs, offeredActs } from './offered-acts.ts'

const today = '2024-02-01' as Day
const pause = { reason: 'ฤดูฝน', askedBy: people.tambonOfficer.personId, askedOn: '2024-01-20' as Day }

test.each([
  ['villageHead', 'OPEN', ['follow-up', 'self-resolved']],
  ['tambonOfficer', 'OPEN', ['follow-up', 'lane', 'begin', 'self-resolved', 'pause']],
  ['tambonOfficer', 'ASSISTED', ['follow-up', 'lane', 'pause']],
  ['villageHead', 'RESOLVED', ['revisit']],
  ['tambonOfficer', 'UNRESOLVABLE', ['follow-up', 'lane']],
  ['tambonOfficer', 'CANCELLED', []],
  ['governor', 'OPEN', []],
] as const)('%s on a hardship that is %s: %j', (who, state, acts) => {
  expect(offeredActs({ state, pause: undefined }, people[who], today)).toEqual(acts)
})

test('a pause is not asked for while one is asked for or runs; once it is over it may be', () => {
  const acts = (approvedOn: Day | null, untilOn: Day) =>
    offeredActs({ state: 'OPEN', pause: { ...pause, approvedOn, untilOn } }, people.tambonOfficer, today)
  expect(acts(null, '2024-03-01' as Day)).not.toContain('pause')
  expect(acts('2024-01-21' as Day, today)).not.toContain('pause')
  expect(acts('2024-01-21' as Day, '2024-01-31' as Day)).toContain('pause')
})

test('nothing is offered that role or state forbid', () => {
  for (const actor of Object.values(people))
    for (const state of problemState.options)
      for (const act of offeredActs({ state, pause: undefined }, actor, today)) {
        expect(mayCommand(actor, fieldActs[act])).toBe(true)
        expect(problemAllows[state]).toContain(fieldActs[act])
      }
})
