import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync, statSync, unlinkSync, utimesSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'

/** One server a data folder: held by `server.lock`, which names the holder and is touched while it lives. */
export interface DataFolderLock {
  release(): void
}

export type LockRefusalCode = 'data-folder-in-use' | 'disk-full' | 'folder-not-writable'

interface Holder {
  readonly pid: number
  /** When the process began, in clock ticks since boot; a pid used again by another program has another one. */
  readonly startedTicks: string
  /** Where the pid means anything: host, boot and pid namespace (a container has its own). */
  readonly place: string
  readonly hostname: string
  readonly nonce: string
}

const HEARTBEAT_MS = 3_000
const SILENCE_MS = 10_000
const LONG_SILENT_MS = 3_600_000

const readOrEmpty = (read: () => string): string => {
  try {
    return read().trim()
  } catch {
    return ''
  }
}

const placeOfThisProcess = (): string =>
  [
    hostname(),
    readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    readOrEmpty(() => readlinkSync('/proc/self/ns/pid')),
  ].join('|')

/** The fields of /proc/PID/stat from the state on; the name before them may hold spaces. Empty where there is no /proc. */
const statOf = (pid: number): readonly string[] =>
  readOrEmpty(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)
  }).split(' ')

const startedTicksOf = (pid: number): string => statOf(pid)[19] ?? ''

/** A process that ended but that its parent has not noticed (a container's first process may never) is not alive. */
export const isProcessAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return statOf(pid)[0] !== 'Z'
}

const parseHolder = (content: string): Holder | undefined => {
  try {
    const holder: unknown = JSON.parse(content)
    return typeof holder === 'object' && holder !== null && 'nonce' in holder ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

const touchedAtMs = (path: string): number | undefined => {
  try {
    return statSync(path).mtimeMs
  } catch {
    return undefined
  }
}

const keepsSilent = async (path: string): Promise<boolean> => {
  const before = touchedAtMs(path)
  if (before === undefined || Date.now() - before > LONG_SILENT_MS) return true
  for (let waited = 0; waited < SILENCE_MS; waited += 250) {
    await sleep(250)
    if (touchedAtMs(path) !== before) return false
  }
  return true
}

const isHolderGone = async (path: string, holder: Holder | undefined): Promise<boolean> => {
  if (holder === undefined || holder.place !== placeOfThisProcess()) return keepsSilent(path)
  if (!isProcessAlive(holder.pid)) return true
  const ticks = startedTicksOf(holder.pid)
  return ticks !== '' && holder.startedTicks !== '' ? ticks !== holder.startedTicks : keepsSilent(path)
}

/** Takes a dead holder's lock away. Two may try at once: whoever finds another's fresh lock in hand puts it back. */
const takeAway = async (path: string, holder: Holder | undefined): Promise<void> => {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
    const taken = parseHolder(await readFile(aside, 'utf8'))
    if (taken !== undefined && taken.nonce !== holder?.nonce) await rename(aside, path)
    else await rm(aside, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

const create = async (path: string, holder: Holder): Promise<boolean> => {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(JSON.stringify(holder))
      await file.sync()
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The refusal an error of the file system stands for, if it is one that a person can mend. */
export const refusalOfFileError = (error: unknown, dataDir: string, neededMegabytes = 500) => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuse('disk-full', { dataDir, neededMegabytes })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return refuse('folder-not-writable', { dataDir })
  return undefined
}

/**
 * Takes the data folder for this process, making the folder when it is not there. A lock left by a killed server is
 * recognised by its process and taken over; one written elsewhere (another container or machine on the same disk)
 * is watched for ten seconds first.
 */
export const acquireDataFolderLock = async (dataDir: string): Promise<Outcome<DataFolderLock, LockRefusalCode>> => {
  const path = join(dataDir, 'server.lock')
  const mine: Holder = {
    pid: process.pid,
    startedTicks: startedTicksOf(process.pid),
    place: placeOfThisProcess(),
    hostname: hostname(),
    nonce: randomUUID(),
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await create(path, mine)) return succeed(hold(path, mine))
      const holder = parseHolder(await readFile(path, 'utf8').catch(() => ''))
      if (!(await isHolderGone(path, holder)))
        return refuse('data-folder-in-use', { dataDir, pid: holder?.pid ?? '?', hostname: holder?.hostname ?? '?' })
      await takeAway(path, holder)
    }
    return refuse('data-folder-in-use', { dataDir, pid: '?', hostname: '?' })
  } catch (error) {
    const refusal = refusalOfFileError(error, dataDir)
    if (refusal) return refusal
    throw error
  }
}

const hold = (path: string, mine: Holder): DataFolderLock => {
  const isMine = () => parseHolder(readOrEmpty(() => readFileSync(path, 'utf8')))?.nonce === mine.nonce
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // A full or read-only disk stops the heartbeat, not the server; the process itself still proves it lives.
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    try {
      if (isMine()) unlinkSync(path)
    } catch {
      // A lock that cannot be removed is recognised as dead at the next start.
    }
  }
  process.on('exit', release)
  return { release }
}
