import { parseArgs } from 'node:util'
import { cutPhotoPart } from './cut-photo.ts'
import { cutPowerPart } from './cut-power.ts'
import { exhaustQuotaPart } from './exhaust-quota.ts'
import { fillDiskPart } from './fill-disk.ts'
import { killRendererPart } from './kill-renderer.ts'
import { killPostgresPart, killServerPart } from './kill-server.ts'
import { type ChaosFigure, type ChaosPart, isWell, NotRun, tableOf } from './support/figure.ts'
import { twoTabsPart } from './two-tabs.ts'
import { updateWorkerPart } from './update-worker.ts'

interface Part {
  readonly run: ChaosPart
  /** How often the blow falls unless told otherwise. */
  readonly times: number
}

const parts: Readonly<Record<string, Part>> = {
  server: { run: killServerPart, times: 100 },
  postgres: { run: killPostgresPart, times: 100 },
  power: { run: cutPowerPart, times: 20 },
  disk: { run: fillDiskPart, times: 3 },
  photo: { run: cutPhotoPart, times: 24 },
  renderer: { run: killRendererPart, times: 100 },
  quota: { run: exhaustQuotaPart, times: 2 },
  tabs: { run: twoTabsPart, times: 15 },
  worker: { run: updateWorkerPart, times: 3 },
}

const usage = `npm run chaos -- [--only ${Object.keys(parts).join('|')}|all] [--times N]

  --only NAME   one part; may be given more than once
  --times N     how often each blow falls`

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, times: { type: 'string' }, help: { type: 'boolean' } },
})
const names = values.only === undefined || values.only.includes('all') ? Object.keys(parts) : values.only
const times = values.times === undefined ? undefined : Number(values.times)
if (values.help || names.some(name => !(name in parts)) || (times !== undefined && !(times >= 1))) {
  process.stdout.write(`${usage}\n`)
  process.exit(2)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
const say = (line: string): void => void process.stderr.write(`  ${line}\n`)

const figures: ChaosFigure[] = []
const notRun: string[] = []
const failed: string[] = []
for (const name of names) {
  const part = parts[name]
  if (part === undefined) continue
  say(`── ${name}`)
  try {
    figures.push(...(await part.run({ times: times ?? part.times, say })))
  } catch (error) {
    if (error instanceof NotRun) notRun.push(`${name}: ${error.message}`)
    else failed.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}

process.stdout.write(`\n${tableOf(figures)}\n\n`)
for (const text of failed) process.stdout.write(`ล้มเหลว · failed: ${text}\n`)
for (const text of notRun) process.stdout.write(`ไม่ได้ทดสอบ · NOT RUN: ${text}\n`)
const isAllWell = failed.length === 0 && figures.every(isWell)
if (isAllWell && notRun.length === 0) process.stdout.write('ไม่มีข้อมูลสูญหาย · nothing was lost\n')
if (!isAllWell) process.stdout.write('พบความเสียหาย ดูหมายเหตุ · something was lost or broken: see the remarks\n')
process.exitCode = isAllWell ? (notRun.length > 0 ? 2 : 0) : 1
