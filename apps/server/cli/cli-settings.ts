import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import type { DatabaseRefusalCode } from '../platform/database/database-refusals.ts'
import type { OpenServer } from '../platform/open-server.ts'

/** Where a command works: main.ts reads it from the environment, options of the command line go before it. */
export interface CliPlace {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly keysFile: string | undefined
  /** How the application signs in to a PostgreSQL whose administrator prepared its roles. */
  readonly appDatabaseUrl?: string | undefined
  /** Where backups lie; `backups` in the data folder unless told otherwise. */
  readonly backupDir?: string | undefined
}

export interface ServeOptions extends CliPlace {
  readonly host: string
  readonly port: number
  readonly practice: boolean
  readonly households: number
}

export interface CliSettings extends CliPlace {
  readonly host: string
  readonly port: number
  /** A line for whoever reads the result. */
  readonly out: (line: string) => void
  /** A line for whoever sits at the terminal: progress, and what went wrong. */
  readonly err: (line: string) => void
  readonly openServer: (place: CliPlace) => Promise<Outcome<OpenServer, DatabaseRefusalCode>>
  /** Runs the server until it is asked to stop; answers the exit code. */
  readonly serve: (options: ServeOptions) => Promise<number>
}

/** Exit codes: the work is done · it was done and found something wrong · it could not be begun. */
export const exitCodes = { done: 0, foundWrong: 1, notBegun: 2 } as const

/** What went wrong, in one sentence in each language. */
export const complain = ({ err }: Pick<CliSettings, 'err'>, th: string, en: string, code: number): number => {
  err(`${th}\n${en}`)
  return code
}
