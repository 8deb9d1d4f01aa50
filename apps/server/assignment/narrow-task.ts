import type { SolverOffer, SolverTask } from './solver-task.ts'

export interface NarrowedTask {
  /** Needs that still have to be decided together. */
  readonly members: readonly number[]
  /** Needs an ample offer serves in any case, with that offer. */
  readonly served: ReadonlyMap<number, number>
  readonly offersOf: (need: number) => readonly number[]
}

const isAmple = (offer: SolverOffer, { needs }: SolverTask, askers: readonly number[]): boolean => {
  let quantity = 0
  let cost = 0
  for (const index of askers) {
    quantity += needs[index]?.quantity ?? 0
    cost += needs[index]?.costBaht ?? 0
  }
  return quantity <= offer.quantityLeft && (offer.budgetLeftBaht === null || cost <= offer.budgetLeftBaht)
}

/**
 * Takes away what needs no deciding. An offer that has enough for every need it fits may serve them all: that takes
 * nothing from anybody else, so each of them is served in some best assignment, and both go; which may make another offer
 * ample. Of the rest only those stay that can be reached from a need in question, from need to offer to need.
 */
export const narrowTask = (
  task: SolverTask,
  active: readonly number[],
  isInQuestion: (need: number) => boolean,
): NarrowedTask => {
  const undecided = new Set(active)
  const served = new Map<number, number>()
  const gone = new Set<number>()
  const askersOf: number[][] = task.offers.map(() => [])
  for (const need of active) for (const offer of task.needs[need]?.fits ?? []) askersOf[offer]?.push(need)
  for (let changed = true; changed; ) {
    changed = false
    task.offers.forEach((offer, index) => {
      if (gone.has(index)) return
      const askers = (askersOf[index] ?? []).filter(need => undecided.has(need))
      if (!isAmple(offer, task, askers)) return
      gone.add(index)
      for (const need of askers) {
        undecided.delete(need)
        served.set(need, index)
        changed = true
      }
    })
  }

  const members = new Set([...undecided].filter(isInQuestion))
  const queue = [...members]
  const reached = new Set<number>()
  for (let need = queue.pop(); need !== undefined; need = queue.pop()) {
    for (const offer of task.needs[need]?.fits ?? []) {
      if (gone.has(offer) || reached.has(offer)) continue
      reached.add(offer)
      for (const other of askersOf[offer] ?? []) {
        if (!undecided.has(other) || members.has(other)) continue
        members.add(other)
        queue.push(other)
      }
    }
  }
  return {
    members: [...members].sort((a, b) => a - b),
    served,
    offersOf: need => (task.needs[need]?.fits ?? []).filter(offer => !gone.has(offer)),
  }
}
