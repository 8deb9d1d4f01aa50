import { ensureInstalled, findNode } from './setup/installation.mjs'
import { endTogether } from './setup/programs.mjs'
import { orStop } from './setup/say.mjs'
import { runServer } from './setup/serve.mjs'
import { buildWebApps } from './setup/web-apps.mjs'

// npm start: from a fresh copy to a running server, with nothing but Node 20 and npm on the machine.
const stopMinding = endTogether()
const node = await orStop(async () => {
  await ensureInstalled()
  const found = await findNode()
  await buildWebApps(found)
  return found
})
stopMinding()
runServer(node, ['serve', ...process.argv.slice(2)])
