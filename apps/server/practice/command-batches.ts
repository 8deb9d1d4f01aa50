import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { Hand, TimedCommand } from './household-story.ts'

/** Commands of one hand, to be run together, each with the moment it happened. */
export interface CommandBatch {
  readonly hand: Hand
  readonly commands: readonly CommandEnvelope[]
  readonly at: readonly Instant[]
}

/** Gives each device its gap-free numbers, from 1. */
export const sequenceCounter = () => {
  const lastOf = new Map<string, number>()
  return (hand: Hand): number => {
    const next = (lastOf.get(hand.deviceId) ?? 0) + 1
    lastOf.set(hand.deviceId, next)
    return next
  }
}

type Waiting = ReadonlyMap<string, readonly number[]>

/** The hand that has least to wait for: the share of its commands that could be run now is the greatest. */
const mostReady = (waiting: Waiting, left: ReadonlyMap<string, number>): readonly [string, readonly number[]] => {
  const readiness = ([device, ready]: readonly [string, readonly number[]]) => ready.length / (left.get(device) ?? 1)
  return [...waiting].reduce((best, one) => (readiness(one) > readiness(best) ? one : best))
}

/**
 * Sorts the commands of many households into as few batches as can be: a batch has one hand, as every push has, and
 * each household's own commands stay in their order.
 */
export function* batchesOf(
  pasts: readonly (readonly TimedCommand[])[],
  nextNumber: (hand: Hand) => number,
  most: number,
): Generator<CommandBatch> {
  const places = pasts.map(() => 0)
  const waiting = new Map<string, number[]>()
  const left = new Map<string, number>()
  for (const { hand } of pasts.flat()) left.set(hand.deviceId, (left.get(hand.deviceId) ?? 0) + 1)
  const queueUp = (past: number): void => {
    const command = pasts[past]?.[places[past] ?? 0]
    if (command === undefined) return
    const own = waiting.get(command.hand.deviceId) ?? []
    own.push(past)
    waiting.set(command.hand.deviceId, own)
  }
  for (const past of pasts.keys()) queueUp(past)
  while (waiting.size > 0) {
    const [deviceId, ready] = mostReady(waiting, left)
    waiting.delete(deviceId)
    const taken: TimedCommand[] = []
    for (const past of ready) {
      for (let place = places[past] ?? 0; taken.length < most; place += 1) {
        const command = pasts[past]?.[place]
        if (command === undefined || command.hand.deviceId !== deviceId) break
        taken.push(command)
        places[past] = place + 1
      }
      queueUp(past)
    }
    const hand = taken[0]?.hand
    if (hand === undefined) continue
    left.set(deviceId, (left.get(deviceId) ?? 0) - taken.length)
    yield {
      hand,
      commands: taken.map(({ envelope }) => ({ ...envelope, sequence: nextNumber(hand) })),
      at: taken.map(({ at }) => at),
    }
  }
}
