import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, existsSync, openSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { chown, open, readdir, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { readPostmasterFile } from '../../../apps/server/platform/database/orphaned-postgres.ts'
import { NotRun } from './figure.ts'
import { childrenOf, postmasterOf } from './server-process.ts'

const run = promisify(execFile)

/** How the product itself starts PostgreSQL, read off the running one: its program, its settings, its user. */
export interface PostgresAsShipped {
  readonly program: string
  readonly args: readonly string[]
  readonly uid: number
  readonly gid: number
}

export const readPostgresAsShipped = (dataDir: string): PostgresAsShipped => {
  const pid = postmasterOf(dataDir)
  const { uid, gid } = statSync(`/proc/${pid}`)
  const [, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    .split('\0')
    .filter(arg => arg !== '')
  return { program: readlinkSync(`/proc/${pid}/exe`), args, uid, gid }
}

/** Compiles the shim; a machine without a compiler cannot cut the power, and says so. */
export const compileShim = async (folder: string): Promise<string> => {
  const library = join(folder, 'synced-only.so')
  const source = join(import.meta.dirname, 'synced-only.c')
  for (const compiler of ['cc', 'gcc']) {
    try {
      await run(compiler, ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
      return library
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new NotRun('ไม่มีคอมไพเลอร์ภาษา C (ติดตั้งด้วย apt-get install gcc) · there is no C compiler: apt-get install gcc')
}

export interface PoweredPostgres {
  /** Ends everything of PostgreSQL at one blow. */
  cut(): Promise<void>
}

const READY_WITHIN_MS = 60_000

/** The product's PostgreSQL with the shim in it; `without` leaves settings out (the control). */
export const startPowered = async (
  cluster: string,
  shadow: string,
  shim: string,
  shipped: PostgresAsShipped,
  without: readonly string[],
): Promise<PoweredPostgres> => {
  const pairs = shipped.args.flatMap((arg, index) => (arg === '-c' ? [shipped.args[index + 1] ?? ''] : []))
  const settings = pairs.filter(pair => !without.includes(pair.split('=')[0] ?? '')).flatMap(pair => ['-c', pair])
  const folder = openSync(cluster, constants.O_RDONLY | constants.O_DIRECTORY)
  let running: ChildProcess
  try {
    running = spawn(shipped.program, ['-D', '/proc/self/fd/3', ...settings], {
      cwd: '/',
      detached: true,
      ...(process.getuid?.() === 0 ? { uid: shipped.uid, gid: shipped.gid } : {}),
      stdio: ['ignore', 'ignore', 'pipe', folder],
      env: {
        PATH: '/usr/bin:/bin',
        LC_MESSAGES: 'C',
        TZ: 'UTC',
        LD_PRELOAD: shim,
        CHAOS_DATA: cluster,
        CHAOS_SHADOW: shadow,
      },
    })
  } finally {
    closeSync(folder)
  }
  let words = ''
  running.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-2_000)
  })
  const gone = once(running, 'exit')
  const cut = async () => {
    const pid = running.pid ?? 0
    const all = [pid, ...childrenOf(pid)]
    for (const victim of all) {
      try {
        process.kill(victim, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    await gone
    while (all.some(victim => existsSync(`/proc/${victim}`))) await sleep(10)
  }
  const giveUpAt = Date.now() + READY_WITHIN_MS
  for (;;) {
    const file = readPostmasterFile(cluster)
    if (file?.pid === running.pid && file?.status === 'ready') return { cut }
    if (running.exitCode !== null || running.signalCode !== null || Date.now() > giveUpAt) {
      if (running.exitCode === null && running.signalCode === null) await cut()
      throw new Error(`PostgreSQL does not start: ${words}`)
    }
    await sleep(20)
  }
}

const BLOCK = 4096

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))

/** What is left of one file: what was synced, and of what was written since each block with one chance in two. */
const loseBlocks = async (live: string, kept: string): Promise<number> => {
  const synced = await readFile(kept).catch(() => undefined)
  if (synced === undefined && Math.random() < 0.5) {
    await rm(live)
    return 1
  }
  const now = await readFile(live)
  const before = synced ?? Buffer.alloc(0)
  if (now.equals(before)) return 0
  let lost = 0
  const file = await open(live, 'r+')
  try {
    for (let at = 0; at < now.length; at += BLOCK) {
      const here = now.subarray(at, at + BLOCK)
      const there = Buffer.alloc(here.length)
      if (at < before.length) before.copy(there, 0, at, at + here.length)
      if (here.equals(there) || Math.random() < 0.5) continue
      await file.write(there, 0, there.length, at)
      lost += 1
    }
  } finally {
    await file.close()
  }
  // A file that grew may have kept its old length.
  if (synced !== undefined && synced.length < now.length && Math.random() < 0.5) await truncate(live, synced.length)
  return lost
}

/** Leaves in a dead cluster what a power cut would have left; answers how many blocks and files it took. */
export const losePower = async (cluster: string, shadow: string): Promise<number> => {
  let lost = 0
  for (const name of await filesIn(cluster)) lost += await loseBlocks(join(cluster, name), join(shadow, name))
  return lost
}

/** A folder with everything in it, owners too, in place of another. */
export const copyAsItIs = async (from: string, to: string): Promise<void> => {
  await rm(to, { recursive: true, force: true })
  await run('cp', ['-a', from, to])
}

/** A new shadow: all that lies in the cluster is on disk. */
export const newShadow = async (cluster: string, shadow: string, { uid, gid }: PostgresAsShipped): Promise<void> => {
  await copyAsItIs(cluster, shadow)
  if (process.getuid?.() === 0) await chown(shadow, uid, gid)
}

export const powerFolder = (): string => join(tmpdir(), `thaiqm-power-${process.pid}`)
