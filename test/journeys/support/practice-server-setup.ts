import type { TestProject } from 'vitest/node'
import { startServer } from './start-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the practice province that the journeys of one run share. */
    readonly practiceUrl: string
    /** Its data folder, for the command line beside it. */
    readonly practiceDataDir: string
  }
}

/** Enough for lists of several pages in every district, few enough to load in seconds; the named ones come on top. */
const HOUSEHOLDS = '400'

/** One practice province for the whole run, on its own day: loaded once, stopped at the end. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer('--practice', '--households', HOUSEHOLDS)
  project.provide('practiceUrl', server.url)
  project.provide('practiceDataDir', server.dataDir)
  return server.stop
}
