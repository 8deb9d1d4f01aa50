import { ensureInstalled, findNode } from './setup/installation.mjs'
import { endTogether } from './setup/programs.mjs'
import { runChecks } from './setup/run-checks.mjs'
import { orStop } from './setup/say.mjs'

// npm run check: everything a machine can say about the sources without running them. `npm run check -- types` runs one.
endTogether()
const failed = await orStop(async () => {
  await ensureInstalled()
  return runChecks(await findNode(), process.argv.slice(2))
})
process.stdout.write(failed.length === 0 ? '\nall checks passed\n' : `\nfailed: ${failed.join(', ')}\n`)
process.exit(failed.length === 0 ? 0 : 1)
