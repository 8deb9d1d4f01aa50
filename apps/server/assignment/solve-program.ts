import type { Highs } from 'highs'
import { hasRoom, NONE, type OfferRoom, type SolverOffer, type SolverTask, takeRoom } from './solver-task.ts'

/** A mixed-integer program: which of these needs are served from which offer. */
export interface AssignmentProgram {
  readonly task: SolverTask
  /** What the offers have for these needs, in the order of the task. */
  readonly room: readonly SolverOffer[]
  readonly members: readonly number[]
  readonly offersOf: (need: number) => readonly number[]
  /** What serving the need is worth; whole numbers, so that two values differ by at least 1. */
  readonly worthOf: (need: number) => number
  /** Taken off that for serving it from this offer; all together below 0.5, so that it only decides between equals. */
  readonly priceOf: (offer: number) => number
  /** How many of an urgency class have to be served at the least. */
  readonly atLeast: ReadonlyMap<number, number>
  /** An assignment of these needs to begin from, if one is known. */
  readonly start: ((need: number) => number) | null
}

export interface ProgramAnswer {
  /** `optimal`: nothing is worth more. `limit`: the clock ended it, or what was found did not bear exact counting. */
  readonly status: 'optimal' | 'limit'
  readonly offerOf: ReadonlyMap<number, number>
  /** No assignment is worth more than this. */
  readonly bound: number
}

interface Group {
  readonly members: number[]
  readonly offers: readonly number[]
  readonly urgencyClass: number
}

/** Needs that are alike in all that matters are one group: a variable says how many of it an offer serves. */
const groupAlike = ({ task, members, offersOf }: AssignmentProgram): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const index of members) {
    const need = task.needs[index]
    if (need === undefined) continue
    const offers = offersOf(index)
    const key = `${need.urgencyClass} ${need.quantity} ${need.costBaht} ${offers.join()}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { members: [index], offers, urgencyClass: need.urgencyClass })
    else group.members.push(index)
  }
  return [...groups.values()]
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** Rows and columns in HiGHS's form; money divided by what divides all of it, for smaller numbers are exacter. */
const matrixOf = (program: AssignmentProgram, groups: readonly Group[], infinity: number) => {
  const { task, room } = program
  const offers = [...new Set(groups.flatMap(group => group.offers))]
  const rowLower: number[] = groups.map(() => -infinity)
  const rowUpper: number[] = groups.map(group => group.members.length)
  const addRow = (lower: number, upper: number): number => {
    rowLower.push(lower)
    return rowUpper.push(upper) - 1
  }
  const divisor =
    groups.reduce((d, { members }) => greatestDivisor(task.needs[members[0] ?? 0]?.costBaht ?? 0, d), 0) || 1
  const rowsOf = new Map(
    offers.map(index => {
      const { quantityLeft = 0, budgetLeftBaht = 0 } = room[index] ?? {}
      const money = budgetLeftBaht === null ? NONE : addRow(-infinity, Math.floor(budgetLeftBaht / divisor))
      return [index, { quantity: addRow(-infinity, quantityLeft), money }] as const
    }),
  )
  const classRow = new Map([...program.atLeast].map(([urgencyClass, count]) => [urgencyClass, addRow(count, infinity)]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const enter = (row: number | undefined, value: number): void => {
    if (row === undefined || row === NONE || value === 0) return
    indices.push(row)
    values.push(value)
  }
  const columns: { readonly group: number; readonly offer: number }[] = []
  groups.forEach(({ members, offers: fitting, urgencyClass }, group) => {
    const need = task.needs[members[0] ?? NONE]
    if (need === undefined) return
    for (const offer of fitting) {
      const rows = rowsOf.get(offer)
      enter(group, 1)
      enter(rows?.quantity, need.quantity)
      enter(rows?.money, need.costBaht / divisor)
      enter(classRow.get(urgencyClass), 1)
      starts.push(indices.length)
      columns.push({ group, offer })
    }
  })
  return { rowLower, rowUpper, starts, indices, values, columns }
}

/** Gives counts back to single needs, in their order, and never more than there is, whatever the solver rounded. */
const membersServed = (
  { task, room }: AssignmentProgram,
  groups: readonly Group[],
  columns: readonly { readonly group: number; readonly offer: number }[],
  counts: ArrayLike<number>,
): { readonly offerOf: Map<number, number>; readonly isExact: boolean } => {
  const left: OfferRoom[] = room.map(offer => ({ ...offer }))
  const offerOf = new Map<number, number>()
  const next = groups.map(() => 0)
  let isExact = true
  columns.forEach(({ group, offer }, column) => {
    for (let count = Math.round(counts[column] ?? 0); count > 0; count -= 1) {
      const index = groups[group]?.members[next[group] ?? 0]
      const need = task.needs[index ?? NONE]
      const from = left[offer]
      if (index === undefined || need === undefined || from === undefined || !hasRoom(from, need)) {
        isExact = false
        continue
      }
      takeRoom(from, need)
      offerOf.set(index, offer)
      next[group] = (next[group] ?? 0) + 1
    }
  })
  return { offerOf, isExact }
}

/** Asks HiGHS. Without members nothing is asked. `seconds` is how long it may take at the most. */
export const solveProgram = (highs: Highs, program: AssignmentProgram, seconds: number): ProgramAnswer => {
  const groups = groupAlike(program)
  const { columns, starts, indices, values, rowLower, rowUpper } = matrixOf(program, groups, highs.infinity)
  if (columns.length === 0) return { status: 'optimal', offerOf: new Map(), bound: 0 }
  const { modelStatus, objectiveSense, variableType } = highs.constants
  const worth = columns.map(
    ({ group, offer }) => program.worthOf(groups[group]?.members[0] ?? NONE) - program.priceOf(offer),
  )
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rowLower.length,
    sense: objectiveSense.maximize,
    colCost: worth,
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ group }) => groups[group]?.members.length ?? 0),
    rowLower,
    rowUpper,
    integrality: columns.map(() => variableType.integer),
    matrix: {
      format: 'csc',
      numRows: rowLower.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  })
  try {
    model.options.set({
      output_flag: false,
      time_limit: Math.max(0.02, seconds),
      // Values are whole but for prices of altogether less than 0.5: nothing within this gap is worth more.
      mip_rel_gap: 0,
      mip_abs_gap: 0.4,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    })
    if (program.start !== null) model.setSolution({ colValue: startOf(program.start, groups, columns) })
    model.run()
    const isOptimal = model.getModelStatus() === modelStatus.optimal
    const { offerOf, isExact } = membersServed(program, groups, columns, model.getSolution().colValue)
    const bound = Number(model.info.get('mip_dual_bound'))
    return {
      status: isOptimal && isExact ? 'optimal' : 'limit',
      offerOf,
      bound: Number.isFinite(bound) ? bound : Number.POSITIVE_INFINITY,
    }
  } finally {
    model.dispose()
  }
}

const startOf = (
  start: (need: number) => number,
  groups: readonly Group[],
  columns: readonly { readonly group: number; readonly offer: number }[],
): number[] => {
  const count = groups.map(({ members }) => {
    const byOffer = new Map<number, number>()
    for (const index of members) byOffer.set(start(index), (byOffer.get(start(index)) ?? 0) + 1)
    return byOffer
  })
  return columns.map(({ group, offer }) => count[group]?.get(offer) ?? 0)
}
