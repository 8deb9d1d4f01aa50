import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { connectOnce } from '../apps/server/platform/database/connect.ts'
import { copyDataFolder } from './data-folders.ts'
import { superuserUrl } from './database-address.ts'
import { type MeasureFigure, type Measurement, median, quantile, repeated, say } from './measurement.ts'
import { cpuOf, postgresCpu } from './processes.ts'
import { cacheDir } from './repository.ts'
import { sendWell, signIn } from './requests.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { makeSurveyBatches, SURVEYS_IN_A_BATCH, type SurveyBatch } from './survey-batches.ts'

/** How many phones send at once, and how many surveys in a batch. */
const cases = [
  { clients: 1, size: 20 },
  { clients: 2, size: 20 },
  { clients: 4, size: 20 },
  { clients: 2, size: 50 },
  { clients: 2, size: 100 },
] as const

/** Sums are folded some seconds after the changes they count: what a push leaves to be done is part of its cost. */
const UNTIL_FOLDED_MS = 6_000

const clientProgram = fileURLToPath(import.meta.resolve('./push-client.ts'))
const floorProgram = fileURLToPath(import.meta.resolve('./push-floor-server.ts'))

/** What one push of a file of batches took. */
interface PushRun {
  readonly surveysASecond: number
  readonly p50: number
  readonly p99: number
  /** Of the server's side alone, for each survey: all of it, and PostgreSQL's part. */
  readonly cpuMs: number
  readonly postgresCpuMs: number
  /** Of each batch. */
  readonly milliseconds: readonly number[]
}

interface Cpu {
  readonly server: number
  readonly postgres: number
}

interface Told {
  readonly wholeMs: number
  readonly milliseconds: readonly number[]
  readonly notApplied: number
  readonly cpuMs?: number
}

const tellOf = async (program: string, args: readonly string[]): Promise<Told> => {
  const running = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  running.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const code = await new Promise<number | null>(resolve => running.once('close', resolve))
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return JSON.parse(out) as Told
}

const toRun = (told: Told, cpu: Cpu, surveys: number): PushRun => {
  if (told.notApplied > 0) throw new Error(`${told.notApplied} of ${surveys} surveys were parked, not applied`)
  return {
    surveysASecond: (surveys / told.wholeMs) * 1_000,
    p50: quantile(told.milliseconds, 0.5),
    p99: quantile(told.milliseconds, 0.99),
    cpuMs: (cpu.server + cpu.postgres) / surveys,
    postgresCpuMs: cpu.postgres / surveys,
    milliseconds: told.milliseconds,
  }
}

/** What two processes use from now on. */
const startCpu = (pid: number, postgresPid: number): (() => Cpu) => {
  const [server, postgres] = [cpuOf(pid), postgresCpu(postgresPid)]
  return () => ({ server: cpuOf(pid) - server, postgres: postgresCpu(postgresPid) - postgres })
}

/** A file of batches for the clients, each with its officer's cookie; gone once the work with it is done. */
const withBatches = async <Value>(
  server: ServerProcess,
  batches: readonly SurveyBatch[],
  work: (file: string) => Promise<Value>,
): Promise<Value> => {
  const cookies = new Map<string, string>()
  for (const { personId } of batches)
    if (!cookies.has(personId)) cookies.set(personId, await signIn(server.url, personId))
  const file = join(cacheDir, `push-${process.pid}.jsonl`)
  const lines = batches.map(({ personId, push }) =>
    JSON.stringify({ cookie: cookies.get(personId), body: JSON.stringify(push) }),
  )
  await mkdir(cacheDir, { recursive: true })
  await writeFile(file, `${lines.join('\n')}\n`)
  return work(file).finally(() => rm(file))
}

const surveysIn = (batches: readonly SurveyBatch[]): number =>
  batches.reduce((sum, { push }) => sum + push.commands.length, 0)

/** Sends batches to the real server with so many clients at once. */
export const pushBatches = async (
  server: ServerProcess,
  batches: readonly SurveyBatch[],
  clients: number,
  waitMs = UNTIL_FOLDED_MS,
): Promise<PushRun> =>
  withBatches(server, batches, async file => {
    const cpu = startCpu(server.pid, server.postgresPid)
    const told = await tellOf(clientProgram, [server.url, '/api/commands', file, String(clients)])
    await sleep(waitMs)
    return toRun(told, cpu(), surveysIn(batches))
  })

const makeFloorTable = async (dataDir: string): Promise<string> => {
  const admin = await connectOnce(await superuserUrl(dataDir, 'postgres'))
  await admin.query('create database push_floor')
  await admin.end()
  const url = await superuserUrl(dataDir, 'push_floor')
  const client = await connectOnce(url)
  await client.query('create table surveys (survey_id uuid primary key, body text not null)')
  await client.end()
  return url
}

const emptyFloor = async (url: string): Promise<void> => {
  const client = await connectOnce(url)
  await client.query('truncate surveys')
  await client.end()
}

