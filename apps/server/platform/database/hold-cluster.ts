import { sql } from 'kysely'
import { type DatabaseRefusal, databaseRefusalSentence } from './database-refusals.ts'
import { openDatabase } from './open-database.ts'

/**
 * A server in miniature for the tests of the supervisor: opens the database in the folder given, says so on one line
 * of JSON, and stays until a signal ends it. Run as a process of its own, because killing it is the test.
 */
const [dataDir = '', migrationsDir = '', mode = ''] = process.argv.slice(2)

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
const toStderr = (message: string) => void process.stderr.write(`${message}\n`)

const opened = await openDatabase({
  dataDir,
  migrationsDir,
  log: { info: toStderr, warn: toStderr, error: toStderr },
})
if (opened.ok && mode === 'drains') {
  // Like the server: it minds the first signal itself, finishes what it has in hand, then closes.
  process.once('SIGTERM', async () => {
    await new Promise(resolve => setTimeout(resolve, 500))
    const { rows } = await sql<{ answer: number }>`select 42 as answer`.execute(opened.value.app)
    say({ drained: rows[0]?.answer })
    await opened.value.close()
  })
}
if (opened.ok) say({ ok: true, appUrl: opened.value.appUrl, ownerUrl: opened.value.ownerUrl })
else {
  say({ ok: false, code: opened.code, sentence: databaseRefusalSentence(opened satisfies DatabaseRefusal).en })
  process.exitCode = 1
}
