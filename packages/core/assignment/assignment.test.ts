import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../ledger/day.ts'
import type { HouseholdId, OfferId, OrganisationId, ProblemId } from '../ledger/identifiers.ts'
import { type AssignmentMatch, type AssignmentNeed, type AssignmentOffer, noPins } from './assignment.ts'
import { compareServed, compareUrgency, servedByClass, urgencyClasses } from './assignment-order.ts'
import { checkAssignment, checkPins, leftAfter } from './check-assignment.ts'
import { explainUnserved } from './explain-unserved.ts'
import { fitOf } from './offer-fit.ts'

const today = '2024-03-01' as Day

const need = (n: number, over: Partial<AssignmentNeed> = {}): AssignmentNeed => ({
  problemId: `need-${n}` as ProblemId,
  householdId: `household-${n}` as HouseholdId,
  areaCode: '49010507',
  kindCode: 'P201',
  remedyIds: ['H031', 'H032'],
  severity: 2,
  dueOn: '2024-03-20' as Day,
  quantity: 20,
  unit: 'แผ่น',
  budgetBaht: null,
  ...over,
})

const offer = (n: number, over: Partial<AssignmentOffer> = {}): AssignmentOffer => ({
  offerId: `offer-${n}` as OfferId,
  organisationId: 'temple' as OrganisationId,
  sector: 'REL',
  remedyIds: [],
  kindCodes: ['P201'],
  areaCode: '4901',
  unit: 'แผ่น',
  quantityLeft: 40,
  budgetLeftBaht: null,
  fromOn: '2024-01-01' as Day,
  untilOn: '2024-09-30' as Day,
  ...over,
})

const match = (n: number, o: number): AssignmentMatch => ({
  problemId: `need-${n}` as ProblemId,
  offerId: `offer-${o}` as OfferId,
})

describe('which offer fits which need', () => {
  test.each([
    ['fits', {}, {}],
    ['fits', {}, { kindCodes: [], remedyIds: [] }],
    ['fits', {}, { kindCodes: ['P204'], remedyIds: ['H032'] }],
    ['other-kind', {}, { kindCodes: ['P204'], remedyIds: [] }],
    ['other-kind', {}, { kindCodes: [], remedyIds: ['H099'] }],
    ['other-unit', {}, { unit: 'ถุง' }],
    ['fits', {}, { areaCode: '49010507' }],
    ['fits', {}, { areaCode: '49' }],
    ['outside-area', {}, { areaCode: '49010508' }],
    ['outside-area', {}, { areaCode: '4902' }],
    ['period-over', {}, { untilOn: '2024-02-29' as Day }],
    ['fits', {}, { untilOn: today }],
    ['begins-too-late', {}, { fromOn: '2024-03-21' as Day }],
    ['fits', {}, { fromOn: '2024-03-20' as Day }],
    ['begins-too-late', { dueOn: null }, { fromOn: '2024-03-02' as Day }],
    ['begins-too-late', { dueOn: '2024-02-01' as Day }, { fromOn: '2024-03-02' as Day }],
    ['fits', { quantity: 40 }, {}],
    ['more-than-left', { quantity: 41 }, {}],
    ['dearer-than-left', { budgetBaht: 5001 }, { budgetLeftBaht: 5000 }],
    ['fits', { budgetBaht: 5000 }, { budgetLeftBaht: 5000 }],
    ['fits', { budgetBaht: null }, { budgetLeftBaht: 0 }],
  ] as const)('%s: %o with %o', (expected, needs, has) => {
    expect(fitOf(need(1, needs), offer(1, has), today)).toBe(expected)
  })
})

describe('who comes first', () => {
  const days = fc.constantFrom(null, '2024-02-01', '2024-03-01', '2024-09-30') as fc.Arbitrary<Day | null>
  const urgency = fc.record({ severity: fc.constantFrom(1, 2, 3), dueOn: days }) as fc.Arbitrary<
    Pick<AssignmentNeed, 'severity' | 'dueOn'>
  >

  test('the more severe before any day, then the sooner due, those without a day last', () => {
    const crisis = { severity: 1, dueOn: null } as const
    const soon = { severity: 2, dueOn: '2024-02-01' as Day } as const
    const later = { severity: 2, dueOn: '2024-03-01' as Day } as const
    const some = { severity: 2, dueOn: null } as const
    expect([some, later, crisis, soon].sort(compareUrgency)).toEqual([crisis, soon, later, some])
  })

  test('classes are numbered without gaps, and follow the order exactly', () => {
    fc.assert(
      fc.property(fc.array(urgency, { minLength: 1, maxLength: 12 }), needs => {
        const classes = urgencyClasses(needs)
        expect([...new Set(classes)].sort((a, b) => a - b)).toEqual(
          Array.from({ length: Math.max(...classes) + 1 }, (_, i) => i),
        )
        needs.forEach((a, i) => {
          needs.forEach((b, j) => {
            expect(Math.sign((classes[i] ?? 0) - (classes[j] ?? 0))).toBe(Math.sign(compareUrgency(a, b)))
          })
        })
      }),
    )
  })

  test('one more of a more urgent class outweighs everything after it', () => {
    expect(compareServed([1, 0, 0], [0, 100, 100])).toBeGreaterThan(0)
    expect(compareServed([1, 2], [1, 2, 0])).toBe(0)
    expect(servedByClass([0, 2, 0, 1], i => i !== 2)).toEqual([1, 1, 1])
  })
})

