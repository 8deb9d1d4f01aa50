import { inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'
import {
  advanceSafe,
  changedRowsBetween,
  commandsBetween,
  forgetChangedRows,
  oldestOpenTransaction,
} from './backup-store.ts'
import type { OpenArchive } from './open-archive.ts'
import { type BackupPlace, keepPhoto } from './take-copy.ts'

export interface Archived {
  readonly commands: number
  readonly rows: number
  /** Every transaction before it is in the archive. */
  readonly mark: string
  /** Devices of which more is safe than before. */
  readonly devices: number
}

const ROWS_AT_ONCE = 500
/** A long backlog is acknowledged in parts, so that an interruption does not begin it again. */
const PAGES_A_COMMIT = 20

/** A photo that another row speaks of is kept before the row is. */
const photoOf = (table: string, content: string): string | undefined =>
  table === 'photos' ? (JSON.parse(content) as { photo_hash?: string }).photo_hash : undefined

/**
 * Adds to the archive all that was committed since its mark, up to the oldest transaction still open: so a late commit is
 * never skipped. Only when it is on disk do the devices' marks of what is safe move.
 */
export const archiveCommands = async (
  place: BackupPlace,
  archive: OpenArchive,
  now: () => string,
): Promise<Archived> => {
  const inSystem = <Value>(work: (trx: Scoped) => Promise<Value>) => inTransaction(place.parts.db, systemScope, work)
  const mark = await inSystem(oldestOpenTransaction)
  let rows = 0
  const archiveRows = async (which: 'links' | 'others'): Promise<void> => {
    for (let next = { transaction: '0', position: 0 }; ; ) {
      const changed = await inSystem(trx => changedRowsBetween(trx, which, next, mark, ROWS_AT_ONCE))
      const last = changed.at(-1)
      if (last === undefined) return
      for (const { table, isGone, content } of changed) {
        const photo = isGone ? undefined : photoOf(table, content)
        if (photo !== undefined) await keepPhoto(place, photo)
      }
      await archive.append(
        changed.map(
          ({ transaction, table, isGone, content }) =>
            `{"kind":"row","transaction":"${transaction}","table":"${table}","isGone":${isGone},"row":${content}}`,
        ),
      )
      rows += changed.length
      next = { transaction: last.transaction, position: last.number }
    }
  }
  // Who answers by a one-time link is known by the link's row alone: a replay must have it before the answer.
  await archiveRows('links')
  let commands = 0
  let after = archive.cursor
  for (let page = 1; ; page += 1) {
    const rows = await inSystem(trx => commandsBetween(trx, after, mark, ROWS_AT_ONCE))
    const last = rows.at(-1)
    if (last === undefined) break
    await archive.append(rows.map(row => `{"kind":"command","row":${row.content}}`))
    commands += rows.length
    after = { transaction: last.transaction, receipt: last.number }
    if (page % PAGES_A_COMMIT === 0) await archive.commit(after, now())
  }
  await archiveRows('others')
  // An idle server writes nothing.
  if (commands > 0 || rows > 0) await archive.commit({ transaction: mark, receipt: 0 }, now())
  const devices = await inSystem(async trx => {
    if (rows > 0) await forgetChangedRows(trx, mark)
    return advanceSafe(trx, mark)
  })
  return { commands, rows, mark, devices }
}
