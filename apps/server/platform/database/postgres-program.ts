import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import type { Readable } from 'node:stream'

export interface ProgramRun {
  readonly program: string
  readonly args: readonly string[]
  /** The folder the program works on; its arguments name it by the word `FOLDER`. */
  readonly folder: string
  /** The user to run under, when we are root. */
  readonly user?: { readonly uid: number; readonly gid: number }
  /** In a process group of its own, so that Ctrl-C in a terminal reaches us and not it. */
  readonly detached?: boolean
}

export type RunningProgram = ChildProcessByStdio<null, null, Readable>

/** Nothing of our own environment (keys, passwords) reaches PostgreSQL. Windows programs do not start without theirs. */
const environment = (): { env?: NodeJS.ProcessEnv } =>
  process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' } }

/**
 * Starts initdb or postgres. Under another user on Linux the folder is handed over open and named /proc/self/fd/3:
 * that user need not be allowed through the folders above it, so a data folder under /root works.
 */
export const startProgram = ({ program, args, folder, user, detached = false }: ProgramRun): RunningProgram => {
  const isHandedOver = user !== undefined && process.platform === 'linux'
  const folderFd = isHandedOver ? openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY) : undefined
  const named = isHandedOver ? '/proc/self/fd/3' : folder
  try {
    return spawn(
      program,
      args.map(arg => arg.replaceAll('FOLDER', () => named)),
      {
        cwd: '/',
        detached,
        windowsHide: true,
        stdio: ['ignore', 'ignore', 'pipe', ...(folderFd === undefined ? [] : [folderFd])] as [
          'ignore',
          'ignore',
          'pipe',
        ],
        ...environment(),
        ...(user ?? {}),
      },
    )
  } finally {
    if (folderFd !== undefined) closeSync(folderFd)
  }
}

/** The last lines a program wrote, for the sentence that says why it failed. */
export const keepLastLines = (from: Readable, onLine: (line: string) => void = () => {}): (() => readonly string[]) => {
  const lines: string[] = []
  let rest = ''
  from.setEncoding('utf8')
  from.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts.filter(part => part.trim() !== '')) {
      lines.push(line)
      if (lines.length > 40) lines.shift()
      onLine(line)
    }
  })
  return () => (rest.trim() === '' ? lines : [...lines, rest])
}

/** Resolves with how the program ended; a program that could not be started ends with its error's text. */
export const whenEnded = (running: RunningProgram): Promise<{ code: number | null; startError?: string }> =>
  new Promise(resolve => {
    running.once('error', error => resolve({ code: null, startError: error.message }))
    running.once('close', code => resolve({ code }))
  })
