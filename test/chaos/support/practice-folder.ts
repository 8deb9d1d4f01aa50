import { execFile } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyDataFolder } from '../../../bench/data-folders.ts'
import { childrenOf, postmasterOf } from './server-process.ts'

const run = promisify(execFile)
const main = join(import.meta.dirname, '..', '..', '..', 'apps', 'server', 'main.ts')

/** A village's worth: starting and checking stay quick. */
const HOUSEHOLDS = 60

/** Ends whatever PostgreSQL still works in a folder, at once; only ever a folder of this run. */
export const killPostgresOf = (dataDir: string): void => {
  const postmaster = postmasterOf(dataDir)
  if (postmaster === 0 || readOrNothing(postmaster) !== join(dataDir, 'postgres', 'cluster')) return
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

const readOrNothing = (pid: number): string => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

const removeFolder = async (dataDir: string): Promise<void> => {
  killPostgresOf(dataDir)
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}

/** A data folder of its own with a small practice province, as the product's own command loads it. */
export const newPracticeFolder = async (): Promise<{ dataDir: string; remove(): Promise<void> }> => {
  const { dataDir } = await copyDataFolder(HOUSEHOLDS)
  return { dataDir, remove: () => removeFolder(dataDir) }
}

const runCommand = async (dataDir: string, ...words: readonly string[]): Promise<readonly string[]> => {
  const { DATABASE_URL: _ours, ...environment } = process.env
  try {
    await run(process.execPath, [main, ...words, '--data-dir', dataDir], { env: environment })
    return []
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return [`${words.join(' ')}: ${`${stdout}${stderr}`.trim().split('\n').slice(-6).join(' / ')}`]
  }
}

/** `thaiqm check ledger` on a data folder: its own last words when something does not agree; empty when everything does. */
export const checkLedger = (dataDir: string): Promise<readonly string[]> => runCommand(dataDir, 'check', 'ledger')

/** `thaiqm backup verify` on what was backed up while blows fell. */
export const verifyBackup = (dataDir: string): Promise<readonly string[]> => runCommand(dataDir, 'backup', 'verify')
