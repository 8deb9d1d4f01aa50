import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import type { TestProject } from 'vitest/node'
import { checkDatabase } from './boot-checks.ts'
import { clusterFolder, giveTo } from './cluster-files.ts'
import { connectOnce, connectPool } from './connect.ts'
import { acquireDataFolderLock } from './data-folder-lock.ts'
import { type DatabaseLog, silentLog } from './database-log.ts'
import { type DatabaseRefusalCode, databaseRefusalSentence } from './database-refusals.ts'
import { prepareDatabase } from './database-roles.ts'
import { changeUrl } from './database-url.ts'
import { type ManagedCluster, startManagedCluster } from './managed-cluster.ts'
import { migrate } from './migrate.ts'
import { stopOrphan } from './orphaned-postgres.ts'
import { choosePostgresAccount } from './postgres-account.ts'
import { findPostgresVersion } from './postgres-binaries.ts'

/** What every test file needs to clone itself a database. */
export interface TestServer {
  readonly adminUrl: string
  readonly appUrl: string
  readonly ownerUrl: string
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const REPOSITORY = join(import.meta.dirname, '../../../..')
const MIGRATIONS = join(REPOSITORY, 'apps/server/migrations')
const PREFIX = 'thaiqm-test-'
const loudLog: DatabaseLog = { ...silentLog, error: message => console.error(message) }

/** In a test a refusal has nobody to act on it: it ends the run with its sentence. */
const must = <T>(outcome: Outcome<T, DatabaseRefusalCode>): T => {
  if (outcome.ok) return outcome.value
  throw new Error(databaseRefusalSentence(outcome).en)
}

/** A run that was killed leaves its PostgreSQL running; whoever comes next ends it. */
const sweepAbandoned = async (): Promise<void> => {
  for (const name of (await readdir(tmpdir())).filter(entry => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name)
    if (!existsSync(join(dataDir, 'server.lock'))) continue
    const lock = await acquireDataFolderLock(dataDir)
    if (!lock.ok) continue
    await stopOrphan(clusterFolder(dataDir).cluster, silentLog)
    lock.value.release()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** initdb costs a second or two a run, so its fresh result is kept in the repository's cache and copied. */
const startTestCluster = async (): Promise<{ cluster: ManagedCluster; dataDir: string }> => {
  const cache = join(REPOSITORY, '.cache', `fresh-cluster-${findPostgresVersion()}-${process.platform}-${process.arch}`)
  await sweepAbandoned()
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX))
  const folder = clusterFolder(dataDir)
  const isKept = existsSync(cache)
  if (isKept) {
    await cp(cache, folder.home, { recursive: true })
    const account = choosePostgresAccount('')
    if (typeof account === 'object') await giveTo(folder.cluster, account.uid, account.gid)
  }
  const cluster = must(await startManagedCluster({ dataDir, log: loudLog, durable: false }))
  if (isKept) return { cluster, dataDir }
  // A cluster is copied at rest, before anything was made in it.
  await cluster.stop()
  await keep(folder.home, cache)
  return { cluster: must(await startManagedCluster({ dataDir, log: loudLog, durable: false })), dataDir }
}

const keep = async (home: string, cache: string): Promise<void> => {
  const unfinished = `${cache}.${randomBytes(6).toString('hex')}`
  await mkdir(dirname(cache), { recursive: true })
  await cp(home, unfinished, { recursive: true })
  await rename(unfinished, cache).catch(() => rm(unfinished, { recursive: true, force: true }))
}

const makeTemplate = async (adminUrl: string, appPassword: string | undefined): Promise<TestServer> => {
  const template = `thaiqm_template_${randomBytes(6).toString('hex')}`
  const { appUrl, ownerUrl } = must(
    await prepareDatabase({
      adminUrl: changeUrl(adminUrl, { database: template }),
      ...(appPassword && { appPassword }),
    }),
  )
  const app = connectPool({ url: appUrl, log: silentLog, size: 1 })
  must(await checkDatabase(app, { durable: false }).finally(() => app.destroy()))
  const owner = connectPool({ url: ownerUrl, log: silentLog, size: 1 })
  must(await migrate(owner, MIGRATIONS).finally(() => owner.destroy()))
  return { adminUrl, appUrl, ownerUrl, template }
}

const dropDatabases = async ({ adminUrl, template }: TestServer): Promise<void> => {
  const client = await connectOnce(adminUrl)
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [template],
  )
  for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`)
  await client.end()
}

/**
 * Once a run: one PostgreSQL with fsync off and one migrated template database. `TEST_DATABASE_URL` (of a user who may
 * create roles and databases) runs the same tests on another PostgreSQL, such as the distribution's version 15.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    const server = await makeTemplate(given, undefined)
    project.provide('testServer', server)
    return () => dropDatabases(server)
  }
  const { cluster, dataDir } = await startTestCluster()
  project.provide('testServer', await makeTemplate(cluster.superuserUrl, await cluster.secret('app-password')))
  return async () => {
    await cluster.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
