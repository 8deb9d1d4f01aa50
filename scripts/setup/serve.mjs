import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRepository, ROOT } from './repository.mjs'

const SAME_KEYSTROKE_MS = 500

/**
 * npm hands a SIGTERM to the shell between it and us, and a shell that dies of it tells nobody. So when npm started us
 * and our parent is gone, the server is told.
 */
const endWithNpm = server => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    server.kill('SIGTERM')
  }, 250)
  timer.unref()
}

/** Batches live briefly: a larger young generation collects them in half the time (measured on loading the practice province). */
const memory = ['--max-semi-space-size=32']

/**
 * Runs apps/server/main.ts under the Node given and ends as it ends. The server stands in a process group of its own:
 * Ctrl-C reaches us (and npm above us, which may pass it on again), and we hand it over exactly once.
 */
export const runServer = (node, args) => {
  const preload = pathToFileURL(join(ROOT, 'scripts/setup/end-with-parent.mjs')).href
  const server = spawn(node, [...memory, '--import', preload, inRepository('apps/server/main.ts'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRepository('.cache/compiled') },
  })
  let lastAt = Number.NEGATIVE_INFINITY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // On Windows the terminal tells the server itself.
      if (process.platform === 'win32' || performance.now() - lastAt < SAME_KEYSTROKE_MS) return
      lastAt = performance.now()
      server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  endWithNpm(server)
  server.once('error', error => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  server.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
