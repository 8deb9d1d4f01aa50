import { systemActor } from '@thaiqm/core/access/actor.ts'
import {
  contextFor,
  headMember,
  householdAfter,
  importCommand,
  oldProblem,
  reXrayRound,
  roundMorning,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evolveHousehold } from '../household/evolve-household.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId, ProblemId } from '../ledger/identifiers.ts'
import { isSolved, problemState } from '../problem/problem-state.ts'
import { isRechecked, oldProblems } from '../rexray/old-problem.ts'

const head = headMember()
const wife = headMember({ id: testId<MemberId>(0xd002), isHead: false, relation: 'SPOUSE', sex: 'female' })
const son = headMember({ id: testId<MemberId>(0xd003), isHead: false, relation: 'CHILD', residence: 'moved' })

/** Hardships of the workbook belong to the household; these are given to people as a form would. */
const family = (problems: readonly Partial<Household['problems'][number]>[], members = [head, wife]): Household => {
  const bare = householdAfter([
    {
      by: systemActor,
      command: importCommand(
        problems.map((_, n) => oldProblem(n + 10, 'P204')),
        { members },
      ),
    },
  ])
  return { ...bare, problems: bare.problems.map((p, n) => ({ ...p, ...problems[n] })) }
}

const death = (over: Partial<Extract<HouseholdCommand, { type: 'RecordDeath' }>['input']> = {}): HouseholdCommand => ({
  type: 'RecordDeath',
  input: { memberId: wife.id, diedOn: '2024-01-10' as Day, newHeadId: null, note: '', ...over },
})

const after = (household: Household, command: HouseholdCommand, actor = people.villageHead): Household => {
  const decided = decideHouseholdCommand(household, command, contextFor(actor))
  if (!decided.ok) throw new Error(decided.code)
  return decided.value.reduce<Household>(
    (now, event) => evolveHousehold(now.id, now, { event, at: roundMorning, by: actor.personId }),
    household,
  )
}

test('an old hardship of the dead gets its verdict, one found in this round is cancelled, the household’s stays', () => {
  const household = family([
    { memberId: wife.id },
    { memberId: wife.id, foundInRoundId: reXrayRound.id },
    { memberId: null },
    { memberId: head.id },
    { memberId: wife.id, state: 'RESOLVED' },
    { memberId: wife.id, state: 'UNRESOLVABLE', foundInRoundId: reXrayRound.id },
  ])
  const { problems, members, status } = after(household, death())
  expect(problems.map(p => p.state)).toEqual(['CANCELLED', 'CANCELLED', 'OPEN', 'OPEN', 'RESOLVED', 'CANCELLED'])
  expect(problems[0]?.rechecks).toMatchObject([{ verdict: 'R6', note: 'เสียชีวิต' }])
  expect(problems[1]).toMatchObject({ closeNote: 'เสียชีวิต', rechecks: [] })
  expect(members.map(m => m.residence)).toEqual(['resident', 'dead'])
  expect(status).toBe('ACTIVE')
})

test('a restricted hardship ends with the person although the village head does not know of it', () => {
  const hidden = family([{ memberId: wife.id, restricted: true }])
  expect(after(hidden, death()).problems[0]?.state).toBe('CANCELLED')
})

test('somebody a form calls dead is recorded again only where the recorder sees something open', () => {
  const dead = [head, { ...wife, residence: 'dead' as const }]
  const hidden = family([{ memberId: wife.id, restricted: true }], dead)
  expect(decideHouseholdCommand(hidden, death(), contextFor(people.villageHead))).toMatchObject({
    code: 'already-dead',
  })
  expect(after(hidden, death(), people.designatedOfficer).problems[0]?.state).toBe('CANCELLED')
})

test('where the head has died a living member takes the place; the last one leaves the house vacant', () => {
  const household = family([{}], [head, wife, son])
  const headDied = (newHeadId: MemberId | null) => death({ memberId: head.id, newHeadId })
  for (const nobody of [null, head.id, son.id, testId<MemberId>(0xdead)])
    expect(decideHouseholdCommand(household, headDied(nobody), contextFor(people.villageHead))).toMatchObject({
      code: 'new-head-missing',
    })
  const widowed = after(household, headDied(wife.id))
  expect(widowed.members.map(m => [m.isHead, m.residence])).toEqual([
    [false, 'dead'],
    [true, 'resident'],
    [false, 'moved'],
  ])
  const empty = after(widowed, death())
  expect(empty).toMatchObject({ status: 'VACANT', problems: [{ state: 'OPEN' }] })
  expect(empty.members.filter(m => m.isHead)).toHaveLength(1)
})

test.each([
  ['nobody of this household', death({ memberId: testId<MemberId>(0xdead) }), people.villageHead, 'member-unknown'],
  ['a day to come', death({ diedOn: '2024-01-13' as Day }), people.villageHead, 'day-in-future'],
  ['an agency', death(), people.healthAgency, 'not-permitted'],
  ['another district', death(), people.foreignOfficer, 'outside-area'],
])('not %s', (_, command, actor, code) => {
  expect(decideHouseholdCommand(family([]), command, contextFor(actor))).toMatchObject({ ok: false, code })
})

test('whatever stood before: nothing of the dead goes on, nobody else’s changes, the round’s books balance', () => {
  const problem = fc.record({
    memberId: fc.constantFrom(null, head.id, wife.id),
    state: fc.constantFrom(...problemState.options),
    restricted: fc.boolean(),
    foundInRoundId: fc.constantFrom(testId<typeof reXrayRound.id>(0xc001), reXrayRound.id),
  })
  fc.assert(
    fc.property(fc.array(problem, { maxLength: 6 }), problems => {
      const household = family(problems)
      const now = after(household, death())
      const old = oldProblems(household, reXrayRound.id).map((p): ProblemId => p.id)
      expect(oldProblems(now, reXrayRound.id).map(p => p.id)).toEqual(old)
      for (const [n, p] of now.problems.entries()) {
        const before = household.problems[n]
        if (before?.memberId !== wife.id || isSolved(before.state)) expect(p).toEqual(before)
        else expect([p.state, old.includes(p.id)]).toEqual(['CANCELLED', isRechecked(p, reXrayRound.id)])
      }
    }),
  )
})
