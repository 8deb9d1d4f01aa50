import { contextFor, headMember, householdAfter, importCommand, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import type { Day } from '../ledger/day.ts'
import type { AllocationId, HouseholdId, OfferId, OrganisationId, ProblemId } from '../ledger/identifiers.ts'
import type { NeedOfProblem } from '../need/need-of-problem.ts'
import { evolveOffer } from './evolve-offer.ts'
import { isHeld, type Offer, quantityLeft } from './offer.ts'
import { decideOfferCommand, type OfferCommand } from './offer-command.ts'

const temple = testId<OrganisationId>(0xf001)
const sheets = {
  what: 'สังกะสี',
  remedyIds: [],
  kindCodes: ['P201'],
  unit: 'แผ่น',
  quantity: 40,
  budgetBaht: 5000,
  fromOn: '2024-01-01' as Day,
  untilOn: '2024-09-30' as Day,
  areaCode: '4901',
}

const need = (n: number, over: Partial<NeedOfProblem> = {}): NeedOfProblem => ({
  problemId: testId<ProblemId>(n),
  householdId: testId<HouseholdId>(n + 100),
  tambonCode: '490105',
  kindCode: 'P201',
  restricted: false,
  isLive: true,
  need: {
    what: 'สังกะสี',
    quantity: 40,
    unit: 'แผ่น',
    budgetBaht: null,
    dueOn: null,
    publishedOn: '2024-01-05' as Day,
    publishedBy: people.districtOfficer.personId,
  },
  ...over,
})

const needs: readonly NeedOfProblem[] = [
  need(1),
  need(2, { need: null }),
  need(3, { restricted: true }),
  need(4, { tambonCode: '490301' }),
  need(5, { isLive: false }),
  need(6, { tambonCode: '490106' }),
]

const contextOf = (actor: Actor) => ({
  ...contextFor(actor),
  findNeed: (id: ProblemId) => needs.find(n => n.problemId === id),
})

const offerId = testId<OfferId>(0xf100)

const after = (known: Offer | null, by: Actor, command: OfferCommand) => {
  const decided = decideOfferCommand(known, command, contextOf(by))
  if (!decided.ok) return decided
  return decided.value.reduce<Offer | null>(
    (offer, event) => evolveOffer(offerId, offer, { event, at: roundMorning, by: by.personId }),
    known,
  )
}

const codeOf = (known: Offer | null, by: Actor, command: OfferCommand): string => {
  const decided = decideOfferCommand(known, command, contextOf(by))
  return decided.ok ? 'accepted' : decided.code
}

const offerAfter = (...steps: readonly (readonly [Actor, OfferCommand])[]): Offer => {
  let offer: Offer | null = null
  for (const [by, command] of steps) {
    const next: ReturnType<typeof after> = after(offer, by, command)
    if (next === null || 'code' in next) throw new Error(`${command.type} was refused: ${next?.code}`)
    offer = next
  }
  if (offer === null) throw new Error('no step made an offer')
  return offer
}

const add: OfferCommand = { type: 'AddOffer', input: { ...sheets, organisationId: temple } }
const take = (n: number, quantity: number, problem = 1, budgetBaht = 0): OfferCommand => ({
  type: 'TakeFromOffer',
  input: {
    allocationId: testId<AllocationId>(n),
    problemId: testId<ProblemId>(problem),
    quantity,
    budgetBaht,
    dueOn: null,
    note: '',
  },
})
const confirm = (n: number): OfferCommand => ({
  type: 'ConfirmAllocation',
  input: { allocationId: testId<AllocationId>(n), note: '' },
})
const deliver = (n: number): OfferCommand => ({
  type: 'DeliverAllocation',
  input: { allocationId: testId<AllocationId>(n), deliveredOn: '2024-01-12' as Day, assistanceId: null },
})
const release = (n: number): OfferCommand => ({
  type: 'ReleaseAllocation',
  input: { allocationId: testId<AllocationId>(n), reason: 'รถขนส่งเสีย' },
})

const { districtOfficer, foreignOfficer, templeContact, tambonOfficer, villageHead, districtChief } = people
const otherPartner: Actor = { ...templeContact, organisationId: testId<OrganisationId>(0xf002) }

describe('who may', () => {
  test('an offer is written down by the district or by the partner’s own person, in the own area', () => {
    expect(codeOf(null, districtOfficer, add)).toBe('accepted')
    expect(codeOf(null, templeContact, add)).toBe('accepted')
    expect(codeOf(null, otherPartner, add)).toBe('not-permitted')
    expect(codeOf(null, foreignOfficer, add)).toBe('not-permitted')
    expect(codeOf(null, villageHead, add)).toBe('not-permitted')
    expect(codeOf(offerAfter([districtOfficer, add]), templeContact, add)).toBe('offer-already-known')
  })

  test('a partner pledges for what is published, an officer for any plain hardship of the area', () => {
    const offer = offerAfter([templeContact, add])
    expect(codeOf(offer, templeContact, take(1, 10))).toBe('accepted')
    expect(codeOf(offer, otherPartner, take(1, 10))).toBe('not-permitted')
    expect(codeOf(offer, tambonOfficer, take(1, 10))).toBe('not-permitted')
    expect(codeOf(offer, templeContact, take(1, 10, 2))).toBe('need-unknown')
    expect(codeOf(offer, districtOfficer, take(1, 10, 2))).toBe('accepted')
    expect(codeOf(offer, templeContact, take(1, 10, 3))).toBe('need-unknown')
    expect(codeOf(offer, districtOfficer, take(1, 10, 3))).toBe('need-restricted')
    expect(codeOf(offer, districtOfficer, take(1, 10, 4))).toBe('need-unknown')
    expect(codeOf(offer, foreignOfficer, take(1, 10, 4))).toBe('outside-offer-area')
    expect(codeOf(offer, districtOfficer, take(1, 10, 5))).toBe('need-unknown')
  })

  test('only the district confirms, only what is confirmed is delivered, and a delivered part stays', () => {
    const pledged = offerAfter([templeContact, add], [templeContact, take(1, 10)])
    expect(pledged.allocations[0]).toMatchObject({ state: 'PLEDGED', householdId: testId(101), areaCode: '490105' })
    for (const by of [templeContact, tambonOfficer]) expect(codeOf(pledged, by, confirm(1))).toBe('not-permitted')
    expect(codeOf(pledged, foreignOfficer, confirm(1))).toBe('allocation-unknown')
    expect(codeOf(pledged, templeContact, deliver(1))).toBe('allocation-not-confirmed')
    const confirmed = offerAfter([templeContact, add], [templeContact, take(1, 10)], [districtChief, confirm(1)])
    const delivered = offerAfter(
      [templeContact, add],
      [templeContact, take(1, 10)],
      [districtChief, confirm(1)],
      [tambonOfficer, deliver(1)],
    )
    expect(codeOf(confirmed, otherPartner, deliver(1))).toBe('allocation-unknown')
    expect(delivered.allocations[0]?.state).toBe('DELIVERED')
    expect(codeOf(delivered, districtOfficer, release(1))).toBe('allocation-not-waiting')
    expect(quantityLeft(delivered)).toBe(30)
  })
})

describe('what an officer writes to a partner', () => {
  const names = householdAfter([
    {
      by: systemActor,
      command: importCommand([], { members: [headMember({ firstName: 'บุญมี', lastName: 'แก้วตัวอย่าง' })] }),
    },
  ])
  const withNames = { ...contextOf(districtOfficer), findNeed: () => ({ ...need(1), names }) }
  const judge = (offer: Offer, by: Actor, command: OfferCommand) => {
    const decided = decideOfferCommand(offer, command, { ...withNames, actor: by })
    return decided.ok ? 'accepted' : [decided.code, decided.details]
  }
  const id = testId<AllocationId>(1)
  const noted = (words: string): readonly OfferCommand[] => [
    { ...take(2, 1), input: { ...take(2, 1).input, note: words } } as OfferCommand,
    { type: 'ConfirmAllocation', input: { allocationId: id, note: words } },
    { type: 'ReleaseAllocation', input: { allocationId: id, reason: words } },
  ]
  const offer = offerAfter([templeContact, add], [templeContact, take(1, 10)])

  test.each([
    ['นำส่งที่บ้านนายบุญมี', 'บุญมี'],
    ['คุณบุญมี  แก้วตัวอย่าง รอรับ', 'บุญมี แก้วตัวอย่าง'],
    ['นำส่งบ้านเลขที่ ๙๗/๑', 'บ้านเลขที่ 97/1'],
    ['โทร 081-234-5678 ก่อนนำส่ง', '081-234-5678'],
  ])('%s is refused, and the words to take out are told', (words, told) => {
    for (const command of noted(words))
      expect(judge(offer, districtOfficer, command), command.type).toEqual(['need-names-household', { words: told }])
  })

  test('the point of delivery may be said, and a partner is not told by a refusal whom it helps', () => {
    for (const command of noted('นำส่งที่ว่าการอำเภอ เวลา 09.00 น.'))
      expect(judge(offer, districtOfficer, command), command.type).toBe('accepted')
    for (const command of noted('สำหรับนายบุญมี โทร 081-234-5678').filter(c => c.type !== 'ConfirmAllocation'))
      expect(judge(offer, templeContact, command), command.type).toBe('accepted')
  })
})

describe('what there is', () => {
  test('never more than is left, in things or in baht; what is released is free again', () => {
    const offer = offerAfter([templeContact, add], [templeContact, take(1, 30, 1, 4000)])
    expect(codeOf(offer, districtOfficer, take(2, 11, 6))).toBe('offer-exhausted')
    expect(codeOf(offer, districtOfficer, take(2, 10, 6, 1001))).toBe('offer-budget-exhausted')
    expect(codeOf(offer, districtOfficer, take(2, 10, 6, 1000))).toBe('accepted')
    const released = offerAfter(
      [templeContact, add],
      [templeContact, take(1, 30, 1, 4000)],
      [districtOfficer, release(1)],
    )
    expect(codeOf(released, districtOfficer, take(2, 40, 6, 5000))).toBe('accepted')
  })

  test('it is changed freely, but never below what is taken, nor into another thing', () => {
    const offer = offerAfter([templeContact, add], [templeContact, take(1, 30, 1, 4000)])
    const change = (over: Partial<typeof sheets>): OfferCommand => ({
      type: 'ChangeOffer',
      input: { ...sheets, ...over },
    })
    expect(codeOf(offer, templeContact, change({ quantity: 29 }))).toBe('offer-below-taken')
    expect(codeOf(offer, templeContact, change({ budgetBaht: 3999 }))).toBe('offer-below-taken')
    expect(codeOf(offer, templeContact, change({ quantity: 30, budgetBaht: 4000 }))).toBe('accepted')
    expect(codeOf(offer, templeContact, change({ unit: 'กิโลกรัม' }))).toBe('offer-already-taken')
    expect(codeOf(offer, templeContact, change({ areaCode: '490199' }))).toBe('offer-already-taken')
    expect(codeOf(offer, templeContact, change({ areaCode: '490105' }))).toBe('accepted')
    expect(codeOf(offer, templeContact, change({ areaCode: '49' }))).toBe('not-permitted')
    expect(codeOf(offer, templeContact, change({ untilOn: '2023-12-31' as Day }))).toBe('days-in-wrong-order')
  })

  test('an ended offer, or one whose time is over, gives nothing; what was promised of it goes on', () => {
    const ended = offerAfter(
      [templeContact, add],
      [templeContact, take(1, 10)],
      [templeContact, { type: 'EndOffer', input: { reason: 'หมดโครงการ' } }],
    )
    expect(codeOf(ended, districtOfficer, take(2, 1))).toBe('offer-ended')
    expect(codeOf(ended, districtOfficer, confirm(1))).toBe('accepted')
    const old = offerAfter([
      templeContact,
      { type: 'AddOffer', input: { ...sheets, untilOn: '2024-01-11' as Day, organisationId: temple } },
    ])
    expect(codeOf(old, districtOfficer, take(2, 1))).toBe('offer-ended')
  })

  test('the same part taken twice is taken once', () => {
    const once = offerAfter([templeContact, add], [templeContact, take(1, 10)])
    expect(after(once, templeContact, take(1, 10))).toEqual(once)
  })
})

const anyCommand: fc.Arbitrary<OfferCommand> = fc.oneof(
  fc
    .tuple(fc.nat(6), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 6 }), fc.nat(6000))
    .map(([n, quantity, problem, baht]) => take(n, quantity, problem, baht)),
  fc.nat(6).map(confirm),
  fc.nat(6).map(deliver),
  fc.nat(6).map(release),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.option(fc.nat(8000)))
    .map(([quantity, budgetBaht]) => ({ type: 'ChangeOffer' as const, input: { ...sheets, quantity, budgetBaht } })),
)

