import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { type ClusterFolder, clusterFolder, ensureClusterFiles, readOrMakeSecret, SUPERUSER } from './cluster-files.ts'
import { acquireDataFolderLock, type DataFolderLock } from './data-folder-lock.ts'
import type { DatabaseLog } from './database-log.ts'
import type { DatabaseRefusalCode } from './database-refusals.ts'
import { stopOrphan } from './orphaned-postgres.ts'
import { choosePostgresAccount } from './postgres-account.ts'
import { preparePostgresBinaries } from './postgres-binaries.ts'
import { type PostgresProcess, type PostgresStart, startPostgres } from './postgres-process.ts'

/** A PostgreSQL of our own, working in the data folder until `stop`. */
export interface ManagedCluster {
  /** For preparing databases and roles; the application itself never uses it. */
  readonly superuserUrl: string
  /** On 127.0.0.1. */
  readonly port: number
  readonly postgresPid: number
  readonly majorVersion: number
  /** A secret of this data folder by its name, the same at every start. */
  secret(name: string): Promise<string>
  /** Stops PostgreSQL in the fast way and gives the data folder free. Safe to call twice. */
  stop(): Promise<void>
}

export interface ManagedClusterOptions {
  readonly dataDir: string
  readonly log: DatabaseLog
  /** Only a test may give up durability for speed. */
  readonly durable?: boolean
  /** Called when PostgreSQL ended by itself and could not be started again. */
  readonly onLost?: () => void
}

const RESTARTS_BEFORE_GIVING_UP = 5
const CALM_MS = 60_000

/**
 * Starts the PostgreSQL that npm brought, in `dataDir`, making its files the first time. Refuses when another server
 * uses the folder, the disk is full or the folder cannot be written. If PostgreSQL dies it is started again on the
 * same port, so that pools find it; when our own process ends, by whatever ordinary way, PostgreSQL is stopped.
 */
export const startManagedCluster = async (
  options: ManagedClusterOptions,
): Promise<Outcome<ManagedCluster, DatabaseRefusalCode>> => {
  const dataDir = resolve(options.dataDir)
  const lock = await acquireDataFolderLock(dataDir)
  if (!lock.ok) return lock
  try {
    const cluster = await startLocked(clusterFolder(dataDir), lock.value, options)
    if (!cluster.ok) lock.value.release()
    return cluster
  } catch (error) {
    lock.value.release()
    throw error
  }
}

const startLocked = async (
  folder: ClusterFolder,
  lock: DataFolderLock,
  { log, durable = true, onLost = () => {} }: ManagedClusterOptions,
): Promise<Outcome<ManagedCluster, DatabaseRefusalCode>> => {
  const chosen = choosePostgresAccount(folder.cluster)
  if (chosen === 'none') return refuse('no-unprivileged-user')
  const account = chosen === 'as-we-are' ? undefined : chosen
  const binaries = await preparePostgresBinaries(account)
  if (!binaries.ok) return binaries
  const orphan = await stopOrphan(folder.cluster, log)
  if (!orphan.ok) return orphan
  const password = await ensureClusterFiles(folder, binaries.value, account, durable)
  if (!password.ok) return password
  const start: PostgresStart = { folder, binaries: binaries.value, account, durable, port: undefined, log }
  const started = await startPostgres(start)
  if (!started.ok) return started

  const supervision = supervise(started.value, start, lock, onLost)
  const { port } = started.value
  return succeed({
    superuserUrl: `postgres://${SUPERUSER}:${encodeURIComponent(password.value)}@127.0.0.1:${port}/postgres`,
    port,
    postgresPid: started.value.pid,
    majorVersion: binaries.value.majorVersion,
    secret: name => readOrMakeSecret(folder, name),
    stop: supervision.stop,
  })
}

const supervise = (
  first: PostgresProcess,
  start: PostgresStart,
  lock: DataFolderLock,
  onLost: () => void,
): { stop(): Promise<void> } => {
  let current = first
  let isStopping = false
  let restarts = 0

  const watch = async (watched: PostgresProcess): Promise<void> => {
    const since = Date.now()
    await watched.ended
    if (isStopping) return
    restarts = Date.now() - since > CALM_MS ? 1 : restarts + 1
    start.log.error(`PostgreSQL ended by itself; starting it again (${restarts})`)
    const again = restarts > RESTARTS_BEFORE_GIVING_UP ? undefined : await startAgain(watched.port)
    if (isStopping) return void (again?.ok && (await again.value.stop()))
    if (!again?.ok || again.value.port !== watched.port) {
      start.log.error('PostgreSQL could not be started again')
      if (again?.ok) await again.value.stop()
      return onLost()
    }
    current = again.value
    void watch(current)
  }
  const startAgain = async (port: number) => {
    await sleep(200)
    const orphans = await stopOrphan(start.folder.cluster, start.log)
    return orphans.ok ? startPostgres({ ...start, port }) : undefined
  }

  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    isStopping = true
    stopped ??= current.stop().then(letGo)
    return stopped
  }
  const atExit = () => {
    isStopping = true
    current.stopWithoutWaiting()
  }
  // Whoever else listens (the server, draining its requests) closes us in its own time; alone, we stop and pass it on.
  // Asked before the others, because a listener that wants only one signal is gone once it has it.
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return
    void stop().finally(() => process.kill(process.pid, signal))
  }
  const letGo = () => {
    process.off('exit', atExit)
    for (const signal of SIGNALS) process.off(signal, onSignal)
    lock.release()
  }
  process.on('exit', atExit)
  for (const signal of SIGNALS) process.prependListener(signal, onSignal)
  void watch(first)
  return { stop }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
