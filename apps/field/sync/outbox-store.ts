import type { DeviceChange, OutboxStore } from '@thaiqm/contract/client/device-store.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandEnvelope, LedgerKind, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import { type DeviceState, forgettableUpTo } from '@thaiqm/core/sync/device-state.ts'
import { deviceStateIn, type FieldDatabase } from '../platform/field-database.ts'
import type { StoredCommand, StoredReceipt } from '../platform/field-rows.ts'
import type { Sealer } from '../vault/sealer.ts'
import type { VaultKeys } from '../vault/vault.ts'
import { openJson } from '../vault/vault-crypto.ts'

/** A command of this phone as it is laid over the household the server knows. */
export interface OwnCommand {
  readonly type: string
  readonly input: unknown
}

export interface OutboxParts {
  readonly database: FieldDatabase
  readonly sealer: Sealer
  readonly keys: () => VaultKeys | undefined
  readonly now: () => Instant
  /** These ledgers' commands have been answered: what is shown of them may differ now. */
  readonly onAnswered?: (ledgerIds: readonly string[]) => void
}

class HeldIsNeeded extends Error {}

/**
 * The outbox in the local store, a row a command: its input is sealed to the server, so that it can be sent and not be
 * read while the phone is locked, and stands beside that once more under one's own key. Sealing is done before the
 * transaction begins: the disk does not wait for cryptography.
 */
