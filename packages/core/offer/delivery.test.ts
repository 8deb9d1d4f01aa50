import { contextFor, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import type { Day } from '../ledger/day.ts'
import type {
  AllocationId,
  AssistanceId,
  HouseholdId,
  OfferId,
  OrganisationId,
  ProblemId,
} from '../ledger/identifiers.ts'
import type { NeedOfProblem } from '../need/need-of-problem.ts'
import { deliveredOf, deliveriesOf, outstandingOf, type SaidAmount } from './delivery.ts'
import { evolveOffer } from './evolve-offer.ts'
import { type Allocation, budgetLeftBaht, isHeld, type Offer, quantityLeft } from './offer.ts'
import { decideOfferCommand, type OfferCommand } from './offer-command.ts'
import type { OfferEvent } from './offer-event.ts'

const { districtOfficer, districtChief, templeContact, tambonOfficer, foreignOfficer } = people
const offerId = testId<OfferId>(0xf100)
const QUANTITY = 60
const BUDGET_BAHT = 6000

const needOf = (problemId: ProblemId): NeedOfProblem => ({
  problemId,
  householdId: testId<HouseholdId>(101),
  tambonCode: '490105',
  kindCode: 'P201',
  restricted: false,
  isLive: true,
  need: {
    what: 'สังกะสี',
    quantity: 60,
    unit: 'แผ่น',
    budgetBaht: null,
    dueOn: null,
    publishedOn: '2024-01-05' as Day,
    publishedBy: people.districtOfficer.personId,
  },
})

const decide = (offer: Offer | null, by: Actor, command: OfferCommand) =>
  decideOfferCommand(offer, command, { ...contextFor(by), findNeed: needOf })

const evolve = (offer: Offer | null, event: OfferEvent, by: Actor): Offer =>
  evolveOffer(offerId, offer, { event, at: roundMorning, by: by.personId })

const codeOf = (offer: Offer, by: Actor, command: OfferCommand) => {
  const decided = decide(offer, by, command)
  return decided.ok ? decided.value.length : [decided.code, decided.details]
}

type Step = readonly [Actor, OfferCommand]

/** An offer after these commands, with the facts they made. */
const offerAfter = (...steps: readonly Step[]): { readonly offer: Offer; readonly facts: readonly OfferEvent[] } => {
  let offer: Offer | null = null
  const facts: OfferEvent[] = []
  for (const [by, command] of steps) {
    const decided = decide(offer, by, command)
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.code}`)
    for (const event of decided.value) {
      facts.push(event)
      offer = evolve(offer, event, by)
    }
  }
  if (offer === null) throw new Error('no step made an offer')
  return { offer, facts }
}

const add: OfferCommand = {
  type: 'AddOffer',
  input: {
    organisationId: testId<OrganisationId>(0xf001),
    what: 'สังกะสี',
    remedyIds: [],
    kindCodes: ['P201'],
    unit: 'แผ่น',
    quantity: QUANTITY,
    budgetBaht: BUDGET_BAHT,
    fromOn: '2024-01-01' as Day,
    untilOn: '2024-09-30' as Day,
    areaCode: '4901',
  },
}
const idOf = (n: number) => testId<AllocationId>(n)
const take = (n: number, quantity = 40, budgetBaht = 1000): OfferCommand => ({
  type: 'TakeFromOffer',
  input: { allocationId: idOf(n), problemId: testId<ProblemId>(1), quantity, budgetBaht, dueOn: null, note: '' },
})
const confirm = (n: number): OfferCommand => ({
  type: 'ConfirmAllocation',
  input: { allocationId: idOf(n), note: '' },
})
const deliver = (n: number, said: SaidAmount = {}, help: number | null = null, deliveredOn = '2024-01-12') => ({
  type: 'DeliverAllocation' as const,
  input: {
    allocationId: idOf(n),
    deliveredOn: deliveredOn as Day,
    assistanceId: help === null ? null : testId<AssistanceId>(help),
    ...said,
  },
})
const release = (n: number): OfferCommand => ({
  type: 'ReleaseAllocation',
  input: { allocationId: idOf(n), reason: 'รถขนส่งเสีย' },
})
const begun: readonly Step[] = [
  [templeContact, add],
  [templeContact, take(1)],
  [districtChief, confirm(1)],
]
const partOf = (offer: Offer): Allocation => {
  const [part] = offer.allocations
  if (part === undefined) throw new Error('something was taken')
  return part
}

describe('a delivery may be of a part', () => {
  const half = offerAfter(...begun, [tambonOfficer, deliver(1, { quantity: 20, budgetBaht: 300 }, 50, '2024-01-10')])

  test('what arrived is told, the rest goes on waiting, and the offer has given away no more than before', () => {
    const part = partOf(half.offer)
    expect(part).toMatchObject({ state: 'CONFIRMED', quantity: 40, deliveredOn: '2024-01-10' })
    expect(deliveredOf(part)).toEqual({ quantity: 20, budgetBaht: 300 })
    expect(outstandingOf(part)).toEqual({ quantity: 20, budgetBaht: 700 })
    expect(half.facts.at(-1)).toMatchObject({ type: 'AllocationDelivered', quantity: 20, budgetBaht: 300 })
    expect(quantityLeft(half.offer)).toBe(20)
  })

  test('each arrival has its own day and help; with the last of it the allocation is delivered', () => {
    const { offer } = offerAfter(
      ...begun,
      [tambonOfficer, deliver(1, { quantity: 20, budgetBaht: 300 }, 50, '2024-01-10')],
      [templeContact, deliver(1, { quantity: 5, budgetBaht: 0 }, null, '2024-01-11')],
      [tambonOfficer, deliver(1, {}, 51, '2024-01-09')],
    )
    const part = partOf(offer)
    expect(part).toMatchObject({ state: 'DELIVERED', deliveredOn: '2024-01-11' })
    expect(deliveriesOf(part)).toEqual([
      { quantity: 20, budgetBaht: 300, deliveredOn: '2024-01-10', assistanceId: testId(50) },
      { quantity: 5, budgetBaht: 0, deliveredOn: '2024-01-11', assistanceId: null },
      { quantity: 15, budgetBaht: 700, deliveredOn: '2024-01-09', assistanceId: testId(51) },
    ])
    expect(outstandingOf(part)).toEqual({ quantity: 0, budgetBaht: 0 })
  })

  test('without a word of the money, the like share goes with a part and all of it with the last', () => {
    const { offer } = offerAfter(...begun, [tambonOfficer, deliver(1, { quantity: 13 })])
    expect(deliveredOf(partOf(offer))).toEqual({ quantity: 13, budgetBaht: 325 })
    const { offer: all } = offerAfter(
      ...begun,
      [tambonOfficer, deliver(1, { quantity: 13 })],
      [tambonOfficer, deliver(1, { quantity: 27 })],
    )
    expect(partOf(all).state).toBe('DELIVERED')
  })

  test('things that arrived without all of the money leave the money outstanding', () => {
    const { offer } = offerAfter(...begun, [tambonOfficer, deliver(1, { quantity: 40, budgetBaht: 800 })])
    expect(partOf(offer).state).toBe('CONFIRMED')
    expect(outstandingOf(partOf(offer))).toEqual({ quantity: 0, budgetBaht: 200 })
    expect(codeOf(offer, tambonOfficer, deliver(1, { quantity: 0, budgetBaht: 200 }))).toBe(1)
  })

  test('more than is outstanding is refused, and so is nothing at all', () => {
    const more = deliver(1, { quantity: 21 })
    expect(codeOf(half.offer, tambonOfficer, more)).toEqual([
      'delivery-above-outstanding',
      { outstanding: 20, unit: 'แผ่น' },
    ])
    expect(codeOf(half.offer, templeContact, deliver(1, { quantity: 20, budgetBaht: 701 }))).toEqual([
      'delivery-budget-above-outstanding',
      { outstanding: 700 },
    ])
    expect(codeOf(half.offer, templeContact, deliver(1, { quantity: 0, budgetBaht: 0 }))).toEqual([
      'delivery-empty',
      {},
    ])
    expect(codeOf(half.offer, foreignOfficer, deliver(1, { quantity: 1 }))).toEqual(['allocation-unknown', {}])
    expect(codeOf(half.offer, tambonOfficer, deliver(1, { quantity: 1 }, null, '2030-01-01'))).toEqual([
      'day-in-future',
      { day: '2030-01-01' },
    ])
  })

  test('told again for the same help it changes nothing; what is wholly delivered takes no more', () => {
    expect(codeOf(half.offer, tambonOfficer, deliver(1, { quantity: 20, budgetBaht: 300 }, 50))).toBe(0)
    const { offer } = offerAfter(...begun, [tambonOfficer, deliver(1, {}, 50)])
    expect(codeOf(offer, tambonOfficer, deliver(1, { quantity: 40 }, 50))).toBe(0)
    expect(codeOf(offer, templeContact, deliver(1))).toBe(0)
    expect(codeOf(offer, tambonOfficer, deliver(1, { quantity: 1 }, 51))).toEqual(['allocation-not-waiting', {}])
  })

  test('released half-way, the rest is free for others and what arrived stays delivered, with the reason', () => {
    const { offer } = offerAfter(
      ...begun,
      [tambonOfficer, deliver(1, { quantity: 20, budgetBaht: 300 }, 50)],
      [districtOfficer, release(1)],
    )
    expect(partOf(offer)).toMatchObject({
      state: 'DELIVERED',
      quantity: 20,
      budgetBaht: 300,
      releaseReason: 'รถขนส่งเสีย',
    })
    expect([quantityLeft(offer), budgetLeftBaht(offer)]).toEqual([40, 5700])
    expect(codeOf(offer, templeContact, release(1))).toBe(0)
    expect(codeOf(offer, tambonOfficer, deliver(1, { quantity: 1 }, 51))).toEqual(['allocation-not-waiting', {}])
    expect(codeOf(offer, districtOfficer, take(2, 40, 5700))).toBe(1)
  })
})

describe('what was written before', () => {
  const told = offerAfter(...begun)
  const old: OfferEvent = {
    type: 'AllocationDelivered',
    allocationId: idOf(1),
    deliveredOn: '2024-01-12' as Day,
    assistanceId: testId<AssistanceId>(50),
  }

  test('a fact without a quantity gave the whole', () => {
    const part = partOf(evolve(told.offer, old, tambonOfficer))
    expect(part).toMatchObject({ state: 'DELIVERED', quantity: 40, assistanceId: testId(50) })
    expect(deliveredOf(part)).toEqual({ quantity: 40, budgetBaht: 1000 })
  })

  test('and so did an offer that stands as it was kept then', () => {
    const { deliveries: _none, ...kept } = partOf(evolve(told.offer, old, tambonOfficer))
    const offer = { ...told.offer, allocations: [kept] }
    expect(deliveriesOf(kept)).toEqual([
      { quantity: 40, budgetBaht: 1000, deliveredOn: '2024-01-12', assistanceId: testId(50) },
    ])
    expect(codeOf(offer, tambonOfficer, deliver(1, {}, 50))).toBe(0)
    expect(codeOf(offer, districtOfficer, release(1))).toEqual(['allocation-not-waiting', {}])
  })
})

const anyAmount: fc.Arbitrary<SaidAmount> = fc.record(
  { quantity: fc.nat(30), budgetBaht: fc.nat(900) },
  { requiredKeys: [] },
)
const anyCommand: fc.Arbitrary<OfferCommand> = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.integer({ min: 1, max: 40 }), fc.nat(3000))
    .map(([n, quantity, baht]) => take(n, quantity, baht)),
  fc.nat(3).map(confirm),
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(3), anyAmount, fc.option(fc.integer({ min: 50, max: 60 })))
      .map(([n, said, help]) => deliver(n, said, help)),
  },
  fc.nat(3).map(release),
)

test('in whatever order it is taken, confirmed, delivered in parts and released: all of an offer is delivered, outstanding or free', () => {
  const seen = { parts: 0, releasedHalfway: 0, refused: 0 }
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(districtOfficer, templeContact, districtChief, tambonOfficer), anyCommand), {
        minLength: 20,
        maxLength: 50,
      }),
      steps => {
        let { offer, facts } = offerAfter(...begun) as { offer: Offer; facts: OfferEvent[] }
        for (const [by, command] of steps) {
          const decided = decide(offer, by, command)
          if (!decided.ok) {
            if (decided.code === 'delivery-above-outstanding') seen.refused += 1
            continue
          }
          const before = offer
          for (const event of decided.value) {
            offer = evolve(offer, event, by)
            facts = [...facts, event]
          }
          const held = offer.allocations.filter(isHeld)
          const amounts = held.map(a => ({ delivered: deliveredOf(a), outstanding: outstandingOf(a) }))
          for (const key of ['quantity', 'budgetBaht'] as const) {
            const delivered = amounts.reduce((sum, a) => sum + a.delivered[key], 0)
            const outstanding = amounts.reduce((sum, a) => sum + a.outstanding[key], 0)
            const free = key === 'quantity' ? quantityLeft(offer) : budgetLeftBaht(offer)
            expect(delivered + outstanding + (free ?? 0)).toBe(offer[key])
            expect(free).toBeGreaterThanOrEqual(0)
            for (const a of amounts) expect(Math.min(a.delivered[key], a.outstanding[key])).toBeGreaterThanOrEqual(0)
          }
          for (const [n, a] of offer.allocations.entries()) {
            const { quantity, budgetBaht } = outstandingOf(a)
            expect(a.state === 'DELIVERED' && quantity + budgetBaht > 0).toBe(false)
            // What has arrived is never taken back.
            const was = before.allocations[n]
            if (was !== undefined) expect(deliveredOf(a).quantity).toBeGreaterThanOrEqual(deliveredOf(was).quantity)
            if (a.state === 'CONFIRMED' && deliveredOf(a).quantity > 0) seen.parts += 1
            if (a.state === 'DELIVERED' && a.releaseReason !== '') seen.releasedHalfway += 1
            const helps = deliveriesOf(a).flatMap(d => d.assistanceId ?? [])
            expect(new Set(helps).size).toBe(helps.length)
          }
        }
        const again = facts.reduce<Offer | null>((known, event) => evolve(known, event, templeContact), null)
        const withoutHand = (one: Offer | null) => one?.allocations.map(({ takenBy: _hand, ...rest }) => rest)
        expect(withoutHand(again)).toEqual(withoutHand(offer))
        expect([again?.takenQuantity, again?.takenBudgetBaht]).toEqual([offer.takenQuantity, offer.takenBudgetBaht])
      },
    ),
    { numRuns: 300 },
  )
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(50)
})
