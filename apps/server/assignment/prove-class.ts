import type { Highs } from 'highs'
import { narrowTask } from './narrow-task.ts'
import { solveProgram } from './solve-program.ts'
import { NONE, type SolverTask } from './solver-task.ts'

export interface ClassProof {
  /** As many of the class are served as can be, with as many of each class before it as already are. */
  readonly isProven: boolean
  /** The most of the class that could be served. */
  readonly atMost: number
  /** An assignment of this class and those before it that serves more of it; null when none was found. */
  readonly better: number[] | null
}

interface ProveInput {
  readonly task: SolverTask
  readonly urgencyClass: number
  /** Needs of this class that some offer can serve, and all needs of the classes before it. */
  readonly own: readonly number[]
  readonly earlier: readonly number[]
  readonly offerOf: readonly number[]
  readonly seconds: number
}

const countIn = (members: readonly number[], offerOf: ReadonlyMap<number, number>): number =>
  members.filter(index => offerOf.has(index)).length

/**
 * Asks for the most that can be served of one class when each class before it keeps the number it has. Who is served of
 * those may change, and from which offer; how many may not.
 */
export const proveClass = (highs: Highs, input: ProveInput): ClassProof => {
  const { task, urgencyClass, own, earlier, offerOf, seconds } = input
  const isOwn = new Set(own)
  const active = [...earlier, ...own]
  const narrowed = narrowTask(task, active, index => isOwn.has(index))
  const classOf = (index: number): number => task.needs[index]?.urgencyClass ?? urgencyClass
  const atLeast = new Map<number, number>()
  for (const index of narrowed.members)
    if (!isOwn.has(index) && offerOf[index] !== NONE)
      atLeast.set(classOf(index), (atLeast.get(classOf(index)) ?? 0) + 1)
  const answer = solveProgram(
    highs,
    {
      task,
      room: task.offers,
      members: narrowed.members,
      offersOf: narrowed.offersOf,
      worthOf: index => (isOwn.has(index) ? 1 : 0),
      priceOf: () => 0,
      atLeast,
      start: index => offerOf[index] ?? NONE,
    },
    seconds,
  )
  const inQuestion = narrowed.members.filter(index => isOwn.has(index))
  const ample = own.length - inQuestion.length
  const found = ample + countIn(inQuestion, answer.offerOf)
  const have = own.filter(index => offerOf[index] !== NONE).length
  // What the solver says is not taken on trust: the classes before keep their number, counted.
  const keepsEarlier = [...atLeast].every(
    ([before, count]) =>
      countIn(
        narrowed.members.filter(index => classOf(index) === before),
        answer.offerOf,
      ) >= count,
  )
  const isBetter = keepsEarlier && found > have
  const best = isBetter ? found : have
  const atMost =
    answer.status === 'optimal' && keepsEarlier
      ? best
      : Math.max(best, Math.min(own.length, ample + Math.floor(Math.min(answer.bound, own.length) + 1e-6)))
  return {
    isProven: atMost === best,
    atMost,
    better: isBetter ? joined(input, active, narrowed.served, narrowed.members, answer.offerOf) : null,
  }
}

/** Ample offers serve all they fit; who is in question is served as found; everybody else stays as they were. */
const joined = (
  { task, offerOf }: ProveInput,
  active: readonly number[],
  ample: ReadonlyMap<number, number>,
  members: readonly number[],
  found: ReadonlyMap<number, number>,
): number[] => {
  const next = task.needs.map(() => NONE)
  for (const index of active) next[index] = ample.get(index) ?? offerOf[index] ?? NONE
  for (const index of members) next[index] = found.get(index) ?? NONE
  return next
}