test('whatever is asked in whatever order, an offer never promises more than there is, and counts what it has promised', () => {
  let refusedForWant = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(districtOfficer, templeContact, districtChief, tambonOfficer), anyCommand), {
        minLength: 15,
        maxLength: 40,
      }),
      steps => {
        let offer = offerAfter([templeContact, add])
        for (const [by, command] of steps) {
          const next = after(offer, by, command)
          if (next === null) throw new Error('an offer never goes away')
          if ('code' in next) {
            if (next.code === 'offer-exhausted' || next.code === 'offer-budget-exhausted') refusedForWant += 1
            continue
          }
          offer = next
          const held = offer.allocations.filter(isHeld)
          const quantity = held.reduce((sum, a) => sum + a.quantity, 0)
          const baht = held.reduce((sum, a) => sum + a.budgetBaht, 0)
          expect(offer.takenQuantity).toBe(quantity)
          expect(offer.takenBudgetBaht).toBe(baht)
          expect(quantity).toBeLessThanOrEqual(offer.quantity)
          if (offer.budgetBaht !== null) expect(baht).toBeLessThanOrEqual(offer.budgetBaht)
          // Nothing is delivered that the district has not confirmed.
          for (const a of held) if (a.state === 'DELIVERED') expect(a.confirmedOn).not.toBeNull()
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(refusedForWant).toBeGreaterThan(50)
})
