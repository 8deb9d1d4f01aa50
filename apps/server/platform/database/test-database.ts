import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, inject } from 'vitest'
import { connectOnce, connectPool } from './connect.ts'
import { silentLog } from './database-log.ts'
import { OWNER_ROLE } from './database-roles.ts'
import { changeUrl } from './database-url.ts'

/** A migrated, empty database for one test file. Its members can be read once the file's tests run. */
export interface TestDatabase {
  /** As the server sees it: bound by row-level security, no rights before a transaction takes a role. */
  readonly app: Kysely<unknown>
  /** As the owner of the tables: for arranging what a test needs and looking at what it left. */
  readonly owner: Kysely<unknown>
  readonly appUrl: string
  readonly ownerUrl: string
  readonly name: string
}

interface Opened extends TestDatabase {
  drop(): Promise<void>
}

const onServer = async (url: string, statement: (quoted: (name: string) => string) => string): Promise<void> => {
  const client = await connectOnce(url)
  try {
    await client.query(statement(name => client.escapeIdentifier(name)))
  } finally {
    await client.end()
  }
}

/** A cleaning process of PostgreSQL may stand in the template for a moment. */
const retryWhileInUse = async (work: () => Promise<void>, attempts = 20): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if ((error as { code?: string }).code !== '55006' || attempts === 0) throw error
    await sleep(250)
    await retryWhileInUse(work, attempts - 1)
  }
}

const cloneTemplate = async (): Promise<Opened> => {
  const server = inject('testServer')
  const name = `${server.template}_${randomBytes(6).toString('hex')}`
  await retryWhileInUse(() =>
    onServer(
      server.adminUrl,
      quoted => `create database ${quoted(name)} owner ${OWNER_ROLE} template ${quoted(server.template)}`,
    ),
  )
  const appUrl = changeUrl(server.appUrl, { database: name })
  const ownerUrl = changeUrl(server.ownerUrl, { database: name })
  const app = connectPool({ url: appUrl, log: silentLog, size: 5 })
  const owner = connectPool({ url: ownerUrl, log: silentLog, size: 2 })
  const drop = async () => {
    await Promise.all([app.destroy(), owner.destroy()])
    await onServer(server.adminUrl, quoted => `drop database ${quoted(name)} with (force)`)
  }
  return { app, owner, appUrl, ownerUrl, name, drop }
}

/** Call it at the top of a `*.db.test.ts`: the file gets a database of its own, dropped when the file is done. */
export const useTestDatabase = (): TestDatabase => {
  let opened: Opened | undefined
  const get = (): Opened => {
    if (opened === undefined) throw new Error('the test database is there only while tests run')
    return opened
  }
  beforeAll(async () => {
    opened = await cloneTemplate()
  })
  afterAll(async () => {
    await opened?.drop()
  })
  return {
    get app() {
      return get().app
    },
    get owner() {
      return get().owner
    },
    get appUrl() {
      return get().appUrl
    },
    get ownerUrl() {
      return get().ownerUrl
    },
    get name() {
      return get().name
    },
  }
}

/** Lets the owner of the tables, who is bound by their walls like everybody, see all rows of these. */
export const showToOwner = async (
  { owner }: Pick<TestDatabase, 'owner'>,
  ...tables: readonly string[]
): Promise<void> => {
  for (const table of tables) await sql`alter table ${sql.table(table)} no force row level security`.execute(owner)
}
