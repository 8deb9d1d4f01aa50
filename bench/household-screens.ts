import { copyDataFolder } from './data-folders.ts'
import { type MeasureFigure, type Measurement, say } from './measurement.ts'
import { householdScreens } from './screens.ts'
import { startServer } from './server-process.ts'
import { measureFloor, timeScreen } from './time-screen.ts'

const CLIENTS = [1, 4]

/** 2. What people open all day: a household, its line of life, lists, searches, in a large province. */
export const measureHouseholdScreens: MeasureFigure = async rig => {
  const folder = await copyDataFolder(rig.large)
  const server = await startServer(folder.dataDir)
  try {
    const measurements: Measurement[] = []
    const floor = await measureFloor(server, rig.requests)
    for (const screen of await householdScreens(server.url)) {
      say(screen.name)
      for (const clients of CLIENTS) {
        const time = await timeScreen(server, screen, { ...rig, clients })
        measurements.push({
          figure: 'screens',
          name: `${screen.name}${clients === 1 ? '' : `, ${clients} at once`}`,
          unit: 'ms',
          value: time.p50,
          p99: time.p99,
          cpuMs: time.cpuMs,
          floor,
          ...(clients === 1 ? { bar: { most: screen.mostMs } } : {}),
        })
      }
    }
    return measurements
  } finally {
    await server.stop()
    await folder.remove()
  }
}
