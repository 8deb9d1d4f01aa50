import { databaseRefusalSentence } from '../platform/database/database-refusals.ts'
import type { OpenServer } from '../platform/open-server.ts'
import { attachToServer } from './attach-to-server.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'

export interface Opened extends OpenServer {
  /** A server is running on the same data folder, and we work beside it. */
  readonly isBesideServer: boolean
}

/**
 * Opens the data folder for one command and closes it after it. While a server runs there the command works through that
 * server's PostgreSQL. Answers the exit code.
 */
export const withServer = async (settings: CliSettings, work: (server: Opened) => Promise<number>): Promise<number> => {
  const { dataDir, databaseUrl, keysFile } = settings
  const opened = await settings.openServer({ dataDir, databaseUrl, keysFile })
  if (opened.ok) return closing({ ...opened.value, isBesideServer: false }, work)
  const beside = opened.code === 'data-folder-in-use' ? await attachToServer(settings) : undefined
  if (beside !== undefined) return closing({ ...beside, isBesideServer: true }, work)
  const { th, en } = databaseRefusalSentence(opened)
  return complain(settings, th, en, exitCodes.notBegun)
}

const closing = async (server: Opened, work: (server: Opened) => Promise<number>): Promise<number> => {
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}
