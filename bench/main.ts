import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAssignment } from './assignment.ts'
import { measureBaselineImport } from './baseline-import.ts'
import { measureDashboard } from './dashboard.ts'
import { measureField } from './field.ts'
import { measureFirstSync } from './first-sync.ts'
import { measureHouseholdScreens } from './household-screens.ts'
import { type MeasureFigure, type Measurement, meetsBar, type Rig, ratioOf, say } from './measurement.ts'
import { tableOf } from './print-table.ts'
import { measurePush } from './push.ts'
import { measureQueryPlans } from './query-plans.ts'
import { outDir } from './repository.ts'
import { measureMemory } from './resident-memory.ts'
import { measureStart } from './server-start.ts'

const figures: Readonly<Record<string, MeasureFigure>> = {
  start: measureStart,
  push: measurePush,
  'first-sync': measureFirstSync,
  screens: measureHouseholdScreens,
  dashboard: measureDashboard,
  memory: measureMemory,
  import: measureBaselineImport,
  assignment: measureAssignment,
  field: measureField,
  plans: measureQueryPlans,
}

const usage = `npm run bench -- [--households N] [--only ${Object.keys(figures).join('|')}] [--quick]

  --households N   households of the large province (100,000); the small one has 3,000
  --only NAME      one figure; may be given more than once
  --quick          small provinces, few requests, once: whether the rig works, not how fast we are`

const ordinary: Rig = { small: 3_000, large: 100_000, requests: 200, batches: 30, importRows: 20_000, repeats: 3 }
const quick: Rig = { small: 300, large: 3_000, requests: 20, batches: 3, importRows: 1_000, repeats: 1 }

/** Puts what the arguments ask for together; undefined when they cannot be understood. */
const readArguments = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      households: { type: 'string' },
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const base = values.quick ? quick : ordinary
  const large = Number(values.households ?? base.large)
  const names = values.only ?? Object.keys(figures)
  if (values.help || !Number.isInteger(large) || large < 1 || names.some(name => !(name in figures))) return undefined
  return { rig: { ...base, large, small: Math.min(base.small, large) }, names }
}

const asked = readArguments(process.argv.slice(2))
if (asked === undefined) {
  process.stdout.write(`${usage}\n`)
  process.exit(2)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

const began = new Date()
const rows: Measurement[] = []
for (const name of asked.names) {
  say(`── ${name}`)
  const measured = await figures[name]?.(asked.rig)
  rows.push(...(measured ?? []))
  process.stdout.write(`\n## ${name}\n\n${tableOf(measured ?? [])}\n`)
}

const missed = rows.filter(row => !meetsBar(row))
const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
  kernel: release(),
  node: process.version,
  loadAverage: loadavg(),
}
await mkdir(outDir, { recursive: true })
const report = {
  began: began.toISOString(),
  machine,
  rig: asked.rig,
  measurements: rows.map(row => ({ ...row, ratio: ratioOf(row), meetsBar: meetsBar(row) })),
}
await writeFile(join(outDir, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`)

process.stdout.write(`\n${rows.length} figures, ${missed.length} beyond their bar${missed.length === 0 ? '' : ':'}\n`)
for (const { figure, name } of missed) process.stdout.write(`  ${figure}: ${name}\n`)
// Speed is looked at by people; a plan that reads a whole table is simply wrong.
process.exitCode = missed.some(({ figure }) => figure === 'plans') ? 1 : 0
