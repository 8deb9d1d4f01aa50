import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './measurement.ts'
import { cpuOf, postgresCpu, postgresPidOf } from './processes.ts'
import { repository, serverDir } from './repository.ts'
import { send } from './requests.ts'

/** The real server in a process of its own, with its own PostgreSQL: fsync on, as it is shipped. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  readonly postgresPid: number
  readonly dataDir: string
  /** From starting the process to the first page answered with 200. */
  readonly millisecondsToFirstPage: number
  /** CPU so far of the server and its PostgreSQL, in milliseconds. */
  cpu(): number
  stop(): Promise<void>
  /** As a power cut would, for the server alone; its PostgreSQL stays behind as an orphan. */
  kill(): Promise<void>
}

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** The office's first page, or where no web app was built, the first answer every screen asks for. */
export const FIRST_PAGE = existsSync(join(repository, 'apps', 'office', 'dist', 'index.html')) ? '/' : '/api/session'

const MOST_WAIT_MS = 120_000

export const startServer = async (dataDir: string): Promise<ServerProcess> => {
  const port = await findFreePort()
  const began = performance.now()
  const running = spawn(
    process.execPath,
    [join(serverDir, 'main.ts'), 'serve', '--port', String(port), '--data-dir', dataDir],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  // A run that is stopped halfway leaves no server behind.
  const stopWithUs = () => void running.kill('SIGTERM')
  process.once('exit', stopWithUs)
  running.once('close', () => process.off('exit', stopWithUs))
  let err = ''
  running.stderr.on('data', (chunk: Buffer) => {
    err = (err + chunk.toString()).slice(-4_000)
  })
  const ended = new Promise<void>(resolve => running.once('close', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  while ((await send(url, { path: FIRST_PAGE }).catch(() => undefined))?.status !== 200) {
    if (running.exitCode !== null) throw new Error(`the server ended: ${err}`)
    if (performance.now() - began > MOST_WAIT_MS) throw new Error(`the server does not answer: ${err}`)
    await sleep(5)
  }
  const millisecondsToFirstPage = performance.now() - began
  const pid = running.pid ?? 0
  const postgresPid = postgresPidOf(dataDir)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    // A figure that failed because the server went away says why.
    if (running.exitCode !== null || running.signalCode !== null) say(`the server had ended by itself: ${err}`)
    running.kill(signal)
    await ended
  }
  return {
    url,
    pid,
    postgresPid,
    dataDir,
    millisecondsToFirstPage,
    cpu: () => cpuOf(pid) + postgresCpu(postgresPid),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