const bareInsert = async (
  server: ServerProcess,
  url: string,
  file: string,
  clients: number,
  surveys: number,
): Promise<PushRun> => {
  await emptyFloor(url)
  const cpu = startCpu(0, server.postgresPid)
  const told = await tellOf(floorProgram, ['insert', url, file, String(clients)])
  return toRun(told, { server: told.cpuMs ?? 0, postgres: cpu().postgres }, surveys)
}

const startMinimalServer = (url: string): Promise<{ process: ChildProcess; address: string }> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [floorProgram, 'serve', url], { stdio: ['ignore', 'pipe', 'inherit'] })
    running.once('error', reject)
    running.stdout.once('data', (chunk: Buffer) =>
      resolve({ process: running, address: `http://127.0.0.1:${JSON.parse(chunk.toString()).port}` }),
    )
  })

const minimalHttp = async (
  server: ServerProcess,
  url: string,
  file: string,
  clients: number,
  surveys: number,
): Promise<PushRun> => {
  await emptyFloor(url)
  const minimal = await startMinimalServer(url)
  try {
    const cpu = startCpu(minimal.process.pid ?? 0, server.postgresPid)
    const told = await tellOf(clientProgram, [minimal.address, '/', file, String(clients)])
    return toRun(told, cpu(), surveys)
  } finally {
    minimal.process.kill()
  }
}

const of = (runs: readonly PushRun[], field: Exclude<keyof PushRun, 'milliseconds'>): number =>
  median(runs.map(run => run[field]))

const measurementsOf = (
  { clients, size }: (typeof cases)[number],
  pushed: readonly PushRun[],
  http: readonly PushRun[],
  bare: readonly PushRun[],
): Measurement[] => {
  const figure = 'push'
  const who = `${clients} client${clients === 1 ? '' : 's'}, batches of ${size}`
  return [
    {
      figure,
      name: `surveys pushed, ${who}`,
      unit: 'a second',
      value: of(pushed, 'surveysASecond'),
      floor: { name: 'bare insert', value: of(bare, 'surveysASecond') },
      ...(size > 20 ? { bar: { least: 1_000 } } : {}),
    },
    {
      figure,
      name: `CPU of a survey, ${who}`,
      unit: 'CPU-ms',
      value: of(pushed, 'cpuMs'),
      floor: { name: 'bare insert', value: of(bare, 'cpuMs') },
      bar: { most: 1.5 },
    },
    {
      figure,
      name: `CPU of a survey, ${who}, PostgreSQL's part`,
      unit: 'CPU-ms',
      value: of(pushed, 'postgresCpuMs'),
      floor: { name: 'bare insert', value: of(bare, 'postgresCpuMs') },
    },
    {
      figure,
      name: `a batch, ${who}`,
      unit: 'ms',
      value: of(pushed, 'p50'),
      p99: of(pushed, 'p99'),
      floor: { name: 'minimal HTTP + insert', value: of(http, 'p50') },
    },
  ]
}

/** 1. Complete surveys over real HTTP into a durable database, from a process of its own. */
export const measurePush: MeasureFigure = async rig => {
  const folder = await copyDataFolder(rig.large)
  const server = await startServer(folder.dataDir)
  try {
    const { now } = JSON.parse((await sendWell(server.url, { path: '/api/session' })).body) as { now: Instant }
    const floorUrl = await makeFloorTable(folder.dataDir)
    const fillIn = async (runs: number, size: number): Promise<SurveyBatch[][]> => {
      say(`filling in surveys, ${size} in a batch`)
      const wanted = Math.ceil((rig.batches * SURVEYS_IN_A_BATCH) / size) * runs
      const batches = await makeSurveyBatches(folder.dataDir, wanted, now, size)
      const share = Math.floor(batches.length / runs)
      if (share === 0) throw new Error('too few households are left to survey: take a larger province')
      const bytes = Buffer.byteLength(JSON.stringify(batches[0]?.push)) / size
      say(`${share} batches a run, ${Math.round(bytes)} bytes a survey`)
      return Array.from({ length: runs }, (_, run) => batches.slice(run * share, (run + 1) * share))
    }
    const [warming = []] = await fillIn(1, SURVEYS_IN_A_BATCH)
    await pushBatches(server, warming, 2)
    const measurements: Measurement[] = []
    for (const one of cases) {
      const runs = await fillIn(rig.repeats, one.size)
      const turns = await repeated(rig.repeats, async turn => {
        const mine = runs[turn] ?? []
        const pushed = await pushBatches(server, mine, one.clients)
        return withBatches(server, mine, async file => ({
          pushed,
          http: await minimalHttp(server, floorUrl, file, one.clients, surveysIn(mine)),
          bare: await bareInsert(server, floorUrl, file, one.clients, surveysIn(mine)),
        }))
      })
      const pick = (of: 'pushed' | 'http' | 'bare') => turns.map(turn => turn[of])
      measurements.push(...measurementsOf(one, pick('pushed'), pick('http'), pick('bare')))
    }
    return measurements
  } finally {
    await server.stop()
    await folder.remove()
  }
}
