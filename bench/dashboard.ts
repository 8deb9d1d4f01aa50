import { copyDataFolder } from './data-folders.ts'
import type { Rig } from './measurement.ts'
import { type Floor, type MeasureFigure, type Measurement, say } from './measurement.ts'
import { dashboardScreens } from './screens.ts'
import { startServer } from './server-process.ts'
import { measureFloor, type ScreenTime, timeScreen } from './time-screen.ts'

/** Noise between two runs on a shared machine; more than this is growth. */
const MOST_GROWTH = 1.5

interface Timed {
  readonly name: string
  readonly mostMs: number
  readonly time: ScreenTime
}

const timeDashboards = async (rig: Rig, households: number): Promise<{ floor: Floor; timed: Timed[] }> => {
  const folder = await copyDataFolder(households)
  const server = await startServer(folder.dataDir)
  try {
    const floor = await measureFloor(server, rig.requests)
    const timed: Timed[] = []
    for (const screen of await dashboardScreens(server.url)) {
      say(`${screen.name} of ${households} households`)
      // Looking back costs more, and is asked for seldom.
      const requests = screen.name.includes('as of') ? Math.ceil(rig.requests / 4) : rig.requests
      const time = await timeScreen(server, screen, { ...rig, requests, clients: 1 })
      timed.push({ name: screen.name, mostMs: screen.mostMs, time })
    }
    return { floor, timed }
  } finally {
    await server.stop()
    await folder.remove()
  }
}

const rowsOf = (households: number, { floor, timed }: { floor: Floor; timed: Timed[] }): Measurement[] =>
  timed.map(({ name, mostMs, time }) => ({
    figure: 'dashboard',
    name: `${name}, ${households.toLocaleString('en')} households`,
    unit: 'ms',
    value: time.p50,
    p99: time.p99,
    cpuMs: time.cpuMs,
    floor,
    bar: { most: mostMs },
  }))

/** 3. Where we stand, at both sizes: reading counters must not grow with the households. */
export const measureDashboard: MeasureFigure = async rig => {
  const small = await timeDashboards(rig, rig.small)
  const large = await timeDashboards(rig, rig.large)
  const growth = large.timed.map(
    ({ name, time }, index): Measurement => ({
      figure: 'dashboard',
      name: `growth of CPU, ${name}`,
      unit: '×',
      value: time.cpuMs / (small.timed[index]?.time.cpuMs ?? 1),
      ...(name.includes('as of') ? {} : { bar: { most: MOST_GROWTH } }),
    }),
  )
  return [...rowsOf(rig.small, small), ...rowsOf(rig.large, large), ...growth]
}
