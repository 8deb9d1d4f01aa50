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

const fieldOf = ({ input }: WrittenCommand, name: string): unknown =>
  typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>)[name] : undefined

/** Help on a household's record and its delivery from an offer. Either may come alone; told of the same help they are one deed. */
const isHelpDelivered = (first: GivenCommand, second: GivenCommand): boolean => {
  if (first.type !== 'RecordAssistance' || second.type !== 'DeliverAllocation') return false
  const help = fieldOf(first, 'assistanceId')
  return typeof help === 'string' && help === fieldOf(second, 'assistanceId')
}

/** Whether these two, one right after the other, are the two halves of one deed: both stand or neither. */
export const areCompanions = (first: GivenCommand, second: GivenCommand | undefined): boolean => {
  if (second === undefined) return false
  if (isHelpDelivered(first, second)) return true
  const pairing = Object.hasOwn(pairings, first.type) ? pairings[first.type] : undefined
  if (pairing === undefined || !pairing.isFirst || second.type !== pairing.type) return false
  const back = pairings[second.type]
  return (
    fieldOf(first, pairing.names) === second.ledgerId &&
    back !== undefined &&
    fieldOf(second, back.names) === first.ledgerId
  )
}
