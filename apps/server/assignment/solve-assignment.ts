import type { Highs } from 'highs'
import { narrowTask } from './narrow-task.ts'
import { proveClass } from './prove-class.ts'
import { solveProgram } from './solve-program.ts'
import { solveUniform } from './solve-uniform.ts'
import { hasRoom, NONE, roomAfter, type SolverAnswer, type SolverTask } from './solver-task.ts'

export interface SolverTime {
  /** How long the whole may take. */
  readonly seconds: number
  /** Seconds of a clock that only goes forward. */
  readonly now: () => number
}

/** Needs that some offer can serve, by their class. Classes nobody can serve stand as empty lists. */
const byClass = ({ needs }: SolverTask): readonly (readonly number[])[] => {
  const classes: number[][] = []
  needs.forEach((need, index) => {
    while (classes.length <= need.urgencyClass) classes.push([])
    if (need.fits.length > 0) classes[need.urgencyClass]?.push(index)
  })
  return classes
}

/** How dear it is to take from an offer: how much more is asked of it than it has, from 0 to 1. */
const pricesOf = ({ needs, offers }: SolverTask): readonly number[] => {
  const asked = offers.map(() => ({ quantity: 0, costBaht: 0 }))
  for (const { fits, quantity, costBaht } of needs)
    for (const offer of fits) {
      const sum = asked[offer]
      if (sum === undefined) continue
      sum.quantity += quantity / fits.length
      sum.costBaht += costBaht / fits.length
    }
  return offers.map(({ quantityLeft, budgetLeftBaht }, index) => {
    const { quantity = 0, costBaht = 0 } = asked[index] ?? {}
    const byMoney = budgetLeftBaht === null ? 0 : costBaht / Math.max(1, budgetLeftBaht)
    return Math.min(20, quantity / Math.max(1, quantityLeft) + byMoney) / 20
  })
}

/** Classes are taken together while one of the first still outweighs all of the rest by a weight of a few thousand. */
const HEAVIEST = 2000

/**
 * A good assignment in one go: the classes from `from` to before `to`, a few at a time, each from what the ones before have left,
 * and from the offers least asked for by others. Nobody served before is moved.
 */
const serveInOrder = (
  highs: Highs,
  task: SolverTask,
  classes: readonly (readonly number[])[],
  offerOf: number[],
  from: number,
  to: number,
): void => {
  const prices = pricesOf(task)
  for (let first = from; first < to; ) {
    const worth = new Map<number, number>()
    let heaviest = 1
    let end = first
    do {
      heaviest *= (classes[end]?.length ?? 0) + 1
      end += 1
    } while (end < to && heaviest * ((classes[end]?.length ?? 0) + 1) <= HEAVIEST)
    let weight = 1
    for (let urgencyClass = end - 1; urgencyClass >= first; urgencyClass -= 1) {
      worth.set(urgencyClass, weight)
      weight *= (classes[urgencyClass]?.length ?? 0) + 1
    }
    const room = roomAfter(task, offerOf)
    const members = classes
      .slice(first, end)
      .flat()
      .filter(index => offerOf[index] === NONE)
    const served = solveProgram(
      highs,
      {
        task,
        room,
        members,
        offersOf: index => {
          const need = task.needs[index]
          return need === undefined ? [] : need.fits.filter(offer => hasRoom(room[offer], need))
        },
        worthOf: index => worth.get(task.needs[index]?.urgencyClass ?? NONE) ?? 0,
        priceOf: offer => (0.49 * (prices[offer] ?? 0)) / (members.length + 1),
        atLeast: new Map(),
        start: null,
      },
      1,
    )
    for (const [index, offer] of served.offerOf) offerOf[index] = offer
    first = end
  }
}

/**
 * Serves as many as can be served of the most urgent class; of the assignments that do, one that serves as many as can be
 * served of the next; and so on: the greatest list of `servedByClass`. First a good assignment is made, then each class in
 * order is proven or bettered by a mixed-integer program that keeps what the classes before it have, until all is proven or
 * the time is over; what was found by then is the answer, and it says how far it is proven.
 */
export const solveAssignment = (highs: Highs, task: SolverTask, { seconds, now }: SolverTime): SolverAnswer => {
  const began = now()
  const classes = byClass(task)
  const last = classes.length
  const whole = narrowTask(task, classes.flat(), () => true)
  const uniform = solveUniform(highs, task, whole)
  if (uniform !== null) {
    const offerOf = task.needs.map((_, index) => whole.served.get(index) ?? uniform.get(index) ?? NONE)
    return { offerOf, provenClasses: last, classes: last, open: null }
  }

  let offerOf = task.needs.map(() => NONE)
  serveInOrder(highs, task, classes, offerOf, 0, last)
  // A better class makes the later ones begin anew: as long as the first assignment took is kept for that.
  const end = began + seconds - 1.3 * (now() - began)
  let isWhole = true
  let urgencyClass = 0
  let open: SolverAnswer['open'] = null
  for (const earlier: number[] = []; urgencyClass < last; urgencyClass += 1) {
    const own = classes[urgencyClass] ?? []
    if (!isWhole) serveInOrder(highs, task, classes, offerOf, urgencyClass, urgencyClass + 1)
    const served = own.filter(index => offerOf[index] !== NONE).length
    if (served < own.length) {
      const left = end - now()
      const proof =
        left > 0 ? proveClass(highs, { task, urgencyClass, own, earlier, offerOf, seconds: left }) : undefined
      if (proof?.better) {
        offerOf = proof.better
        isWhole = false
      }
      if (proof?.isProven !== true) {
        const bestFound = own.filter(index => offerOf[index] !== NONE).length
        open = { served: bestFound, atMost: proof?.atMost ?? own.length }
        break
      }
    }
    earlier.push(...own)
  }
  if (!isWhole) serveInOrder(highs, task, classes, offerOf, urgencyClass, last)
  return { offerOf, provenClasses: urgencyClass, classes: last, open }
}
