import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { backUp } from './back-up.ts'
import type { BackupPlace } from './take-copy.ts'

export interface BackupState {
  /** When everything committed before was last in a backup; null when that never was since the start. */
  readonly lastAt: string | null
  readonly lastCopyAt: string | null
  /** Code of what keeps backups from being made; null while all is well. */
  readonly failure: string | null
}

export interface BackupJob {
  state(): BackupState
  /** Backs up at once, after one that is under way. */
  now(): Promise<void>
  stop(): Promise<void>
}

export interface BackupJobSettings {
  readonly place: BackupPlace
  readonly seconds: number
  /** There is something to back up: no first run, no practice province being loaded. */
  readonly isReady: () => boolean
  /** The machine's own clock. */
  readonly now: () => string
}

const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'backup-disk-full',
  EDQUOT: 'backup-disk-full',
  EACCES: 'backup-folder-not-writable',
  EPERM: 'backup-folder-not-writable',
  EROFS: 'backup-folder-not-writable',
  ENOTDIR: 'backup-folder-not-writable',
}

/** A code only: a message may hold a person's data. */
const codeOf = (error: unknown): string => {
  const code = (error as { code?: string }).code ?? 'unknown'
  return CODES[code] ?? `backup-failed-${code.toLowerCase()}`
}

/**
 * Backs up again and again while the server runs. Whatever goes wrong with it, a full disk included, is said once and
 * tried again; people go on working, and their phones keep what is not safe yet.
 */
export const startBackupJob = ({ place, seconds, isReady, now }: BackupJobSettings): BackupJob => {
  let state: BackupState = { lastAt: null, lastCopyAt: null, failure: null }
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const settle = (failure: string | null, said: Partial<BackupState> = {}): void => {
    if (failure !== null && failure !== state.failure) place.parts.log('backup-failed', { code: failure })
    if (failure === null && state.failure !== null) place.parts.log('backup-works-again')
    state = { ...state, ...said, failure }
  }
  const round = async (): Promise<void> => {
    if (!isReady()) return
    const begunAt = now()
    try {
      const done = await backUp(place, now, false)
      if (!done.ok) settle(done.code)
      else if (done.value !== null) settle(null, { lastAt: begunAt, lastCopyAt: done.value.lastCopyAt })
    } catch (error) {
      settle(codeOf(error))
    }
  }
  const backUpNow = (): Promise<void> => {
    running = running.then(round)
    return running
  }
  const wait = (): void => {
    if (isStopped) return
    timer = setTimeout(() => void backUpNow().then(wait), seconds * 1000)
    timer.unref()
  }
  wait()
  return {
    state: () => state,
    now: backUpNow,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

const deviceOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).dev
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    return deviceOf(dirname(path))
  }
}

const LOCAL_HOSTS = ['', 'localhost', '127.0.0.1', '[::1]']

/** Whether the backup folder is on another disk (or machine) than the database; with the disk that fails goes no backup. */
export const isElsewhere = async (
  backupDir: string,
  dataDir: string,
  databaseUrl: string | undefined,
): Promise<boolean> => {
  if (databaseUrl !== undefined && !LOCAL_HOSTS.includes(new URL(databaseUrl).hostname)) return true
  return (await deviceOf(backupDir)) !== (await deviceOf(dataDir))
}
