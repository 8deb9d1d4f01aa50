import { existsSync } from 'node:fs'
import { ensureInstalled, findNode } from './setup/installation.mjs'
import { endTogether, run } from './setup/programs.mjs'
import { inRepository } from './setup/repository.mjs'
import { orStop, Stop } from './setup/say.mjs'

// npm run bench: the performance rig. Arguments are its own.
endTogether()
const { code } = await orStop(async () => {
  const rig = inRepository('bench/main.ts')
  if (!existsSync(rig)) throw new Stop('ไม่พบไฟล์ bench/main.ts', 'There is no bench/main.ts.')
  await ensureInstalled()
  return run(await findNode(), [rig, ...process.argv.slice(2)], { show: true })
})
process.exitCode = code
