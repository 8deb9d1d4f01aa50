import { type FaultCounts, faultKinds, noFaults } from './faults.ts'
import type { State } from './memory-state.ts'
import type { Violation } from './oracle.ts'
import type { Planted } from './planted.ts'
import { plant, plantedNames } from './planted-bugs.ts'
import type { OpenStage } from './stage.ts'
import { runWorld } from './world.ts'

export interface BadSeed {
  readonly seed: number
  readonly violations: readonly Violation[]
  readonly trace: readonly string[]
}

export interface Run {
  readonly seeds: number
  readonly commands: number
  readonly steps: number
  readonly faults: FaultCounts
  readonly bad: readonly BadSeed[]
  /** How often each kind of command stands applied at the end of its world. */
  readonly applied: ReadonlyMap<string, number>
}

const TRACE_LINES = 30

export interface RunOptions {
  readonly phones?: number | undefined
  readonly isLife?: boolean | undefined
  readonly openStage?: OpenStage | undefined
  readonly onSeed?: (done: number, bad: readonly BadSeed[]) => void
}

/** Many worlds, one after the other. */
export const runWorlds = async (
  from: number,
  count: number,
  { phones, isLife = false, openStage, onSeed }: RunOptions = {},
): Promise<Run> => {
  const faults = noFaults()
  const bad: BadSeed[] = []
  const applied = new Map<string, number>()
  const onEnd = (state: State): void => {
    for (const { outcome, envelope } of state.commands.values())
      if (outcome === 'applied') applied.set(envelope.type, (applied.get(envelope.type) ?? 0) + 1)
  }
  let commands = 0
  let steps = 0
  for (let seed = from; seed < from + count; seed += 1) {
    const world = await runWorld({
      seed,
      isLife,
      onEnd,
      ...(phones === undefined ? {} : { phones }),
      ...(openStage && { openStage }),
    })
    for (const kind of faultKinds) faults[kind] += world.faults[kind]
    commands += world.commands
    steps += world.steps
    if (world.violations.length > 0)
      bad.push({ seed, violations: world.violations, trace: world.trace.slice(-TRACE_LINES) })
    onSeed?.(seed - from + 1, bad)
  }
  return { seeds: count, commands, steps, faults, bad, applied }
}

export interface Caught {
  readonly name: string
  /** The first seed that catches it, and what it says; null when none of those tried does. */
  readonly seed: number | null
  readonly invariant: string
}

/** What noticed a planted bug: the invariant that is there for it, where one is. */
export const findNoticed = ({ noticedBy }: Planted, violations: readonly Violation[]): Violation | undefined =>
  noticedBy === null ? violations[0] : violations.find(({ invariant }) => invariant === noticedBy)

/** Each planted bug in turn, until a world catches it. */
export const runPlanted = async (
  most: number,
  onCaught: (caught: Caught) => void = () => undefined,
): Promise<Caught[]> => {
  const all: Caught[] = []
  for (const name of plantedNames) {
    let caught: Caught = { name, seed: null, invariant: '' }
    for (let seed = 1; seed <= most && caught.seed === null; seed += 1) {
      const first = findNoticed(plant(name), (await runWorld({ seed, planted: plant(name) })).violations)
      if (first !== undefined) caught = { name, seed, invariant: first.invariant }
    }
    all.push(caught)
    onCaught(caught)
  }
  return all
}
