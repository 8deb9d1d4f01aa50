import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connectOnce, connectPool } from '../../apps/server/platform/database/connect.ts'
import { silentLog } from '../../apps/server/platform/database/database-log.ts'
import { OWNER_ROLE } from '../../apps/server/platform/database/database-roles.ts'
import { changeUrl } from '../../apps/server/platform/database/database-url.ts'
import { setup, type TestServer } from '../../apps/server/platform/database/test-database-setup.ts'
import type { PostgresHome } from './postgres-stage.ts'

const NAME = 'thaiqm_simulation'

/** A PostgreSQL of its own for the command line, as the database tests have it; gone when it is closed. */
export const openPostgresHome = async (): Promise<PostgresHome & { close(): Promise<void> }> => {
  const given: TestServer[] = []
  const provide = (_key: string, server: TestServer): void => {
    given.push(server)
  }
  const stop = await setup({ provide } as unknown as TestProject)
  const [server] = given
  if (server === undefined) throw new Error('the test database was not started')
  const client = await connectOnce(server.adminUrl)
  await client.query(`create database ${NAME} owner ${OWNER_ROLE} template ${client.escapeIdentifier(server.template)}`)
  await client.end()
  const app = connectPool({ url: changeUrl(server.appUrl, { database: NAME }), log: silentLog, size: 5 })
  const owner = connectPool({ url: changeUrl(server.ownerUrl, { database: NAME }), log: silentLog, size: 2 })
  const filesDir = await mkdtemp(join(tmpdir(), 'thaiqm-simulation-'))
  return {
    app,
    owner,
    filesDir,
    close: async () => {
      await Promise.all([app.destroy(), owner.destroy()])
      await stop()
      await rm(filesDir, { recursive: true, force: true })
    },
  }
}
