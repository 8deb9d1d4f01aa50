import type { Household } from '@thaiqm/core/household/household.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { State } from './memory-state.ts'
import type { Phone, PhoneWitness } from './phone.ts'

/** A command somebody made, as the one who watches everything knows it. */
export interface Made {
  readonly commandId: string
  readonly phone: string
  readonly householdId: string
  readonly type: string
  readonly text: string
  /** Its phone’s store was wiped before the server, or a backup, had it: gone with the phone is allowed. */
  mayBeLost: 'no' | 'after-restore' | 'yes'
}

export interface Violation {
  readonly invariant: string
  readonly what: string
}

/** Knows all that was ever made, and what may be gone: nothing in the world reads it. */
export const createOracle = () => {
  const made = new Map<string, Made>()
  const violations: Violation[] = []
  const seen = new Set<string>()
  /** Drafts that went to a colleague: to whom, and as what. */
  const handedOver = new Map<string, { readonly to: string; readonly content: string }>()

  const report = (invariant: string, what: string): void => {
    const key = `${invariant} ${what}`
    if (seen.has(key)) return
    seen.add(key)
    violations.push({ invariant, what })
  }

  /** What a sender truly had before their eyes: the version of the server's copy, and the household as it was shown. */
  const sawVersion = new Map<string, number | null>()
  const shown = new Map<string, Household>()
  /** The epoch that version is one of: a restored server counts anew from its backup. */
  const sawEpoch = new Map<string, string>()

  const witness: PhoneWitness = {
    saw: (commandId, version, household, epoch) => {
      sawVersion.set(commandId, version)
      if (epoch !== null) sawEpoch.set(commandId, epoch)
      if (household !== null) shown.set(commandId, household)
    },
    kept: (phone: Phone, command: CommandEnvelope, input: unknown): void => {
      phone.lineage.push(command.commandId)
      made.set(command.commandId, {
        commandId: command.commandId,
        phone: phone.name,
        householdId: command.ledgerId,
        type: command.type,
        text: JSON.stringify(input),
        mayBeLost: 'no',
      })
    },
  }

  /** Drafts that were sent as a form or given up, on whichever copy of a phone. */
  const ended = new Set<string>()

  return {
    made,
    sawVersion,
    sawEpoch,
    shown,
    handedOver,
    ended,
    violations,
    report,
    witness,
    /** A phone's store is wiped: what only it held may be gone; what the server held is lost only by a restore after. */
    evicted: (phone: Phone, server: State, backup: State): void => {
      for (const { envelope } of phone.disk.commands.values()) {
        const command = made.get(envelope.commandId)
        if (command === undefined || backup.commands.has(envelope.commandId)) continue
        if (!server.commands.has(envelope.commandId)) command.mayBeLost = 'yes'
        else if (command.mayBeLost === 'no') command.mayBeLost = 'after-restore'
      }
    },
    /** The server goes back to a backup: what was only on wiped phones and after that backup is gone. */
    restored: (backup: State): void => {
      for (const command of made.values())
        if (command.mayBeLost === 'after-restore' && !backup.commands.has(command.commandId)) command.mayBeLost = 'yes'
    },
  }
}

export type Oracle = ReturnType<typeof createOracle>
