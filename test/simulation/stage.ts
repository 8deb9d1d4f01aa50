import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { runBatch } from '../../apps/server/sync/run-batch.ts'
import { type Backups, createBackups } from './backups.ts'
import { memoryLedger } from './memory-ledger.ts'
import { createMemoryServer, type ServerParts } from './memory-server.ts'
import type { Network } from './network.ts'
import type { Oracle } from './oracle.ts'
import { nothingPlanted } from './planted.ts'
import type { Life } from './scheduler.ts'
import type { WorldServer } from './world-server.ts'

/** What a world stands on: a server, its beginning and its backups; in memory, or on PostgreSQL. */
export interface Stage {
  readonly server: WorldServer
  /** Steps between two looks at the invariants: a real database takes its time. */
  readonly looksEvery: number
  /** The first commands, by the system's own hand; answers those that were not applied. */
  birth(life: Life, deviceId: string, commands: readonly CommandEnvelope[]): Promise<readonly unknown[]>
  backups(of: {
    readonly network: Network
    readonly oracle: Oracle
    readonly finish: (isDone: () => boolean) => Promise<void>
  }): Backups
}

export type OpenStage = (parts: ServerParts) => Promise<Stage>

export const memoryStage: OpenStage = async parts => {
  const { scheduler, faults, planted } = parts
  const server = createMemoryServer(parts)
  return {
    server,
    looksEvery: 5,
    birth: async (life, deviceId, commands) => {
      const ledger = memoryLedger(server.database, () => life, nothingPlanted)
      const done = await runBatch(ledger, server.serving().parts, { actor: systemActor, deviceId, commands })
      return done.ok ? done.value.filter(receipt => receipt.outcome !== 'applied') : [done]
    },
    backups: of => createBackups({ server, scheduler, faults, planted, ...of }),
  }
}
