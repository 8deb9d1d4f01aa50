import { connectPool } from '../apps/server/platform/database/connect.ts'
import { silentLog } from '../apps/server/platform/database/database-log.ts'
import { applicationUrl } from './database-address.ts'
import { type Floor, median, quantile, repeated } from './measurement.ts'
import { byClients, sendWell } from './requests.ts'
import type { Screen } from './screens.ts'
import type { ServerProcess } from './server-process.ts'

export interface ScreenTime {
  readonly p50: number
  readonly p99: number
  /** CPU of the server and its PostgreSQL for one request, in milliseconds. */
  readonly cpuMs: number
}

/** A screen of seconds is asked for less often: its figure does not need more, and the rest wants its turn. */
const MOST_TURN_MS = 8_000
const LEAST_REQUESTS = 20

/** So many requests of one screen, with so many clients at once; the medians of the repeats. */
export const timeScreen = async (
  server: ServerProcess,
  { paths, cookie }: Pick<Screen, 'paths' | 'cookie'>,
  { requests, clients, repeats }: { readonly requests: number; readonly clients: number; readonly repeats: number },
): Promise<ScreenTime> => {
  const asked = Array.from({ length: requests }, (_, index) => paths[index % paths.length] ?? '/')
  await byClients(
    clients,
    asked.slice(0, 2 * clients),
    async path => void (await sendWell(server.url, { path, cookie })),
  )
  const turns = await repeated(repeats, async () => {
    const milliseconds: number[] = []
    const before = server.cpu()
    const began = performance.now()
    await byClients(clients, asked, async path => {
      if (milliseconds.length >= LEAST_REQUESTS && performance.now() - began > MOST_TURN_MS) return
      milliseconds.push((await sendWell(server.url, { path, cookie })).milliseconds)
    })
    return {
      p50: quantile(milliseconds, 0.5),
      p99: quantile(milliseconds, 0.99),
      cpuMs: (server.cpu() - before) / milliseconds.length,
    }
  })
  const of = (field: keyof ScreenTime) => median(turns.map(turn => turn[field]))
  return { p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs') }
}

/** The least any request can cost here: one `select 1` over the same pool, and a route that does nothing. */
export const measureFloor = async (server: ServerProcess, requests: number): Promise<Floor> => {
  const pool = connectPool({ url: await applicationUrl(server.dataDir), log: silentLog })
  const selects: number[] = []
  for (let turn = 0; turn < requests; turn += 1) {
    const began = performance.now()
    await pool.selectNoFrom(of => of.lit(1).as('one')).execute()
    selects.push(performance.now() - began)
  }
  await pool.destroy()
  const health = await timeScreen(server, { paths: ['/api/health'], cookie: '' }, { requests, clients: 1, repeats: 1 })
  return { name: 'empty route + select 1', value: quantile(selects, 0.5) + health.p50 }
}
