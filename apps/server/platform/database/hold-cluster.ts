import { sql } from 'kysely'
import { type DatabaseRefusal, databaseRefusalSentence } from './database-refusals.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'

/**
 * A server in miniature for the tests of the supervisor: opens the database in the folder given, says so on one line
 * of JSON, and stays until a signal ends it. Run as a process of its own, because killing it is the test.
 */
const [dataDir = '', migrationsDir = '', mode = ''] = process.argv.slice(2)

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
const toStderr = (message: string) => void process.stderr.write(`${message}\n`)

/** Like the server: it minds the first signal from before the database opens, finishes its work, then closes. */
const drain = async (database: OpenDatabase): Promise<void> => {
  await new Promise(resolve => setTimeout(resolve, 500))
  const { rows } = await sql<{ answer: number }>`select 42 as answer`.execute(database.app)
  say({ drained: rows[0]?.answer })
  await database.close()
}
if (mode === 'drains') process.once('SIGTERM', () => void (opened.ok && drain(opened.value)))

const opened = await openDatabase({
  dataDir,
  migrationsDir,
  log: { info: toStderr, warn: toStderr, error: toStderr },
})
if (opened.ok) say({ ok: true, appUrl: opened.value.appUrl, ownerUrl: opened.value.ownerUrl })
else {
  say({ ok: false, code: opened.code, sentence: databaseRefusalSentence(opened satisfies DatabaseRefusal).en })
  process.exitCode = 1
}
