import { compareServed, servedByClass } from '@thaiqm/core/assignment/assignment-order.ts'
import fc from 'fast-check'
import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { solveAssignment } from './solve-assignment.ts'
import { hasRoom, NONE, roomAfter, type SolverAnswer, type SolverTask, takeRoom } from './solver-task.ts'

const highs = await loadHighs()
const now = () => performance.now() / 1000
const solve = (task: SolverTask, seconds = 30): SolverAnswer => solveAssignment(highs, task, { seconds, now })

const servedOf = ({ needs }: SolverTask, offerOf: readonly number[]): readonly number[] =>
  servedByClass(
    needs.map(need => need.urgencyClass),
    index => offerOf[index] !== NONE,
  )

/** Every assignment there is, tried one after the other: the best value, by the rule itself and nothing cleverer. */
const bestByTryingAll = (task: SolverTask): readonly number[] => {
  const room = task.offers.map(offer => ({ ...offer }))
  const offerOf = task.needs.map(() => NONE)
  let best: readonly number[] = servedOf(task, offerOf)
  const serve = (index: number): void => {
    const need = task.needs[index]
    if (need === undefined) {
      const value = servedOf(task, offerOf)
      if (compareServed(value, best) > 0) best = value
      return
    }
    serve(index + 1)
    for (const offer of need.fits) {
      const from = room[offer]
      if (from === undefined || !hasRoom(from, need)) continue
      takeRoom(from, need)
      offerOf[index] = offer
      serve(index + 1)
      offerOf[index] = NONE
      from.quantityLeft += need.quantity
      if (from.budgetLeftBaht !== null) from.budgetLeftBaht += need.costBaht
    }
  }
  serve(0)
  return best
}

interface Sizes {
  readonly quantity: number
  /** The most an offer has. */
  readonly room: number
  readonly costs: readonly number[]
  readonly money: boolean
}

/** Five or six needs of up to four classes, three offers, each large enough for one or two of the greatest. */
const taskOf = ({ quantity, room, costs, money }: Sizes): fc.Arbitrary<SolverTask> =>
  fc
    .record({
      needs: fc.array(
        fc.record({
          urgencyClass: fc.integer({ min: 0, max: 3 }),
          quantity: fc.integer({ min: Math.ceil(quantity / 3), max: quantity }),
          costBaht: fc.constantFrom(...costs),
          fits: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 5, maxLength: 6 },
      ),
      offers: fc.array(
        fc.record({
          quantityLeft: fc.integer({ min: quantity, max: room }),
          budgetLeftBaht: money
            ? fc.option(fc.integer({ min: Math.max(...costs), max: 2 * Math.max(...costs) }), { freq: 9 })
            : fc.constant(null),
        }),
        { minLength: 3, maxLength: 3 },
      ),
    })
    .map(({ needs, offers }) => ({
      offers,
      needs: needs.map(need => ({ ...need, fits: need.fits.filter(offer => hasRoom(offers[offer], need)) })),
    }))

const expectSound = (task: SolverTask, { offerOf }: SolverAnswer): void => {
  expect(offerOf).toHaveLength(task.needs.length)
  offerOf.forEach((offer, index) => {
    if (offer !== NONE) expect(task.needs[index]?.fits).toContain(offer)
  })
  for (const { quantityLeft, budgetLeftBaht } of roomAfter(task, offerOf)) {
    expect(quantityLeft).toBeGreaterThanOrEqual(0)
    if (budgetLeftBaht !== null) expect(budgetLeftBaht).toBeGreaterThanOrEqual(0)
  }
}

const kindsOfTask: readonly (readonly [string, Sizes, number])[] = [
  ['everybody asks for one', { quantity: 1, room: 2, costs: [0], money: false }, 100],
  ['quantities differ', { quantity: 5, room: 6, costs: [0], money: false }, 150],
  ['budgets bind', { quantity: 1, room: 3, costs: [3000, 4500, 8000, 12_000, 13_337], money: true }, 150],
  ['both bind', { quantity: 4, room: 8, costs: [0, 19_999, 25_000, 30_000, 40_000], money: true }, 200],
]

test.each(kindsOfTask)('%s: no assignment of all there are is better', (_, sizes, numRuns) => {
  let wanting = 0
  let heldByMoney = 0
  fc.assert(
    fc.property(taskOf(sizes), task => {
      const answer = solve(task)
      expectSound(task, answer)
      expect(answer.open).toBeNull()
      expect(answer.provenClasses).toBe(answer.classes)
      const best = bestByTryingAll(task)
      expect(compareServed(servedOf(task, answer.offerOf), best)).toBe(0)
      if (best.reduce((a, b) => a + b, 0) < task.needs.filter(n => n.fits.length > 0).length) wanting += 1
      const withoutLimit = { ...task, offers: task.offers.map(offer => ({ ...offer, budgetLeftBaht: null })) }
      if (compareServed(bestByTryingAll(withoutLimit), best) > 0) heldByMoney += 1
    }),
    { numRuns },
  )
  // The cases say something only when there is not enough for everybody.
  expect(wanting).toBeGreaterThan(numRuns / 4)
  if (sizes.money) expect(heldByMoney).toBeGreaterThan(numRuns / 10)
})

test('a crisis is never given up for any number of ordinary needs', () => {
  const ordinary = Array.from({ length: 40 }, () => ({ urgencyClass: 1, quantity: 1, costBaht: 0, fits: [0] }))
  const task: SolverTask = {
    needs: [...ordinary, { urgencyClass: 0, quantity: 40, costBaht: 0, fits: [0] }],
    offers: [{ quantityLeft: 40, budgetLeftBaht: null }],
  }
  expect(servedOf(task, solve(task).offerOf)).toEqual([1, 0])
})

test('who was served first moves to another offer when that lets one more be served', () => {
  const task: SolverTask = {
    needs: [
      { urgencyClass: 0, quantity: 2, costBaht: 0, fits: [0, 1] },
      { urgencyClass: 1, quantity: 3, costBaht: 0, fits: [0] },
      { urgencyClass: 1, quantity: 1, costBaht: 0, fits: [1] },
    ],
    offers: [
      { quantityLeft: 3, budgetLeftBaht: null },
      { quantityLeft: 3, budgetLeftBaht: null },
    ],
  }
  expect(solve(task).offerOf).toEqual([1, 0, 1])
})

test('when the time is over the answer is sound, gives nothing up of what it found, and says how far it is proven', () => {
  let stopped = 0
  fc.assert(
    fc.property(taskOf({ quantity: 4, room: 6, costs: [0, 9_999, 15_000, 20_000], money: true }), task => {
      const answer = solve(task, 0)
      expectSound(task, answer)
      const best = bestByTryingAll(task)
      const value = servedOf(task, answer.offerOf)
      const proven = (list: readonly number[]) => list.slice(0, answer.provenClasses)
      expect(compareServed(proven(value), proven(best))).toBe(0)
      if (answer.open === null) return
      stopped += 1
      expect(answer.open.served).toBe(value[answer.provenClasses])
      expect(answer.open.atMost).toBeGreaterThanOrEqual(best[answer.provenClasses] ?? 0)
      // Nobody is left out who could simply be added.
      const room = roomAfter(task, answer.offerOf)
      for (const [index, need] of task.needs.entries())
        if (answer.offerOf[index] === NONE) expect(need.fits.some(offer => hasRoom(room[offer], need))).toBe(false)
    }),
    { numRuns: 150 },
  )
  expect(stopped).toBeGreaterThan(20)
})
