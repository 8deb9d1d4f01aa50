import type { Faults } from './faults.ts'
import { inMemory } from './memory-ledger.ts'
import type { MemoryServer, PhotoFiles } from './memory-server.ts'
import { copyState, type State } from './memory-state.ts'
import type { Network } from './network.ts'
import type { Oracle } from './oracle.ts'
import type { Planted } from './planted.ts'
import { replayInto } from './replay.ts'
import type { Life, Scheduler } from './scheduler.ts'

interface Backup {
  readonly state: State
  readonly whole: ReadonlyMap<string, Uint8Array>
}

export interface BackupParts {
  readonly server: MemoryServer
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly oracle: Oracle
  readonly planted: Planted
  readonly network: Network
  readonly finish: (isDone: () => boolean) => Promise<void>
}

const copyFiles = (files: PhotoFiles): Map<string, Uint8Array> => new Map(files.whole)

/** An archive that follows every commit, full copies now and then, and going back to them. */
export const createBackups = ({ server, scheduler, faults, oracle, planted, network, finish }: BackupParts) => {
  const take = (): Backup => ({ state: server.database.snapshot(), whole: copyFiles(server.files) })
  let newest = take()
  let fullCopy = newest

  // One backup at a time, as the server's own lock has it; it goes when its holder dies.
  let running: Life | null = null

  const archive = async (): Promise<void> => {
    const { life, database } = server.serving()
    if (running === life) return
    running = life
    try {
      await archiveAlone(life, database)
    } finally {
      running = null
    }
  }

  const archiveAlone = async (life: Life, database: MemoryServer['database']): Promise<void> => {
    await scheduler.pause(life, 'archive')
    const taken = take()
    await scheduler.pause(life, 'archive written')
    if (!planted.is('safe-before-backup')) newest = taken
    // Only now do the devices' marks of what is safe move.
    await inMemory(database, life, async trx => {
      await database.statement(trx, 'mark safe')
      database.write(trx, committed => {
        for (const [id, row] of committed.devices) {
          const upTo = planted.is('safe-before-backup') ? row.upTo : (taken.state.devices.get(id)?.upTo ?? 0)
          committed.devices.set(id, { ...row, safeUpTo: Math.max(row.safeUpTo, Math.min(upTo, row.upTo)) })
        }
      })
    })
    if (planted.is('safe-before-backup')) {
      await scheduler.pause(life, 'archive late')
      newest = taken
    }
  }

  const restore = async (byReplay: boolean): Promise<void> => {
    const from = newest
    server.kill()
    network.reset()
    running = null
    oracle.restored(from.state)
    const { database, files } = server
    const next = copyState(from.state)
    for (const [id, row] of next.devices) next.devices.set(id, { ...row, safeUpTo: row.upTo })
    if (byReplay) await replayInto({ server, scheduler, faults, oracle, finish }, fullCopy.state, next)
    else database.replace(next)
    files.whole.clear()
    for (const [hash, bytes] of from.whole) files.whole.set(hash, bytes)
    files.parts.clear()
    server.newEpoch()
    server.start()
  }

  return {
    newest: () => newest.state,
    /** A backup beside everything else, which the server's death may cut off anywhere. */
    begin: (): void =>
      scheduler.spawn(server.life(), 'backup', async () => {
        try {
          await archive()
        } catch (error) {
          if ((error as { code?: string }).code === undefined) throw error
        }
      }),
    copy: (): void => {
      fullCopy = newest
    },
    archiveNow: async (): Promise<void> => {
      let isDone = false
      scheduler.spawn(server.life(), 'backup', async () => {
        await archive()
        isDone = true
      })
      await finish(() => isDone)
    },
    restore,
  }
}

export type Backups = ReturnType<typeof createBackups>
