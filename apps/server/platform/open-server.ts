import { dirname, join } from 'node:path'
import { areas } from '@thaiqm/catalogue/catalogue.ts'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Outcome, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { saveAreas } from '../area/area-store.ts'
import { fillMissingRows } from '../household/fill-missing-rows.ts'
import { type InstallationState, openInstallationState } from '../installation/installation-state.ts'
import { RESTORING } from '../installation/installation-store.ts'
import { foldNow } from '../measure/fold-sums.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type DatabaseRefusalCode, refuseUnfinishedRestore } from './database/database-refusals.ts'
import { openDatabase } from './database/open-database.ts'
import { inTransaction, systemScope } from './database/transaction.ts'
import { readSealingKeys } from './sealing-keys.ts'
import { readUnsentWorkKeys, type UnsentWorkKeys } from './unsent-work-keys.ts'

export interface OpenServerSettings {
  readonly dataDir: string
  /** A PostgreSQL of your own instead of the one started in the data folder. */
  readonly databaseUrl?: string | undefined
  /** How the application itself signs in there, where an administrator prepared its roles beforehand. */
  readonly appDatabaseUrl?: string | undefined
  /** Where the keys of personal numbers lie; beside the data folder's database unless told otherwise. */
  readonly keysFile?: string | undefined
  readonly log: ServerParts['log']
  readonly onDatabaseLost?: (() => void) | undefined
}

export interface OpenServer {
  readonly parts: ServerParts
  readonly unsentWork: UnsentWorkKeys
  readonly installation: InstallationState
  readonly filesDir: string
  close(): Promise<void>
}

const migrationsDir = join(dirname(import.meta.dirname), 'migrations')

/** Opens everything a server, a command of the command line or a test needs, short of HTTP. */
export const openServer = async (settings: OpenServerSettings): Promise<Outcome<OpenServer, DatabaseRefusalCode>> => {
  const { dataDir, databaseUrl, appDatabaseUrl, log } = settings
  const say = (level: string) => (message: string) => log(`database-${level}`, { message })
  const database = await openDatabase({
    ...(databaseUrl === undefined ? { dataDir } : { databaseUrl, appDatabaseUrl }),
    migrationsDir,
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    ...(settings.onDatabaseLost === undefined ? {} : { onLost: settings.onDatabaseLost }),
  })
  if (!database.ok) return database
  const db = database.value.app
  const keysPath = settings.keysFile ?? join(dataDir, 'keys', 'sealing.json')
  const keys = await readSealingKeys(keysPath)
  const unsentWork = await readUnsentWorkKeys(join(dirname(keysPath), 'unsent-work.json'))
  const installation = await openInstallationState(db)
  if (installation.current().epoch === RESTORING) {
    await database.value.close()
    return refuseUnfinishedRestore()
  }
  await inTransaction(db, systemScope, trx =>
    saveAreas(
      trx,
      areas.map(area => ({
        areaCode: area.code,
        level: area.level,
        nameTh: area.th,
        nameEn: area.en,
        parentCode: area.parentCode,
        latitude: area.lat,
        longitude: area.lng,
      })),
    ),
  )
  const parts: ServerParts = { db, keys, clock: installation.clock, catalogue: decisionCatalogue, log }
  await fillMissingRows(parts)
  await foldNow(db)
  return succeed({
    parts,
    unsentWork,
    installation,
    filesDir: join(dataDir, 'files'),
    close: () => database.value.close(),
  })
}
