import { randomBytes, randomUUID } from 'node:crypto'
import { chownSync, existsSync, readFileSync } from 'node:fs'
import { chown, lchown, mkdir, open, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { refusalOfFileError } from './data-folder-lock.ts'
import type { DatabaseRefusalCode } from './database-refusals.ts'
import type { PostgresAccount } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { keepLastLines, startProgram, whenEnded } from './postgres-program.ts'

/** What lies under `<data folder>/postgres`: `cluster` (PostgreSQL's own) and two passwords only we can read. */
export interface ClusterFolder {
  readonly dataDir: string
  readonly home: string
  readonly cluster: string
}

export const SUPERUSER = 'postgres'

const NEEDED_FOR_NEW_CLUSTER_MB = 200

// pg_trgm finds no Thai letters when LC_CTYPE is C, whatever the locale provider; C.UTF-8 is the same on every machine.
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'th_TH.UTF-8', 'UTF-8']

export const clusterFolder = (dataDir: string): ClusterFolder => {
  const home = join(dataDir, 'postgres')
  return { dataDir, home, cluster: join(home, 'cluster') }
}

/** A secret of this data folder, made at random the first time (256 bits), kept in a file only its owner reads. */
export const readOrMakeSecret = async (folder: ClusterFolder, name: string): Promise<string> => {
  const path = join(folder.home, name)
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (kept !== '') return kept.trim()
  const secret = randomBytes(32).toString('base64url')
  const unfinished = `${path}.${randomUUID()}`
  const file = await open(unfinished, 'wx', 0o600)
  await file.writeFile(secret)
  await file.sync()
  await file.close()
  await rename(unfinished, path)
  return secret
}

export const giveTo = async (path: string, uid: number, gid: number): Promise<void> => {
  await chown(path, uid, gid)
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
    await lchown(join(entry.parentPath, entry.name), uid, gid)
}

const reasonOf = (lines: readonly string[]): string => {
  const telling = lines.filter(line => /error|fatal|could not|cannot|invalid|No space/i.test(line))
  return (telling.length > 0 ? telling : lines).slice(-3).join(' / ').slice(0, 500)
}

/** What PostgreSQL's own last words mean to whoever starts the server. */
export const refusalOfOutput = (dataDir: string, lines: readonly string[]) => {
  if (lines.some(line => /No space left on device|Disk quota exceeded/i.test(line)))
    return refuse('disk-full', { dataDir, neededMegabytes: NEEDED_FOR_NEW_CLUSTER_MB })
  return refuse('postgres-failed', { reason: reasonOf(lines) })
}

const runInitdb = async (
  folder: string,
  passwordFile: string,
  locale: string,
  durable: boolean,
  binaries: PostgresBinaries,
  account: PostgresAccount | undefined,
): Promise<readonly string[] | undefined> => {
  const running = startProgram({
    program: binaries.initdb,
    args: [
      '--pgdata=FOLDER',
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ],
    folder,
    ...(account && { user: { uid: account.initdbUid, gid: account.initdbGid } }),
  })
  const lines = keepLastLines(running.stderr)
  const ended = await whenEnded(running)
  return ended.code === 0 ? undefined : [...lines(), ...(ended.startError ? [ended.startError] : [])]
}

const initialise = async (
  unfinished: string,
  folder: ClusterFolder,
  password: string,
  durable: boolean,
  binaries: PostgresBinaries,
  account: PostgresAccount | undefined,
): Promise<Outcome<undefined, DatabaseRefusalCode>> => {
  // initdb reads the password itself, so for a moment it lies inside the folder of the user initdb runs under.
  let lines: readonly string[] = []
  for (const locale of LOCALES) {
    await rm(unfinished, { recursive: true, force: true })
    const passwordDir = account === undefined ? folder.home : await makeReachableDir(account)
    const passwordFile = join(passwordDir, `initdb-password-${randomUUID()}`)
    try {
      await mkdir(unfinished, { mode: 0o700 })
      await writeFile(passwordFile, password, { mode: 0o600 })
      if (account !== undefined) {
        chownSync(unfinished, account.initdbUid, account.initdbGid)
        chownSync(passwordFile, account.initdbUid, account.initdbGid)
      }
      const failure = await runInitdb(unfinished, passwordFile, locale, durable, binaries, account)
      if (failure === undefined) return succeed(undefined)
      lines = failure
    } finally {
      await rm(passwordFile, { force: true })
      if (account !== undefined) await rm(passwordDir, { recursive: true, force: true })
    }
    if (!lines.some(line => line.includes('invalid locale name'))) break
  }
  return refusalOfOutput(folder.dataDir, lines)
}

const makeReachableDir = async (account: PostgresAccount): Promise<string> => {
  const dir = join('/tmp', `thaiqm-${randomUUID()}`)
  await mkdir(dir, { mode: 0o700 })
  await chown(dir, account.initdbUid, account.initdbGid)
  return dir
}

const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const dir = await open(path, 'r')
  await dir.sync()
  await dir.close()
}

const isMade = (cluster: string): boolean => existsSync(join(cluster, 'PG_VERSION'))

/**
 * Makes the cluster if it is not there yet. It is made beside its place and renamed into it, so one that was
 * interrupted is never taken for a whole one. Answers with the superuser's password.
 */
export const ensureClusterFiles = async (
  folder: ClusterFolder,
  binaries: PostgresBinaries,
  account: PostgresAccount | undefined,
  durable: boolean,
): Promise<Outcome<string, DatabaseRefusalCode>> => {
  const { dataDir } = folder
  try {
    await mkdir(folder.home, { recursive: true, mode: 0o700 })
    if (isMade(folder.cluster)) {
      const found = Number.parseInt(readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8'), 10)
      if (found !== binaries.majorVersion)
        return refuse('cluster-made-by-another-version', { dataDir, found, wanted: binaries.majorVersion })
      return succeed(await readOrMakeSecret(folder, 'superuser-password'))
    }
    const space = await statfs(folder.home)
    if (space.bavail * space.bsize < NEEDED_FOR_NEW_CLUSTER_MB * 1024 * 1024)
      return refuse('disk-full', { dataDir, neededMegabytes: NEEDED_FOR_NEW_CLUSTER_MB })
    const password = await readOrMakeSecret(folder, 'superuser-password')
    const unfinished = `${folder.cluster}.unfinished`
    const made = await initialise(unfinished, folder, password, durable, binaries, account)
    if (!made.ok) {
      await rm(unfinished, { recursive: true, force: true })
      return made
    }
    if (account !== undefined) await giveTo(unfinished, account.uid, account.gid)
    await rename(unfinished, folder.cluster)
    await syncFolder(folder.home)
    return succeed(password)
  } catch (error) {
    const refusal = refusalOfFileError(error, dataDir, NEEDED_FOR_NEW_CLUSTER_MB)
    if (refusal) return refusal
    throw error
  }
}
