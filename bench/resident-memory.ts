import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { copyDataFolder } from './data-folders.ts'
import { type MeasureFigure, type Measurement, say } from './measurement.ts'
import { peakMegabytes, postgresMegabytes, residentMegabytes } from './processes.ts'
import { pushBatches } from './push.ts'
import { sendWell } from './requests.ts'
import { householdScreens } from './screens.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { makeSurveyBatches } from './survey-batches.ts'
import { timeScreen } from './time-screen.ts'

const figure = 'memory'

const look = (server: ServerProcess, when: string): Measurement[] => [
  { figure, name: `server, ${when}`, unit: 'MB', value: residentMegabytes(server.pid), bar: { most: 600 } },
  { figure, name: `PostgreSQL, ${when}`, unit: 'MB', value: postgresMegabytes(server.postgresPid) },
]

/** 5. What the server keeps in memory: idle, after surveys were pushed, after a storm of screens. */
export const measureMemory: MeasureFigure = async rig => {
  const folder = await copyDataFolder(rig.large)
  const server = await startServer(folder.dataDir)
  try {
    await sleep(2_000)
    const measurements = look(server, 'idle')
    const { now } = JSON.parse((await sendWell(server.url, { path: '/api/session' })).body) as { now: Instant }
    await pushBatches(server, await makeSurveyBatches(folder.dataDir, rig.batches, now), 4)
    measurements.push(...look(server, `after ${rig.batches} batches pushed`))
    for (const screen of await householdScreens(server.url)) {
      say(screen.name)
      await timeScreen(server, screen, { requests: rig.requests, clients: 4, repeats: 1 })
    }
    measurements.push(...look(server, 'after the storm of screens'))
    return [...measurements, { figure, name: 'server, at its most', unit: 'MB', value: peakMegabytes(server.pid) }]
  } finally {
    await server.stop()
    await folder.remove()
  }
}
