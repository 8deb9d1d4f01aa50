import type { WrittenCommand } from '../ledger/written-command.ts'

/** A command with the ledger it is given to. */
export interface GivenCommand extends WrittenCommand {
  readonly ledgerId: string
}

interface Pairing {
  readonly type: string
  /** The field of the input that names the other household. */
  readonly names: string
  readonly isFirst: boolean
}

/** Commands that change two households: each half stands only together with the other (decision 0031). */
const pairings: Readonly<Record<string, Pairing>> = {
  TakeOverFrom: { type: 'MergeHousehold', names: 'duplicateId', isFirst: true },
  MergeHousehold: { type: 'TakeOverFrom', names: 'survivorId', isFirst: false },
  UnmergeHousehold: { type: 'GiveBackTo', names: 'survivorId', isFirst: true },
  GiveBackTo: { type: 'UnmergeHousehold', names: 'duplicateId', isFirst: false },
}

/** Whether a command changes two households, so that it may not stand alone. */
export const hasCompanion = ({ type }: { readonly type: string }): boolean => Object.hasOwn(pairings, type)

const otherLedger = (command: GivenCommand, { names }: Pairing): unknown =>
  typeof command.input === 'object' && command.input !== null
    ? (command.input as Readonly<Record<string, unknown>>)[names]
    : undefined

/** Whether these two, one right after the other, are the two halves of one deed. */
export const areCompanions = (first: GivenCommand, second: GivenCommand | undefined): boolean => {
  const pairing = Object.hasOwn(pairings, first.type) ? pairings[first.type] : undefined
  if (pairing === undefined || !pairing.isFirst || second?.type !== pairing.type) return false
  const back = pairings[second.type]
  return (
    otherLedger(first, pairing) === second.ledgerId &&
    back !== undefined &&
    otherLedger(second, back) === first.ledgerId
  )
}
