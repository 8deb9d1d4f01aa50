import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { openInstallationState } from '../installation/installation-state.ts'
import { clusterFolder, readOrMakeSecret } from '../platform/database/cluster-files.ts'
import { connectPool } from '../platform/database/connect.ts'
import { silentLog } from '../platform/database/database-log.ts'
import { APP_ROLE } from '../platform/database/database-roles.ts'
import type { OpenServer } from '../platform/open-server.ts'
import { readSealingKeys } from '../platform/sealing-keys.ts'
import { readUnsentWorkKeys } from '../platform/unsent-work-keys.ts'
import type { CliSettings } from './cli-settings.ts'

/** Line 4 of `postmaster.pid` is the port PostgreSQL listens on, line 8 says when it is ready. */
const portOf = async (cluster: string): Promise<number | undefined> => {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return lines[7]?.trim() === 'ready' && Number(lines[3]) > 0 ? Number(lines[3]) : undefined
}

/**
 * The PostgreSQL of a server that runs on this data folder, for a command beside it; undefined when it cannot be reached
 * from here (another container or user). The server has migrated and checked it.
 */
export const attachToServer = async (settings: CliSettings): Promise<OpenServer | undefined> => {
  const { dataDir, keysFile, err } = settings
  const folder = clusterFolder(dataDir)
  const port = await portOf(folder.cluster)
  if (port === undefined) return undefined
  const password = await readOrMakeSecret(folder, 'app-password').catch(() => undefined)
  if (password === undefined) return undefined
  const url = `postgres://${APP_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/thaiqm`
  const db = connectPool({ url, log: silentLog, size: 4 })
  try {
    const keysPath = keysFile ?? join(dataDir, 'keys', 'sealing.json')
    const keys = await readSealingKeys(keysPath)
    const installation = await openInstallationState(db)
    return {
      parts: {
        db,
        keys,
        clock: installation.clock,
        catalogue: decisionCatalogue,
        log: (event, details = {}) => err(JSON.stringify({ event, ...details })),
      },
      unsentWork: await readUnsentWorkKeys(join(dirname(keysPath), 'unsent-work.json')),
      installation,
      filesDir: join(dataDir, 'files'),
      close: () => db.destroy(),
    }
  } catch {
    await db.destroy()
    return undefined
  }
}
