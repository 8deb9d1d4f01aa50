import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { isProcessAlive } from './data-folder-lock.ts'
import type { DatabaseLog } from './database-log.ts'

/** What PostgreSQL writes about itself into `postmaster.pid`: line 1 its pid, line 4 its port, line 8 how far it is. */
export interface PostmasterFile {
  readonly pid: number
  readonly status: string
}

const STOP_FAST_MS = 60_000
// An orphan has nobody who waits for it. One that lost a child and its server at once may not hear the fast way at all;
// ending it at once costs a short recovery and nothing that was acknowledged.
const STOP_ORPHAN_FAST_MS = 5_000
const STOP_AT_ONCE_MS = 15_000

export const readPostmasterFile = (cluster: string): PostmasterFile | undefined => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : undefined
  } catch {
    return undefined
  }
}

/** Processes working in this cluster's folder: PostgreSQL and its children stand in it. Undefined where none can tell. */
const processesIn = (cluster: string): readonly number[] | undefined => {
  if (process.platform !== 'linux' || !existsSync('/proc/self/cwd')) return undefined
  const folder = realpathSync(cluster)
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder
      } catch {
        return false
      }
    })
}

const isGoneWithin = async (isThere: () => boolean, ms: number): Promise<boolean> => {
  for (let waited = 0; waited < ms; waited += 50) {
    if (!isThere()) return true
    await sleep(50)
  }
  return !isThere()
}

/** Asks a PostgreSQL to end: first in the fast way (transactions rolled back, checkpoint), then at once. */
export const stopProcess = async (
  pid: number,
  isThere: () => boolean,
  fastMs: number = STOP_FAST_MS,
): Promise<boolean> => {
  for (const [signal, ms] of [
    ['SIGINT', fastMs],
    ['SIGQUIT', STOP_AT_ONCE_MS],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      if (!isThere()) return true
    }
    if (await isGoneWithin(isThere, ms)) return true
  }
  return false
}

/**
 * After `kill -9` of our process its PostgreSQL lives on. We hold the data folder's lock here, so whatever still works
 * in the cluster's folder is such an orphan: it is stopped properly and everything it had acknowledged is kept.
 * A `postmaster.pid` whose number another program has got meanwhile is removed, once nobody works in the folder.
 */
export const stopOrphan = async (cluster: string, log: DatabaseLog): Promise<Outcome<undefined, 'postgres-failed'>> => {
  const file = readPostmasterFile(cluster)
  if (file === undefined) return succeed(undefined)
  const workers = processesIn(cluster)
  if (workers === undefined) {
    if (!isProcessAlive(file.pid)) return succeed(undefined)
    // Without /proc the pid alone must do; PostgreSQL's own lock file refuses if another program has got it.
    log.warn(`stopping a PostgreSQL left behind by a server that was killed (process ${file.pid})`)
    const stopped = await stopProcess(file.pid, () => isProcessAlive(file.pid), STOP_ORPHAN_FAST_MS)
    return stopped ? succeed(undefined) : refuse('postgres-failed', { reason: `process ${file.pid} does not stop` })
  }
  if (workers.length === 0) {
    if (isProcessAlive(file.pid)) await rm(join(cluster, 'postmaster.pid'), { force: true })
    return succeed(undefined)
  }
  log.warn(`stopping a PostgreSQL left behind by a server that was killed (process ${file.pid})`)
  const isThere = () => (processesIn(cluster) ?? []).length > 0
  // With the postmaster dead its children end by themselves; there is nobody to signal.
  const stopped = workers.includes(file.pid)
    ? await stopProcess(file.pid, isThere, STOP_ORPHAN_FAST_MS)
    : await isGoneWithin(isThere, STOP_FAST_MS)
  return stopped ? succeed(undefined) : refuse('postgres-failed', { reason: `process ${file.pid} does not stop` })
}
