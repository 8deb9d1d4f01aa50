import { randomBytes, scryptSync } from 'node:crypto'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type pg from 'pg'
import { connectOnce } from './connect.ts'
import type { DatabaseRefusalCode } from './database-refusals.ts'
import { changeUrl, databaseOf, hostOf, passwordOf } from './database-url.ts'
import { scramVerifier } from './scram-verifier.ts'

/** Owns the tables and runs migrations; nobody signs in as it. */
export const OWNER_ROLE = 'thaiqm_owner'
/** The server signs in as it. It owns nothing and inherits nothing: each transaction takes one of the three below. */
export const APP_ROLE = 'thaiqm_app'
/** Area officers, partner agencies, and the server's own work: row-level security has a policy for each. */
export const GROUP_ROLES = ['thaiqm_area', 'thaiqm_partner', 'thaiqm_system'] as const

export const EXTENSIONS = ['pg_trgm', 'btree_gin'] as const

const sqlForAdministrator = (user: string, database: string): string =>
  [
    `create role ${OWNER_ROLE}`,
    ...GROUP_ROLES.map(role => `create role ${role}`),
    `create role ${APP_ROLE} login noinherit password '…'`,
    `grant ${GROUP_ROLES.join(', ')} to ${APP_ROLE}`,
    `grant ${OWNER_ROLE} to "${user}"`,
    `grant create, connect, temporary on database "${database}" to ${OWNER_ROLE}`,
    `grant usage, create on schema public to ${OWNER_ROLE}`,
    ...EXTENSIONS.map(extension => `create extension if not exists ${extension}`),
  ].join('; ')

const hasRole = async (client: pg.Client, role: string): Promise<boolean> =>
  (await client.query('select 1 from pg_roles where rolname = $1', [role])).rowCount === 1

const isMemberOf = async (client: pg.Client, member: string, role: string): Promise<boolean> =>
  (
    await client.query(
      `select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
       where u.rolname = $1 and r.rolname = $2`,
      [member, role],
    )
  ).rowCount !== 0

/** Two servers may prepare one PostgreSQL at once. Roles belong to all its databases, so the second may find them made. */
const underLock = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  await client.query('begin')
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('thaiqm-roles'))")
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const verifierOf = (client: pg.Client, password: string): string => client.escapeLiteral(scramVerifier(password))

const makeRoles = async (client: pg.Client, appPassword: string): Promise<void> => {
  for (const role of [OWNER_ROLE, ...GROUP_ROLES])
    if (!(await hasRole(client, role))) await client.query(`create role ${role} nologin`)
  if (!(await hasRole(client, APP_ROLE)))
    await client.query(`create role ${APP_ROLE} login noinherit password ${verifierOf(client, appPassword)}`)
  for (const role of GROUP_ROLES)
    if (!(await isMemberOf(client, APP_ROLE, role))) await client.query(`grant ${role} to ${APP_ROLE}`)
  const { rows } = await client.query<{ user: string; super: boolean }>(
    'select current_user as user, rolsuper as super from pg_roles where rolname = current_user',
  )
  const [me] = rows
  // The grant made to whoever creates a role does not yet allow SET ROLE (PostgreSQL 16 on), so it is made again.
  if (me && !me.super) await client.query(`grant ${OWNER_ROLE} to ${client.escapeIdentifier(me.user)}`)
}

const isDenied = (error: unknown): boolean => (error as { code?: string }).code === '42501'

/** A database is made with Thai letters in mind even where the server's own default is C. */
const makeDatabase = async (client: pg.Client, database: string): Promise<void> => {
  const found = await client.query('select 1 from pg_database where datname = $1', [database])
  if (found.rowCount !== 0) return
  const name = client.escapeIdentifier(database)
  const common = `create database ${name} owner ${OWNER_ROLE} template template0 encoding 'UTF8'`
  const { rows } = await client.query<{ ctype: string }>(
    'select datctype as ctype from pg_database where datname = current_database()',
  )
  const isPlain = rows[0]?.ctype === 'C' || rows[0]?.ctype === 'POSIX'
  await client.query(isPlain ? `${common} lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'` : common)
}

