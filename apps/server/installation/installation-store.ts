import type { Day } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

/** The epoch of a database whose restore has not come to its end: it is not served. */
export const RESTORING = 'restoring'

export interface Installation {
  readonly mode: 'empty' | 'real' | 'practice'
  readonly provinceCode: string | null
  /** New after each restore; every push carries it. */
  readonly epoch: string
  readonly practiceDay: Day | null
}

interface Row {
  readonly mode: Installation['mode']
  readonly province_code: string | null
  readonly epoch: string
  readonly practice_day: Day | null
}

/** What this server is; a new database is empty. */
export const readInstallationRow = async (trx: Scoped, newEpoch: string): Promise<Installation> => {
  await sql`insert into installation (mode, epoch) values ('empty', ${newEpoch}) on conflict do nothing`.execute(trx)
  const { rows } = await sql<Row>`select mode, province_code, epoch, practice_day from installation`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('the installation has its one row')
  return { mode: row.mode, provinceCode: row.province_code, epoch: row.epoch, practiceDay: row.practice_day }
}

export const saveInstallationRow = async (trx: Scoped, installation: Installation): Promise<void> => {
  await sql`update installation set mode = ${installation.mode}, province_code = ${installation.provinceCode},
    epoch = ${installation.epoch}, practice_day = ${installation.practiceDay}`.execute(trx)
}
