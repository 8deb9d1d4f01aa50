import { incomeLineBaht, remedies, remedyById } from '@thaiqm/catalogue/catalogue.ts'
import { headMember, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { Household } from '../household/household.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId, ProblemId } from '../ledger/identifiers.ts'
import { readProfile } from './household-profile.ts'
import { type RankingInput, rankRemedies, totalScore } from './rank-remedies.ts'
import { type RemedyCapacity, remedyCapacity } from './remedy-capacity.ts'
import { chanceOfSuccess, FEWEST_TOLD, type RemedyOutcomeSum } from './remedy-evidence.ts'
import { remedyReason } from './remedy-reason.ts'
import { trialOutcome } from './remedy-trial.ts'
import { sharedCauses } from './shared-cause.ts'

const today = '2024-01-12' as Day
const elder = headMember({ birth: { day: '1950-05-01' as Day, precision: 'day' } })
const child = headMember({
  id: testId<MemberId>(2),
  isHead: false,
  birth: { day: '2020-05-01' as Day, precision: 'day' },
})

const withProblems = (...kinds: string[]): Household =>
  householdAfter([
    {
      by: systemActor,
      command: importCommand(
        kinds.map((kind, at) => oldProblem(at + 1, kind)),
        { members: [elder, child] },
      ),
    },
  ])

const inputFor = (household: Household, over: Partial<RankingInput> = {}): RankingInput => ({
  household,
  problems: household.problems,
  remedies,
  capacity: new Map(),
  outcomes: [],
  today,
  incomeLines: incomeLineBaht,
  ...over,
})

const sum = (
  remedyId: string,
  kindCode: string,
  outcome: RemedyOutcomeSum['outcome'],
  households: number,
  profile = 'yyuuyuuu',
): RemedyOutcomeSum => ({ remedyId, kindCode, outcome, households, profile })

const idsOf = (input: RankingInput) => rankRemedies(input).map(proposal => proposal.remedyId)
const foundIn = (input: RankingInput, remedyId: string) => rankRemedies(input).find(p => p.remedyId === remedyId)

describe('the menu for a household’s whole set of hardships', () => {
  test('a remedy that answers three of them is offered once, first, with all three', () => {
    const household = withProblems('P116', 'P212', 'P217', 'P204')
    const [first] = rankRemedies(inputFor(household))
    expect(first?.remedyId).toBe('H037')
    expect(first?.problemIds).toEqual([1, 2, 3].map(n => testId<ProblemId>(n)))
    const remedy = remedyById.get('H037')
    if (first === undefined || remedy === undefined) throw new Error('H037 is offered')
    expect(remedyReason(first, remedy)).toEqual({
      th: 'แก้ได้พร้อมกัน 3 ปัญหา แต่ยังมีข้อมูลผลในอำเภอนี้ไม่เพียงพอ และใช้งบประมาณราว 700 บาท',
      en: 'Answers 3 problems at once; too little is known of it in this district; and about 700 baht.',
    })
  })

  test('one house repair answers the house, its toilet and its wiring', () => {
    const [first] = rankRemedies(inputFor(withProblems('P201', 'P204', 'P208', 'P413')))
    expect([first?.remedyId, first?.problemIds]).toEqual(['H040', [1, 2, 3].map(n => testId<ProblemId>(n))])
  })

  test('solved hardships are not planned for', () => {
    const household = householdAfter([
      { by: systemActor, command: importCommand([oldProblem(1, 'P204', 'RESOLVED'), oldProblem(2, 'P501')]) },
    ])
    expect(idsOf(inputFor(household)).toSorted()).toEqual(['H136', 'H137'])
  })

  test('what worked in similar households stands before what did not, and the reason says n of N', () => {
    const household = withProblems('P204')
    const outcomes = [
      sum('H052', 'P204', 'RELAPSED', 5),
      sum('H053', 'P204', 'SOLVED', 4),
      sum('H053', 'P204', 'RELAPSED', 1),
    ]
    const ids = idsOf(inputFor(household, { outcomes }))
    expect(ids.indexOf('H053')).toBeLessThan(ids.indexOf('H052'))
    const proposal = foundIn(inputFor(household, { outcomes }), 'H053')
    expect(proposal?.evidence).toEqual({ solved: 4, tried: 5, among: 'area', least: null })
  })

  test('households known to be alike are told apart from the others of the area', () => {
    const outcomes = [sum('H053', 'P204', 'SOLVED', 3, 'yyuuyuun'), sum('H053', 'P204', 'RELAPSED', 9, 'nnuunuuy')]
    expect(foundIn(inputFor(withProblems('P204'), { outcomes }), 'H053')?.evidence).toEqual({
      solved: 3,
      tried: 3,
      among: 'alike',
      least: { same: 4, of: 4 },
    })
  })

  test('one the household may not have stands last, whatever speaks for it', () => {
    const [cheap] = remedies
    if (cheap === undefined) throw new Error('there are remedies')
    const adult = {
      anyOf: [{ needs: 'age' as const, minAge: 200 }],
      th: 'ก',
      en: 'a',
      sourceTh: 'ก',
      sourceEn: 'a',
      confirmed: false,
    }
    const kindCodes = ['P116', 'P212', 'P217']
    const all = [
      { ...cheap, id: 'H901', kindCodes, eligibility: [adult] },
      { ...cheap, id: 'H902', kindCodes: ['P217'], typicalBudgetBaht: 900_000 },
    ]
    const outcomes = [sum('H901', 'P217', 'SOLVED', 9), sum('H902', 'P217', 'RELAPSED', 9)]
    expect(idsOf(inputFor(withProblems(...kindCodes), { remedies: all, outcomes }))).toEqual(['H902', 'H901'])
  })

  test('without experience the chance is even; households unlike this one count a quarter', () => {
    const profile = readProfile('yyuuyuun')
    const chance = (...sums: RemedyOutcomeSum[]) => chanceOfSuccess(sums, ['P204'], profile)
    expect(chance()).toBe(0.5)
    expect(chance(sum('H052', 'P204', 'SOLVED', 2, 'yyuuyuun'), sum('H052', 'P204', 'RELAPSED', 1, 'yyuuyuun'))).toBe(
      3 / 5,
    )
    expect(chance(sum('H052', 'P204', 'SOLVED', 8, 'nnuunuuy'))).toBe(3 / 4)
    expect(chance(sum('H052', 'P204', 'PENDING', 8), sum('H052', 'P205', 'SOLVED', 8))).toBe(0.5)
  })

  test('what partners can no longer give stands lower, and its reason says so', () => {
    const household = withProblems('P204')
    const left = (quantityLeft: number) =>
      foundIn(inputFor(household, { capacity: new Map([['H052', { quantityLeft, unit: 'ห้อง', offers: 1 }]]) }), 'H052')
    const [none, some] = [left(0), left(12)]
    const remedy = remedyById.get('H052')
    if (none === undefined || some === undefined || remedy === undefined) throw new Error('H052 is offered')
    expect(totalScore(none.score)).toBeLessThan(totalScore(some.score))
    expect(remedyReason(none, remedy).th).toContain('ภาคีในพื้นที่ให้ครบจำนวนแล้ว')
    expect(remedyReason(some, remedy).th).toContain('ยังมีให้อีก 12 ห้อง')
  })
})

describe('what is left of what partners offer', () => {
  test('is summed by remedy, in the unit they share', () => {
    const capacity = remedyCapacity([
      { remedyIds: ['H052', 'H053'], quantityLeft: 3, unit: 'ห้อง' },
      { remedyIds: ['H052'], quantityLeft: 2, unit: 'ห้อง' },
      { remedyIds: ['H053'], quantityLeft: 40, unit: 'แผ่น' },
      { remedyIds: [], quantityLeft: 9, unit: 'ชุด' },
    ])
    expect([...capacity]).toEqual([
      ['H052', { quantityLeft: 5, unit: 'ห้อง', offers: 2 }],
      ['H053', { quantityLeft: 43, unit: '', offers: 2 }],
    ])
  })
})

// Kinds that share remedies and have some with rules, so that what is drawn meets.
const kinds = ['P116', 'P201', 'P204', 'P212', 'P217', 'P401', 'P506', 'P508', 'P511', 'P402']
const uses = remedies
  .flatMap(({ id, kindCodes }) => kindCodes.map(kind => [id, kind] as const))
  .filter(([, kind]) => kinds.includes(kind))
const anyKinds = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 5 })
const anySum = fc
  .record({
    use: fc.constantFrom(...uses),
    outcome: fc.constantFrom(...trialOutcome.options),
    households: fc.integer({ min: 1, max: 9 }),
    profile: fc.array(fc.constantFrom('y', 'n', 'u'), { minLength: 8, maxLength: 8 }).map(all => all.join('')),
  })
  .map(({ use: [remedyId, kindCode], ...rest }): RemedyOutcomeSum => ({ remedyId, kindCode, ...rest }))
