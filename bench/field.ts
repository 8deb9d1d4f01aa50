import { getPerson } from '../apps/server/practice/practice-people.ts'
import { openBrowser } from '../test/journeys/support/open-browser.ts'
import { khamHi, mueang } from '../test/journeys/support/people.ts'
import { copyDataFolder } from './data-folders.ts'
import { openFieldLine } from './field-line.ts'
import { measureLists } from './field-lists.ts'
import { measureOpening } from './field-opening.ts'
import { measureSync } from './field-sync.ts'
import { pullWhole } from './many-households.ts'
import type { MeasureFigure } from './measurement.ts'
import { signIn } from './requests.ts'
import { startServer } from './server-process.ts'

/** 9. The field app in a real browser: a slow processor, very many households, a weak link, no link. */
export const measureField: MeasureFigure = async rig => {
  const folder = await copyDataFolder(rig.small)
  const server = await startServer(folder.dataDir)
  const line = await openFieldLine(server.url)
  const browser = await openBrowser()
  try {
    const personOf = (username: string) => signIn(server.url, getPerson(username).person.id)
    const households = {
      real: await pullWhole(server.url, await personOf(`vil-${khamHi}`), khamHi),
      templates: await pullWhole(server.url, await personOf('doff-4901'), mueang),
    }
    return [
      ...(await measureOpening(browser, line, rig)),
      ...(await measureSync(browser, line, households, rig)),
      ...(await measureLists(browser, line, households, rig)),
    ]
  } finally {
    await browser.close()
    await line.close()
    await server.stop()
    await folder.remove()
  }
}
