import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const main = join(import.meta.dirname, '..', '..', '..', 'apps', 'server', 'main.ts')

/** The real server on a port it keeps, so that phones find it again after it was killed. */
export interface ServerUnderTest {
  readonly url: string
  readonly dataDir: string
  readonly pid: () => number
  /** Starts it and waits until it answers; as often as it was killed. */
  start(): Promise<void>
  isRunning(): boolean
  /** The last lines it wrote. */
  lines(): readonly string[]
  kill(): Promise<void>
  stop(): Promise<void>
}

export const freePort = async (): Promise<number> => {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

const READY_WITHIN_MS = 60_000
const STOPPED_WITHIN_MS = 30_000
const LINES_KEPT = 60

const answers = async (url: string): Promise<boolean> =>
  fetch(`${url}/api/session`, { signal: AbortSignal.timeout(5_000) }).then(
    answer => answer.status === 200,
    () => false,
  )

export const serverUnderTest = async (
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  port?: number,
): Promise<ServerUnderTest> => {
  const kept = port ?? (await freePort())
  const url = `http://127.0.0.1:${kept}`
  const lines: string[] = []
  let program: ChildProcess | undefined
  const isRunning = () => program !== undefined && program.exitCode === null && program.signalCode === null
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const running = program
    if (running === undefined || !isRunning()) return
    const gone = once(running, 'exit')
    running.kill(signal)
    const tooLong = setTimeout(() => running.kill('SIGKILL'), STOPPED_WITHIN_MS)
    await gone
    clearTimeout(tooLong)
  }
  // A run that is stopped halfway leaves no server behind.
  process.once('exit', () => void program?.kill('SIGTERM'))
  return {
    url,
    dataDir,
    pid: () => program?.pid ?? 0,
    isRunning,
    lines: () => lines,
    start: async () => {
      const { DATABASE_URL: _ours, ...rest } = process.env
      program = spawn(process.execPath, [main, 'serve', '--port', String(kept), '--data-dir', dataDir], {
        env: { ...rest, NODE_ENV: 'production', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const take = (chunk: string): void => {
        lines.push(...chunk.split('\n').filter(line => line.trim() !== ''))
        lines.splice(0, Math.max(0, lines.length - LINES_KEPT))
      }
      program.stdout?.setEncoding('utf8').on('data', take)
      program.stderr?.setEncoding('utf8').on('data', take)
      for (let waited = 0; !(await answers(url)); waited += 20) {
        if (!isRunning() || waited > READY_WITHIN_MS) {
          await end('SIGKILL')
          throw new Error(`the server does not answer:\n${lines.slice(-15).join('\n')}`)
        }
        await sleep(20)
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** The postmaster of a data folder's own PostgreSQL; 0 while there is none. */
export const postmasterOf = (dataDir: string): number => {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

const parentOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

export const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter(child => Number.isInteger(child) && child > 0 && parentOf(child) === pid)
