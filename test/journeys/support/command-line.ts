import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const main = join(import.meta.dirname, '..', '..', '..', 'apps', 'server', 'main.ts')
const run = promisify(execFile)

/** `npx thaiqm …` beside a running server; answers what it printed, throws when it failed. */
export const thaiqm = async (dataDir: string, ...words: readonly string[]): Promise<string> => {
  const { DATABASE_URL: _unused, ...environment } = process.env
  const { stdout } = await run(process.execPath, [main, ...words], {
    env: { ...environment, DATA_DIR: dataDir, NODE_ENV: 'production' },
  })
  return stdout
}
