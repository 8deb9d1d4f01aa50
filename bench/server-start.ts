import { setTimeout as sleep } from 'node:timers/promises'
import { copyDataFolder } from './data-folders.ts'
import { type MeasureFigure, median, repeated } from './measurement.ts'
import { FIRST_PAGE, startServer } from './server-process.ts'

/** The least a server can take: the same Node that does nothing. */
const bareNode = async (): Promise<number> => {
  const { execFile } = await import('node:child_process')
  const began = performance.now()
  await new Promise<void>((resolve, reject) =>
    execFile(process.execPath, ['-e', '0'], error => (error ? reject(error) : resolve())),
  )
  return performance.now() - began
}

/** 4. From nothing to the first page: after a clean stop, and after the server was killed. */
export const measureStart: MeasureFigure = async rig => {
  const folder = await copyDataFolder(rig.small)
  try {
    await (await startServer(folder.dataDir)).stop()
    const clean = await repeated(rig.repeats, async () => {
      const server = await startServer(folder.dataDir)
      await server.stop()
      return server.millisecondsToFirstPage
    })
    const killed = await repeated(rig.repeats, async () => {
      const server = await startServer(folder.dataDir)
      await server.kill()
      await sleep(200)
      const again = await startServer(folder.dataDir)
      await again.stop()
      return again.millisecondsToFirstPage
    })
    const floor = { name: 'node that does nothing', value: median(await repeated(rig.repeats, bareNode)) }
    const figure = 'start'
    return [
      { figure, name: `start to ${FIRST_PAGE}, warm`, unit: 'ms', value: median(clean), floor, bar: { most: 5_000 } },
      {
        figure,
        name: `kill -9, start to ${FIRST_PAGE}`,
        unit: 'ms',
        value: median(killed),
        floor,
        bar: { most: 10_000 },
      },
      {
        figure,
        name: `loading the practice province, ${rig.small.toLocaleString('en')} households`,
        unit: 's',
        value: folder.loaded.milliseconds / 1_000,
        ...(rig.small === 3_000 ? { bar: { most: 20 } } : {}),
      },
      {
        figure,
        name: `memory of that loading`,
        unit: 'MB',
        value: folder.loaded.peakMegabytes,
      },
    ]
  } finally {
    await folder.remove()
  }
}
