import { existsSync } from 'node:fs'
import { ensureInstalled, findNode } from './setup/installation.mjs'
import { endTogether, run } from './setup/programs.mjs'
import { inRepository } from './setup/repository.mjs'
import { orStop, Stop } from './setup/say.mjs'

// npm run simulate: phones, network, server and disk in one world a seed. Arguments are its own (docs/reliability.md).
endTogether()
const { code } = await orStop(async () => {
  const simulation = inRepository('test/simulation/main.ts')
  if (!existsSync(simulation)) throw new Stop('ไม่พบไฟล์ test/simulation/main.ts', 'There is no test/simulation/main.ts.')
  await ensureInstalled()
  return run(await findNode(), [simulation, ...process.argv.slice(2)], { show: true })
})
process.exitCode = code