describe('what may be proposed', () => {
  const needs = [need(1), need(2), need(3)]
  const offers = [offer(1), offer(2, { budgetLeftBaht: 1000 })]

  test('nobody twice, only what fits, never more than there is', () => {
    const check = (matches: readonly AssignmentMatch[]) => checkAssignment(needs, offers, noPins, matches, today)
    expect(check([match(1, 1), match(2, 1), match(3, 2)])).toEqual([])
    expect(check([match(1, 1), match(2, 1), match(3, 1)])).toEqual(['overbooked'])
    expect(check([match(1, 1), match(1, 2)])).toEqual(['served-twice'])
    expect(check([match(9, 1)])).toEqual(['need-unknown'])
    expect(check([match(1, 9)])).toEqual(['offer-unknown'])
    const dear = needs.map(n => ({ ...n, budgetBaht: 600 }))
    expect(checkAssignment(dear, offers, noPins, [match(1, 2), match(2, 2)], today)).toEqual(['overbooked'])
    expect(checkAssignment(needs, [offer(1, { areaCode: '4903' })], noPins, [match(1, 1)], today)).toEqual([
      'does-not-fit',
    ])
  })

  test('what people pinned, barred and left out is kept', () => {
    const pins = { pinned: [match(1, 2)], barred: [match(2, 1)], leftOut: ['need-3' as ProblemId] }
    const check = (...matches: AssignmentMatch[]) => checkAssignment(needs, offers, pins, matches, today)
    expect(check(match(1, 2), match(2, 2))).toEqual([])
    expect(check(match(1, 1))).toEqual(['pin-not-kept'])
    expect(check(match(1, 2), match(2, 1))).toEqual(['barred-pair'])
    expect(check(match(1, 2), match(3, 1))).toEqual(['left-out-served'])
  })

  test('pins that cannot be kept are refused before anything is computed', () => {
    const codeOf = (pins: Partial<typeof noPins>) => {
      const checked = checkPins(needs, offers, { ...noPins, ...pins }, today)
      return checked.ok ? 'kept' : checked.code
    }
    expect(codeOf({ pinned: [match(1, 1), match(2, 1)] })).toBe('kept')
    expect(codeOf({ pinned: [match(1, 9)] })).toBe('pin-unknown')
    expect(codeOf({ pinned: [match(1, 1), match(1, 2)] })).toBe('pin-contradicts')
    expect(codeOf({ pinned: [match(1, 1)], barred: [match(1, 1)] })).toBe('pin-contradicts')
    expect(codeOf({ pinned: [match(1, 1)], leftOut: ['need-1' as ProblemId] })).toBe('pin-contradicts')
    expect(codeOf({ pinned: [match(1, 1), match(2, 1), match(3, 1)] })).toBe('pins-overbook')
    const away = checkPins([need(1, { areaCode: '49030101' })], offers, { ...noPins, pinned: [match(1, 1)] }, today)
    expect(away.ok ? 'kept' : away.code).toBe('pin-does-not-fit')
  })

  test('what is left is what there was without what is drawn from it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), budgetBaht: fc.integer({ min: 0, max: 900 }) })),
        drawn => {
          const some = drawn.map((d, i) => need(i, d))
          const left = leftAfter(
            some,
            [offer(1, { quantityLeft: 50, budgetLeftBaht: 2000 })],
            some.map((_, i) => match(i, 1)),
          )
          expect(left.get('offer-1')).toEqual({
            quantity: 50 - drawn.reduce((sum, d) => sum + d.quantity, 0),
            budgetBaht: 2000 - drawn.reduce((sum, d) => sum + d.budgetBaht, 0),
          })
        },
      ),
    )
  })
})

describe('why somebody is left without', () => {
  const reasonOf = (
    n: AssignmentNeed,
    offers: readonly AssignmentOffer[],
    matches: readonly AssignmentMatch[] = [],
    others: readonly AssignmentNeed[] = [],
    pins = noPins,
  ) => explainUnserved([n, ...others], offers, pins, matches, today)[0]

  test('the offer that came nearest decides', () => {
    const elsewhere = offer(1, { areaCode: '4903' })
    const over = offer(2, { untilOn: '2024-02-01' as Day })
    const small = offer(3, { quantityLeft: 10 })
    expect(reasonOf(need(1), [])?.reason).toBe('no-offer-of-this-kind')
    expect(reasonOf(need(1), [offer(1, { kindCodes: ['P204'] })])?.reason).toBe('no-offer-of-this-kind')
    expect(reasonOf(need(1), [elsewhere])?.reason).toBe('no-offer-in-this-area')
    expect(reasonOf(need(1), [elsewhere, over])?.reason).toBe('period-over')
    expect(reasonOf(need(1), [elsewhere, over, small])?.reason).toBe('more-than-any-offer-has')
  })

  test('people’s own decisions are told as such', () => {
    const n = need(1)
    expect(reasonOf(n, [offer(1)], [], [], { ...noPins, leftOut: [n.problemId] })?.reason).toBe('left-out')
    expect(reasonOf(n, [offer(1)], [], [], { ...noPins, barred: [match(1, 1)] })?.reason).toBe('barred')
  })

  test('who got what fits is counted by who comes first', () => {
    const others = [
      need(2, { severity: 1, quantity: 20 }),
      need(3, { quantity: 10 }),
      need(4, { severity: 3, quantity: 5 }),
    ]
    expect(reasonOf(need(1), [offer(1)], [match(2, 1), match(3, 1), match(4, 1)], others)).toEqual({
      problemId: 'need-1',
      reason: 'used-up',
      offers: 1,
      before: 1,
      beside: 1,
      after: 1,
    })
    expect(reasonOf(need(1), [offer(1)], [match(4, 1)], others)?.reason).toBe('not-proposed')
  })

  test('whoever has a match needs no reason', () => {
    expect(explainUnserved([need(1)], [offer(1)], noPins, [match(1, 1)], today)).toEqual([])
  })
})