export const createOutboxStore = ({ database, sealer, keys, now, onAnswered }: OutboxParts) => {
  const { commands, receipts, facts, forms, photos } = database

  const inputOf = async ({ input, readable, commandId }: StoredCommand): Promise<unknown> => {
    if (input !== undefined) return input
    const open = keys()
    return readable === undefined || open === undefined ? undefined : openJson([open.work], readable, commandId)
  }

  /** As it travels; undefined while only a locked key could open it. */
  const travelling = async (row: StoredCommand): Promise<CommandEnvelope | undefined> => {
    const { readable: _readable, input: _input, sealed, ...envelope } = row
    if (sealed !== undefined) return { ...envelope, input: undefined, sealed }
    const input = await inputOf(row)
    return input === undefined ? undefined : { ...envelope, input }
  }

  const write = async (change: DeviceChange): Promise<readonly string[]> => {
    const { state, held } = change
    await facts.put({ key: 'device', value: state })
    if (held !== undefined) {
      const rows = new Map((await commands.toArray()).map(row => [row.commandId, row]))
      await commands.clear()
      await commands.bulkPut(
        held.flatMap(({ commandId, sequence }) => {
          const row = rows.get(commandId)
          return row === undefined ? [] : [{ ...row, sequence }]
        }),
      )
    }
    const answered: StoredReceipt[] = []
    if (change.receipts !== undefined && change.receipts.length > 0) {
      const ids = new Set<string>(change.receipts.map(receipt => receipt.commandId))
      const rows = await commands.filter(row => ids.has(row.commandId)).toArray()
      const byId = new Map(rows.map(row => [row.commandId, row]))
      for (const receipt of change.receipts) {
        const row = byId.get(receipt.commandId)
        if (row === undefined) continue
        const { sequence, ledgerId, ledgerKind, type, madeAt } = row
        answered.push({ ...receipt, sequence, ledgerId, ledgerKind, type, madeAt, receivedAt: now() })
      }
      await receipts.bulkPut(answered)
    }
    await commands.where('sequence').belowOrEqual(forgettableUpTo(state)).delete()
    return [...new Set(answered.map(({ ledgerId }) => ledgerId))]
  }

  const change = async (
    decide: (state: DeviceState, held: () => readonly CommandEnvelope[]) => DeviceChange,
  ): Promise<void> => {
    const answered = await database.transaction('rw', commands, receipts, facts, async () => {
      const state = await deviceStateIn(database)
      const lazily = () => {
        throw new HeldIsNeeded()
      }
      try {
        return await write(decide(state, lazily))
      } catch (failure) {
        if (!(failure instanceof HeldIsNeeded)) throw failure
        // Only a device that goes on under another id asks for everything it holds.
        const held = (await commands.orderBy('sequence').toArray()).map(row => ({ ...row, input: undefined }))
        return await write(decide(state, () => held as readonly CommandEnvelope[]))
      }
    })
    if (answered.length > 0) onAnswered?.(answered)
  }

  const add = async (command: UnnumberedCommand): Promise<CommandEnvelope> => {
    const { input, sealed: _sealed, inputHash: _hash, ...envelope } = command
    const { sealed, readable } = await sealer.sealTwice(input, command.commandId)
    const sequence = await database.transaction('rw', commands, facts, async () => {
      const state = await deviceStateIn(database)
      await commands.add({
        ...envelope,
        sequence: state.nextSequence,
        ...(sealed === null ? {} : { sealed }),
        ...(readable === null ? {} : { readable }),
      })
      await facts.put({ key: 'device', value: { ...state, nextSequence: state.nextSequence + 1 } })
      return state.nextSequence
    })
    // As it travels from here on: sealed, when there is a key to seal to.
    return sealed === null ? { ...command, sequence } : { ...envelope, input: undefined, sealed, sequence }
  }

  const after = async (sequence: number, most: number): Promise<readonly CommandEnvelope[]> => {
    const rows = await commands.where('sequence').above(sequence).limit(most).toArray()
    const ready: CommandEnvelope[] = []
    for (const row of rows) {
      const envelope = await travelling(row)
      // Order is kept: nothing behind it goes before it.
      if (envelope === undefined) break
      ready.push(envelope)
    }
    return ready
  }

  return {
    state: () => deviceStateIn(database),
    add,
    after,
    change,

    firstHeld: async (): Promise<number> => {
      const [first] = await commands.orderBy('sequence').limit(1).primaryKeys()
      return first ?? (await deviceStateIn(database)).nextSequence
    },

    holdings: async () => {
      const { sentUpTo } = await deviceStateIn(database)
      const [waiting, unsafe, drafts, pictures, oldest] = await Promise.all([
        commands.where('sequence').above(sentUpTo).count(),
        commands.where('sequence').belowOrEqual(sentUpTo).count(),
        forms.filter(form => !form.isGone).count(),
        photos.where('state').equals('waiting').count(),
        commands.where('sequence').above(sentUpTo).limit(1).toArray(),
      ])
      return { waiting, unsafe, drafts, photos: pictures, oldestWaitingAt: oldest[0]?.madeAt ?? null }
    },

    /**
     * This phone's own commands about a household or a meeting that its server's version does not show yet: unsent ones, and applied
     * ones until that version has come. Parked ones are not shown as done.
     */
    laidOver: async (ledgerId: string, baseVersion: number | null): Promise<readonly OwnCommand[]> => {
      const rows = await commands.where('ledgerId').equals(ledgerId).sortBy('sequence')
      const answers = await receipts.bulkGet(rows.map(row => row.commandId))
      const own: OwnCommand[] = []
      for (const [at, row] of rows.entries()) {
        const answer = answers[at]
        if (answer?.outcome === 'parked') continue
        if (answer?.version != null && baseVersion !== null && baseVersion >= answer.version) continue
        const input = await inputOf(row)
        if (input !== undefined) own.push({ type: row.type, input })
      }
      return own
    },

    /** How many unsent commands each household has here. */
    waitingByLedger: async (): Promise<ReadonlyMap<string, number>> => {
      const { sentUpTo } = await deviceStateIn(database)
      const counts = new Map<string, number>()
      await commands
        .where('sequence')
        .above(sentUpTo)
        .each(({ ledgerId }) => counts.set(ledgerId, (counts.get(ledgerId) ?? 0) + 1))
      return counts
    },

    /** Households, or meetings, with a command that is still here. */
    ledgersHeld: async (kind: LedgerKind): Promise<ReadonlySet<string>> =>
      new Set((await commands.filter(row => row.ledgerKind === kind).toArray()).map(row => row.ledgerId)),

    /** Seals what still lies in clear, or could not be sealed to the server when it was made. */
    sealTheRest: async (): Promise<void> => {
      if (keys() === undefined || !(await sealer.canSeal())) return
      const open = await commands.filter(row => row.sealed === undefined).toArray()
      for (const row of open) {
        const input = await inputOf(row)
        if (input === undefined) continue
        const { sealed, readable } = await sealer.sealTwice(input, row.commandId)
        if (sealed === null || readable === null) continue
        await database.transaction('rw', commands, async () => {
          const now = await commands.where('ledgerId').equals(row.ledgerId).toArray()
          const same = now.find(one => one.commandId === row.commandId)
          if (same === undefined) return
          const { input: _clear, ...kept } = same
          await commands.put({ ...kept, sealed, readable })
        })
      }
    },
  } satisfies OutboxStore & Record<string, unknown>
}

export type FieldOutbox = ReturnType<typeof createOutboxStore>
