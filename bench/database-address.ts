import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterFolder, readOrMakeSecret, SUPERUSER } from '../apps/server/platform/database/cluster-files.ts'
import { APP_ROLE } from '../apps/server/platform/database/database-roles.ts'

export const keysFile = (dataDir: string): string => join(dataDir, 'keys', 'sealing.json')

const addressOf = async (dataDir: string, user: string, secret: string, database: string): Promise<string> => {
  const folder = clusterFolder(dataDir)
  const port = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n')[3]
  const password = encodeURIComponent(await readOrMakeSecret(folder, secret))
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** The PostgreSQL of a running server, as the application sees it. */
export const applicationUrl = (dataDir: string): Promise<string> =>
  addressOf(dataDir, APP_ROLE, 'app-password', 'thaiqm')

/** The same PostgreSQL, as its superuser. */
export const superuserUrl = (dataDir: string, database: string): Promise<string> =>
  addressOf(dataDir, SUPERUSER, 'superuser-password', database)
