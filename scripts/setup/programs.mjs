import { spawn } from 'node:child_process'
import { ROOT } from './repository.mjs'

const running = new Set()

const isWindows = process.platform === 'win32'

/** A program stands in a group of its own, so that it ends together with everything it started. */
const endGroup = (child, signal) => {
  try {
    if (isWindows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended already.
  }
}

/**
 * Runs a program to its end. With `show` its output goes straight to the terminal; otherwise it is collected.
 * Answers `{ code, output, timedOut }`; a program that cannot be started has code 127.
 */
export const run = (program, args, { cwd = ROOT, env = {}, show = false, timeoutMs, shell = false } = {}) =>
  new Promise(resolve => {
    const stream = show ? 'inherit' : 'pipe'
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      windowsHide: true,
      stdio: ['ignore', stream, stream],
      detached: !isWindows,
    })
    running.add(child)
    let output = ''
    let timedOut = false
    for (const from of [child.stdout, child.stderr])
      from?.setEncoding('utf8').on('data', text => {
        output += text
      })
    const timer = setTimeout(
      () => {
        timedOut = true
        endGroup(child, 'SIGTERM')
        setTimeout(() => endGroup(child, 'SIGKILL'), 10_000).unref()
      },
      timeoutMs ?? 2 ** 31 - 1,
    )
    const finish = code => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, output, timedOut })
    }
    child.once('error', error => {
      output += error.message
      finish(127)
    })
    child.once('close', code => finish(code ?? 1))
  })

/** While a command runs others: when it is told to end, it ends them first. Answers how to stop minding. */
export const endTogether = () => {
  const end = () => {
    for (const child of running) endGroup(child, 'SIGTERM')
    setInterval(() => running.size === 0 && process.exit(130), 50)
    setTimeout(() => process.exit(130), 10_000)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.once(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}
