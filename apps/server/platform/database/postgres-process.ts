import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { type ClusterFolder, refusalOfOutput } from './cluster-files.ts'
import type { DatabaseLog } from './database-log.ts'
import type { DatabaseRefusalCode } from './database-refusals.ts'
import { readPostmasterFile, stopProcess } from './orphaned-postgres.ts'
import type { PostgresAccount } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { keepLastLines, startProgram, whenEnded } from './postgres-program.ts'

/** A PostgreSQL that is up and is our child. */
export interface PostgresProcess {
  readonly pid: number
  readonly port: number
  /** Resolves when it is gone, by our stop or by itself. */
  readonly ended: Promise<void>
  /** The fast way: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
  /** For the very end of our own process, when nothing can be waited for. */
  stopWithoutWaiting(): void
}

export interface PostgresStart {
  readonly folder: ClusterFolder
  readonly binaries: PostgresBinaries
  readonly account: PostgresAccount | undefined
  readonly durable: boolean
  readonly port: number | undefined
  readonly log: DatabaseLog
}

const MEGABYTE = 1024 * 1024

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })

const settings = (port: number, durable: boolean): readonly string[] => {
  const sharedMegabytes = Math.min(1024, Math.max(128, Math.floor(totalmem() / MEGABYTE / 8)))
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: durable ? '60' : '100',
    shared_buffers: `${durable ? sharedMegabytes : 128}MB`,
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What people entered must not reach a log: no statements, no values, no details of a broken constraint.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    ...(durable ? {} : { max_wal_size: '4GB', checkpoint_timeout: '1h', autovacuum: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const isAddressTaken = (lines: readonly string[]): boolean =>
  lines.some(line => /Address already in use|could not (bind|create any TCP)/i.test(line))

/** Another postmaster's lock or shared memory that is about to go away: worth waiting for. */
const isStillLocked = (lines: readonly string[]): boolean =>
  lines.some(line => /lock file .* already exists|shared memory block .* still in use/i.test(line))

const startOnce = async (start: PostgresStart, port: number): Promise<PostgresProcess | readonly string[]> => {
  const { folder, binaries, account, durable, log } = start
  const running = startProgram({
    program: binaries.postgres,
    args: ['-D', 'FOLDER', ...settings(port, durable)],
    folder: folder.cluster,
    detached: process.platform !== 'win32',
    ...(account && { user: { uid: account.uid, gid: account.gid } }),
  })
  const lines = keepLastLines(running.stderr, line => {
    if (/(WARNING|FATAL|PANIC):/.test(line)) log.warn(`PostgreSQL: ${line}`)
  })
  let isOver = false
  const ended = whenEnded(running).then(({ startError }) => {
    isOver = true
    return startError
  })
  const { pid } = running
  for (let waited = 0; !isOver; waited += 20) {
    const file = readPostmasterFile(folder.cluster)
    if (pid !== undefined && file?.pid === pid && file.status === 'ready')
      return {
        pid,
        port,
        ended: ended.then(() => undefined),
        stop: async () => {
          if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', folder.cluster, '-m', 'fast'])
          else await stopProcess(pid, () => !isOver)
          await ended
        },
        stopWithoutWaiting: () => void (isOver || running.kill('SIGINT')),
      }
    if (waited > 0 && waited % 10_000 === 0) log.info('PostgreSQL is putting its files in order after a crash')
    await sleep(20)
  }
  const startError = await ended
  return [...lines(), ...(startError ? [startError] : [])]
}

/**
 * Starts PostgreSQL on a free port of the loopback address and waits until it takes connections, however long it
 * needs to recover. A port that was taken in between is replaced; a lock about to go away is waited for.
 */
export const startPostgres = async (start: PostgresStart): Promise<Outcome<PostgresProcess, DatabaseRefusalCode>> => {
  const giveUpAt = Date.now() + 30_000
  let lines: readonly string[] = []
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const isPortKept = start.port !== undefined && attempt === 0
    const started = await startOnce(start, isPortKept ? start.port : await findFreePort())
    if (!Array.isArray(started)) return succeed(started as PostgresProcess)
    lines = started
    if (isAddressTaken(lines)) continue
    if (!isStillLocked(lines) || Date.now() > giveUpAt) break
    await sleep(500)
  }
  return lines.length === 0
    ? refuse('postgres-failed', { reason: 'it ended without a word' })
    : refusalOfOutput(start.folder.dataDir, lines)
}
