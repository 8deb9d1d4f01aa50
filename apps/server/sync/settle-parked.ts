import { randomUUID } from 'node:crypto'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, type Refusal, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { type JudgingParts, judgeBatch } from './judge-batch.ts'
import type { Ledger, ParkedEnvelope } from './ledger.ts'

export interface SettleQuestion {
  readonly commandId: string
  readonly how: 'accepted' | 'dismissed'
  readonly reason: string
}

/** Undoes the transaction: what is refused under the new name stays parked under the old one. */
class StillRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * The transfer inbox (decision 0005): whoever has the household now takes over what was parked about it, under their own
 * name and by the rules as of now, or sets it aside with a reason. The command stays in the ledger’s books either way,
 * with who made it. Settled twice it is settled once.
 */
export const settleParkedCommand = async (
  ledger: Ledger,
  parts: JudgingParts,
  actor: Actor,
  { commandId, how, reason }: SettleQuestion,
): Promise<Outcome<Receipt | null, string>> => {
  if (how === 'dismissed' && reason.trim() === '') return refuse('reason-missing')
  try {
    return await ledger.inTransaction(actor, async trx => {
      const parked = await trx.lockParked(commandId)
      if (parked === undefined) return refuse('not-found')
      const receipt = how === 'accepted' ? await takeOver(parked) : null
      await trx.settleParked({ commandId, how, reason, by: actor.personId, at: parts.clock.now() })
      return succeed(receipt)

      async function takeOver(kept: ParkedEnvelope): Promise<Receipt> {
        const envelope: CommandEnvelope = {
          ...kept,
          commandId: randomUUID() as CommandEnvelope['commandId'],
          sequence: 1,
          // Whoever takes it over has seen how things stand now.
          basedOnVersion: null,
        }
        const [given] = await judgeBatch(trx, parts, { actor, deviceId: commandId, commands: [envelope] })
        if (given === undefined) throw new Error('a batch of one has one receipt')
        if (given.outcome === 'parked')
          throw new StillRefused(refuse(given.refusal?.code ?? 'server-could-not-judge', given.refusal?.details ?? {}))
        return given
      }
    })
  } catch (error) {
    if (error instanceof StillRefused) return error.refusal
    throw error
  }
}
