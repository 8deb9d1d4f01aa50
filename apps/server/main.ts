import { join } from 'node:path'
import { runCli } from './cli/run-cli.ts'
import { openServer } from './platform/open-server.ts'
import { runServer } from './platform/run-server.ts'

/** The only file that reads the environment. */
const { PORT, HOST, DATA_DIR, DATABASE_URL, APP_DATABASE_URL, KEYS_FILE, BACKUP_DIR, BACKUP_SECONDS, VERBOSE } =
  process.env
const { SMTP_URL, SMTP_FROM, LINE_CHANNEL_TOKEN, PUBLIC_URL } = process.env

const repository = join(import.meta.dirname, '..', '..')

const stopped = new Promise<void>(resolve => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
})

const err = (text: string): void => void process.stderr.write(`${text}\n`)
const out = (text: string): void => void process.stdout.write(`${text}\n`)

/** Faults and warnings always; ordinary steps when asked for. Never a person's data. */
const log = (event: string, details: Readonly<Record<string, string | number | boolean | null>> = {}): void => {
  if (event !== 'database-info' || VERBOSE !== undefined) err(JSON.stringify({ event, ...details }))
}

process.exitCode = await runCli(process.argv.slice(2), {
  dataDir: DATA_DIR ?? join(repository, 'data'),
  databaseUrl: DATABASE_URL,
  keysFile: KEYS_FILE,
  appDatabaseUrl: APP_DATABASE_URL,
  backupDir: BACKUP_DIR,
  host: HOST ?? '127.0.0.1',
  port: Number(PORT ?? 4900),
  out,
  err,
  openServer: settings => openServer({ ...settings, appDatabaseUrl: APP_DATABASE_URL, log }),
  serve: settings =>
    runServer({
      ...settings,
      appDatabaseUrl: APP_DATABASE_URL,
      reminders: { smtpUrl: SMTP_URL, smtpFrom: SMTP_FROM, lineToken: LINE_CHANNEL_TOKEN, publicUrl: PUBLIC_URL },
      backupSeconds: Math.max(Number(BACKUP_SECONDS) || 60, 1),
      log,
      out,
      err,
      stopped,
    }),
})