const makeRoomInDatabase = async (client: pg.Client, database: string): Promise<void> => {
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`)
  const name = client.escapeIdentifier(database)
  await client.query(`grant create, connect, temporary on database ${name} to ${OWNER_ROLE}`)
  await client.query(`grant connect on database ${name} to ${APP_ROLE}`)
  await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`)
  await client.query(`grant usage on schema public to ${[APP_ROLE, ...GROUP_ROLES].join(', ')}`)
}

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await connectOnce(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const canSignIn = async (url: string): Promise<boolean> => {
  try {
    await withClient(url, async client => client.query('select 1'))
    return true
  } catch {
    return false
  }
}

/**
 * The application's password: given (a cluster of ours keeps one), else drawn from the administrator's, so that every
 * server with the same DATABASE_URL arrives at the same one; without any, a new one at each start.
 */
const appPasswordFor = (adminUrl: string, given: string | undefined): string => {
  if (given !== undefined) return given
  const admin = passwordOf(adminUrl)
  return admin === '' ? randomBytes(32).toString('base64url') : scryptSync(admin, APP_ROLE, 32).toString('base64url')
}

const letAppSignIn = async (adminUrl: string, appPassword: string): Promise<string> => {
  const appUrl = changeUrl(adminUrl, { user: APP_ROLE, password: appPassword })
  if (!(await canSignIn(appUrl)))
    await withClient(adminUrl, client =>
      client.query(`alter role ${APP_ROLE} login password ${verifierOf(client, appPassword)}`),
    )
  return appUrl
}

export interface DatabaseAddresses {
  readonly appUrl: string
  readonly ownerUrl: string
}

export interface PrepareDatabaseOptions {
  /** Of a user who may create roles, naming the database wanted. */
  readonly adminUrl: string
  /** A database that is sure to be there, for making the wanted one. Without it the wanted one is tried first. */
  readonly maintenanceDatabase?: string
  readonly appPassword?: string
  /** When the administrator has prepared everything and gives the application's own address. */
  readonly appUrl?: string
}

const findStart = async (adminUrl: string, maintenanceDatabase: string | undefined): Promise<string> => {
  if (maintenanceDatabase !== undefined) return changeUrl(adminUrl, { database: maintenanceDatabase })
  try {
    await withClient(adminUrl, async client => client.query('select 1'))
    return adminUrl
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') return changeUrl(adminUrl, { database: 'postgres' })
    throw error
  }
}

/**
 * Roles, database and extensions, made as far as they are missing; safe to repeat and to run twice at once.
 * Refuses with the SQL an administrator must run when the user may not create roles.
 */
export const prepareDatabase = async (
  options: PrepareDatabaseOptions,
): Promise<Outcome<DatabaseAddresses, DatabaseRefusalCode>> => {
  const { adminUrl } = options
  const database = databaseOf(adminUrl)
  const ownerUrl = changeUrl(adminUrl, { role: OWNER_ROLE })
  const appPassword = appPasswordFor(adminUrl, options.appPassword)
  try {
    const startUrl = await findStart(adminUrl, options.maintenanceDatabase)
    try {
      await withClient(startUrl, async client => {
        await underLock(client, () => makeRoles(client, appPassword))
        await makeDatabase(client, database)
      })
      await withClient(adminUrl, client => underLock(client, () => makeRoomInDatabase(client, database)))
    } catch (error) {
      if (!isDenied(error)) throw error
    }
    const appUrl = options.appUrl ?? (await letAppSignIn(adminUrl, appPassword))
    if ((await canSignIn(ownerUrl)) && (await canSignIn(appUrl))) return succeed({ appUrl, ownerUrl })
  } catch (error) {
    if (!isDenied(error)) return refuse('database-unreachable', { host: hostOf(adminUrl), reason: messageOf(error) })
  }
  const user = decodeURIComponent(new URL(adminUrl).username) || 'thaiqm'
  return refuse('database-roles-missing', { user, sql: sqlForAdministrator(user, database) })
}

const messageOf = (error: unknown): string => {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || 'no answer'
}
