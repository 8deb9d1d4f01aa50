import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { getPerson } from '../apps/server/practice/practice-people.ts'
import { practiceVillages } from '../apps/server/practice/practice-villages.ts'
import { copyDataFolder } from './data-folders.ts'
import { type MeasureFigure, quantile, say } from './measurement.ts'
import { pushBatches } from './push.ts'
import { cacheDir } from './repository.ts'
import { sendWell, signIn } from './requests.ts'
import { startServer } from './server-process.ts'
import { makeSurveyBatches } from './survey-batches.ts'

const PHONES = 2_000
const PUSHING_CLIENTS = 2

const clientProgram = fileURLToPath(import.meta.resolve('./pull-client.ts'))

interface Told {
  readonly wholeMs: number
  readonly milliseconds: readonly number[]
  readonly errors: number
  readonly turnedAway: number
  readonly households: number
  readonly bytes: number
}

const pullVillages = async (url: string, file: string): Promise<Told> => {
  const running = spawn(process.execPath, [clientProgram, url, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  running.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const code = await new Promise<number | null>(resolve => running.once('close', resolve))
  if (code !== 0) throw new Error(`the phones ended with ${code}`)
  return JSON.parse(out) as Told
}

/** 8. Two thousand phones fetch their village for the first time at once, while others hand in their surveys. */
export const measureFirstSync: MeasureFigure = async rig => {
  const figure = 'first-sync'
  const folder = await copyDataFolder(rig.large)
  const server = await startServer(folder.dataDir)
  const file = join(cacheDir, `pull-${process.pid}.jsonl`)
  try {
    const { now } = JSON.parse((await sendWell(server.url, { path: '/api/session' })).body) as { now: Instant }
    const batches = await makeSurveyBatches(folder.dataDir, rig.batches * 8, now)
    const cookies = new Map<string, string>()
    const lines: string[] = []
    for (let phone = 0; phone < PHONES; phone += 1) {
      const village = practiceVillages[phone % practiceVillages.length]
      if (village === undefined) throw new Error('the practice province has no villages')
      const { personId } = getPerson(`tam-${village.tambonCode}`).actor
      const cookie = cookies.get(personId) ?? (await signIn(server.url, personId))
      cookies.set(personId, cookie)
      lines.push(JSON.stringify({ cookie, area: village.code }))
    }
    await mkdir(cacheDir, { recursive: true })
    await writeFile(file, `${lines.join('\n')}\n`)
    say(`${PHONES} phones`)
    const cpu = server.cpu()
    const pulling = pullVillages(server.url, file)
    // Pushes go on as long as the storm does: those that were still under way when it ended count too.
    const ended = pulling.then(() => true)
    const millisecondsOfPushes: number[] = []
    let pushed = 0
    for (let at = 0; at < batches.length; at += PUSHING_CLIENTS * 4) {
      const some = batches.slice(at, at + PUSHING_CLIENTS * 4)
      const run = await pushBatches(server, some, PUSHING_CLIENTS, 0)
      millisecondsOfPushes.push(...run.milliseconds)
      pushed += some.length
      if (await Promise.race([ended, Promise.resolve(false)])) break
    }
    const told = await pulling
    say(
      `${told.households} households, ${Math.round(told.bytes / 1024 ** 2)} MB packed, ${told.turnedAway} asked to come again, ${pushed} batches pushed meanwhile`,
    )
    return [
      { figure, name: `phones that failed, of ${PHONES}`, unit: 'phones', value: told.errors, bar: { most: 0 } },
      { figure, name: 'all phones have their village', unit: 's', value: told.wholeMs / 1_000 },
      {
        figure,
        name: 'a phone has its village',
        unit: 'ms',
        value: quantile(told.milliseconds, 0.5),
        p99: quantile(told.milliseconds, 0.99),
      },
      {
        figure,
        name: 'CPU of 100 households pulled, with what was pushed meanwhile',
        unit: 'CPU-ms',
        value: ((server.cpu() - cpu) / told.households) * 100,
      },
      {
        figure,
        name: 'a batch of 20 pushed meanwhile, p99',
        unit: 'ms',
        value: quantile(millisecondsOfPushes, 0.99),
        bar: { most: 2_000 },
      },
    ]
  } finally {
    await rm(file, { force: true })
    await server.stop()
    await folder.remove()
  }
}