const anyCapacity = fc
  .array(fc.tuple(fc.constantFrom(...remedies.map(r => r.id)), fc.integer({ min: 0, max: 9 })))
  .map(
    all =>
      new Map(all.map(([id, quantityLeft]): [string, RemedyCapacity] => [id, { quantityLeft, unit: 'ชุด', offers: 1 }])),
  )

describe('whatever there is to rank', () => {
  test('nobody is offered what they surely may not have before what they may', () => {
    fc.assert(
      fc.property(anyKinds, fc.array(anySum), anyCapacity, (own, outcomes, capacity) => {
        const verdicts = rankRemedies(inputFor(withProblems(...own), { outcomes, capacity })).map(
          p => p.eligibility.verdict,
        )
        const firstOut = verdicts.indexOf('not-eligible')
        expect(firstOut === -1 || verdicts.slice(firstOut).every(verdict => verdict === 'not-eligible')).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('the order does not depend on the order anything came in', () => {
    const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length })
    fc.assert(
      fc.property(
        anyKinds.chain(own =>
          fc
            .array(anySum)
            .chain(outcomes =>
              fc.tuple(fc.constant(own), fc.constant(outcomes), shuffled(outcomes), shuffled(remedies)),
            ),
        ),
        ([own, outcomes, otherOutcomes, otherRemedies]) => {
          const household = withProblems(...own)
          const turned = { ...household, problems: household.problems.toReversed() }
          expect(
            rankRemedies(
              inputFor(turned, { problems: turned.problems, outcomes: otherOutcomes, remedies: otherRemedies }),
            ),
          ).toEqual(rankRemedies(inputFor(household, { outcomes })))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('one more success never lowers a remedy', () => {
    fc.assert(
      fc.property(anyKinds, fc.array(anySum), anySum, (own, outcomes, more) => {
        const household = withProblems(...own)
        const placeOf = (sums: readonly RemedyOutcomeSum[]) =>
          idsOf(inputFor(household, { outcomes: sums })).indexOf(more.remedyId)
        expect(placeOf([...outcomes, { ...more, outcome: 'SOLVED' }])).toBeLessThanOrEqual(placeOf(outcomes))
      }),
      { numRuns: 150 },
    )
  })

  test('no evidence is told of fewer households than could hide one', () => {
    fc.assert(
      fc.property(anyKinds, fc.array(anySum), (own, outcomes) => {
        for (const { evidence } of rankRemedies(inputFor(withProblems(...own), { outcomes })))
          expect(evidence === null || (evidence.tried >= FEWEST_TOLD && evidence.solved <= evidence.tried)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('causes that hardships share', () => {
  const caused = (n: number, causeCodes: string[], rootCause = '') => ({
    id: testId<ProblemId>(n),
    causeCodes,
    rootCause,
  })
  const names: Readonly<Record<string, string>> = { 'P116-1': 'ไม่มีรายได้', 'P217-1': 'ไม่มีรายได้', 'P204-1': 'ส้วมชำรุด' }

  test('are the same where their words are', () => {
    const problems = [
      caused(1, ['P116-1']),
      caused(2, ['P217-1', 'P204-1'], 'บ้าน ทรุดโทรม'),
      caused(3, [], 'บ้านทรุดโทรม'),
    ]
    expect(sharedCauses(problems, code => names[code] ?? '')).toEqual([
      { cause: 'บ้าน ทรุดโทรม', problemIds: [2, 3].map(n => testId<ProblemId>(n)) },
      { cause: 'ไม่มีรายได้', problemIds: [1, 2].map(n => testId<ProblemId>(n)) },
    ])
  })

  test('one hardship alone shares nothing, whatever is said of it', () => {
    expect(sharedCauses([caused(1, ['P116-1', 'P217-1'], 'ไม่มีรายได้')], code => names[code] ?? '')).toEqual([])
  })
})
