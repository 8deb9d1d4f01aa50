import type { Highs } from 'highs'
import type { NarrowedTask } from './narrow-task.ts'
import { NONE, type SolverTask } from './solver-task.ts'

/** How many needs an offer has enough for, when all it fits ask for the same; null when they do not. */
const placesOf = ({ needs, offers }: SolverTask, { members, offersOf }: NarrowedTask): number[] | null => {
  const asked = new Map<number, { readonly quantity: number; readonly costBaht: number }>()
  for (const index of members) {
    const need = needs[index]
    if (need === undefined) continue
    for (const offer of offersOf(index)) {
      const first = asked.get(offer)
      if (first === undefined) asked.set(offer, need)
      else if (first.quantity !== need.quantity || first.costBaht !== need.costBaht) return null
    }
  }
  return offers.map(({ quantityLeft, budgetLeftBaht }, offer) => {
    const { quantity, costBaht } = asked.get(offer) ?? { quantity: 1, costBaht: 0 }
    const byMoney = budgetLeftBaht === null || costBaht === 0 ? Number.POSITIVE_INFINITY : budgetLeftBaht / costBaht
    return Math.floor(Math.min(quantityLeft / quantity, byMoney))
  })
}

/**
 * Where each offer is asked for the same by everybody, needs take places, and which sets of needs can be served is a
 * transversal matroid: the best set for any one list of falling worths is the best for all of them, so also where one of a
 * class outweighs everything after it (Edmonds 1971). One linear program therefore answers for all classes together, and
 * its corners are whole numbers (a transport problem). Null where this does not hold.
 */
export const solveUniform = (
  highs: Highs,
  task: SolverTask,
  narrowed: NarrowedTask,
): ReadonlyMap<number, number> | null => {
  const places = placesOf(task, narrowed)
  if (places === null) return null
  const groups = new Map<
    string,
    { readonly members: number[]; readonly offers: readonly number[]; readonly worth: number }
  >()
  const lastClass = Math.max(0, ...task.needs.map(need => need.urgencyClass))
  for (const index of narrowed.members) {
    const offers = narrowed.offersOf(index)
    const urgencyClass = task.needs[index]?.urgencyClass ?? lastClass
    const key = `${urgencyClass} ${offers.join()}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { members: [index], offers, worth: lastClass - urgencyClass + 1 })
    else group.members.push(index)
  }
  const all = [...groups.values()]
  const columns = all.flatMap(({ offers }, group) => offers.map(offer => ({ group, offer })))
  if (columns.length === 0) return new Map()
  const numRows = all.length + places.length
  const model = highs.createModel({
    numCols: columns.length,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ group }) => all[group]?.worth ?? 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ group }) => all[group]?.members.length ?? 0),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: [...all.map(({ members }) => members.length), ...places],
    matrix: {
      format: 'csc',
      numRows,
      numCols: columns.length,
      starts: Int32Array.from({ length: columns.length + 1 }, (_, column) => 2 * column),
      indices: Int32Array.from(columns.flatMap(({ group, offer }) => [group, all.length + offer])),
      values: new Float64Array(2 * columns.length).fill(1),
    },
  })
  try {
    model.options.set({ output_flag: false, solver: 'simplex' })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null
    const { colValue } = model.getSolution()
    const offerOf = new Map<number, number>()
    const next = all.map(() => 0)
    for (const [column, { group, offer }] of columns.entries()) {
      const value = colValue[column] ?? 0
      const count = Math.round(value)
      // A corner with a fraction cannot be: should it ever be, the other way of solving answers.
      if (Math.abs(value - count) > 1e-6) return null
      for (let i = 0; i < count; i += 1) {
        const at = next[group] ?? 0
        const index = all[group]?.members[at] ?? NONE
        if (index === NONE) return null
        offerOf.set(index, offer)
        next[group] = at + 1
      }
    }
    return offerOf
  } finally {
    model.dispose()
  }
}
