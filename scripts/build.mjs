import { ensureInstalled, findNode } from './setup/installation.mjs'
import { endTogether } from './setup/programs.mjs'
import { orStop } from './setup/say.mjs'
import { buildWebApps } from './setup/web-apps.mjs'

// npm run build: both web apps, whether or not they changed.
endTogether()
await orStop(async () => {
  await ensureInstalled()
  await buildWebApps(await findNode(), { force: true })
})
