import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const main = join(import.meta.dirname, '..', '..', '..', 'apps', 'server', 'main.ts')

export interface RunningServer {
  readonly url: string
  /** Where its database, keys and files lie. */
  readonly dataDir: string
  /** What it wrote to the terminal so far, one line each. */
  readonly lines: readonly string[]
  /** Ctrl-C, and the data folder away: PostgreSQL must be gone by itself. */
  stop(): Promise<void>
}

const freePort = async (): Promise<number> => {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

const READY_WITHIN_MS = 90_000
const STOPPED_WITHIN_MS = 20_000

const gone = (program: ChildProcess): Promise<unknown> =>
  program.exitCode === null && program.signalCode === null ? once(program, 'exit') : Promise.resolve()

/** Starts the server as a person does, on a free port with a new data folder, and waits until it says that it is ready. */
export const startServer = async (...options: readonly string[]): Promise<RunningServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'thaiqm-journey-'))
  const port = await freePort()
  const { DATABASE_URL: _unused, ...environment } = process.env
  const program = spawn(process.execPath, [main, 'serve', '--port', String(port), ...options], {
    env: { ...environment, DATA_DIR: dataDir, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${lines.join('\n')}`)), READY_WITHIN_MS)
    const take = (chunk: string): void => {
      lines.push(...chunk.split('\n').filter(line => line.trim() !== ''))
      if (!lines.some(line => line.includes('ready: http://'))) return
      clearTimeout(timer)
      resolve()
    }
    program.stdout.setEncoding('utf8').on('data', take)
    program.stderr.setEncoding('utf8').on('data', take)
    program.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`the server ended with ${code}:\n${lines.join('\n')}`))
    })
  })
  let isAsked = false
  program.once('exit', (code, signal) => {
    if (!isAsked)
      process.stderr.write(`the server on ${port} ended by itself (${code ?? signal}):\n${lines.join('\n')}\n`)
  })
  const stop = async (): Promise<void> => {
    isAsked = true
    const ended = gone(program)
    program.kill('SIGTERM')
    const tooLong = setTimeout(() => program.kill('SIGKILL'), STOPPED_WITHIN_MS)
    await ended
    clearTimeout(tooLong)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await ready
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `http://localhost:${port}`, dataDir, lines, stop }
}
