import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectOnce } from '../apps/server/platform/database/connect.ts'
import { copyDataFolder } from './data-folders.ts'
import { superuserUrl } from './database-address.ts'
import { type MeasureFigure, say } from './measurement.ts'
import { sendWell } from './requests.ts'
import { dashboardScreens, householdScreens } from './screens.ts'
import { startServer } from './server-process.ts'

/** Tables that grow with the households: no screen may read one from end to end. */
const LARGE = [
  'households',
  'counted_items',
  'counted_changes',
  'measure_counts',
  'household_documents',
  'problems',
  'members',
  'ledger_events',
  'remedy_trials',
  'remedy_changes',
]

/** A smaller table may well be read whole: PostgreSQL is right to leave the index alone. */
const MANY_ROWS = 20_000

const LOG = 'plans.log'

/** PostgreSQL itself writes down the plan of every statement as it ran: under the actor's role, inside functions too. */
const settings = `
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = 0
auto_explain.log_nested_statements = on
auto_explain.log_analyze = on
auto_explain.log_timing = off
auto_explain.log_parameter_max_length = 0
auto_explain.log_format = 'json'
logging_collector = on
log_destination = 'jsonlog'
log_directory = '.'
log_filename = '${LOG}'
`

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Filter?: string
  readonly Plans?: readonly PlanNode[]
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** Every plan in the log's lines: the message is "duration: … plan:" and then the plan as JSON. */
const plansOf = (log: string): PlanNode[] =>
  log
    .split('\n')
    .filter(line => line.includes('plan:'))
    .flatMap(line => {
      const { message } = JSON.parse(line) as { readonly message: string }
      const plan = message.slice(message.indexOf('plan:') + 5)
      return nodesOf((JSON.parse(plan) as { readonly Plan: PlanNode }).Plan)
    })

const rowsRead = (node: PlanNode): number =>
  Math.round(((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1))

const isWholeTable = (node: PlanNode): boolean =>
  node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? '') && rowsRead(node) >= MANY_ROWS

const describe = (node: PlanNode): string => {
  const rows = rowsRead(node)
  return `${node['Node Type']} on ${node['Relation Name']}: ${rows} rows read${node.Filter === undefined ? '' : `, filter ${node.Filter}`}`
}

/** 7. Opens every screen once and reads from the log how PostgreSQL found its rows. */
export const measureQueryPlans: MeasureFigure = async rig => {
  const folder = await copyDataFolder(rig.large)
  await appendFile(join(folder.dataDir, 'postgres', 'cluster', 'postgresql.auto.conf'), settings)
  const server = await startServer(folder.dataDir)
  const violations = new Set<string>()
  let seen = 0
  try {
    // What autovacuum does within a minute on a server that runs; a copy would otherwise be measured before it.
    const admin = await connectOnce(await superuserUrl(folder.dataDir, 'thaiqm'))
    await admin.query('analyze')
    await admin.end()
    const log = join(folder.dataDir, 'postgres', 'cluster', `${LOG.replace(/\.log$/, '')}.json`)
    for (const screen of [...(await householdScreens(server.url)), ...(await dashboardScreens(server.url))]) {
      const from = (await readFile(log, 'utf8')).length
      const path = screen.paths[0] ?? ''
      await sendWell(server.url, { path, cookie: screen.cookie })
      // The collector writes a moment after the statement.
      await sleep(200)
      const nodes = plansOf((await readFile(log, 'utf8')).slice(from))
      seen += nodes.length
      for (const node of nodes.filter(isWholeTable)) violations.add(`${screen.name}: ${describe(node)}`)
    }
  } finally {
    await server.stop()
    await folder.remove()
  }
  // A log without plans would find nothing wrong.
  if (seen === 0) throw new Error('PostgreSQL wrote down no plan')
  for (const violation of violations) say(violation)
  return [
    {
      figure: 'plans',
      name: 'whole tables read by screens',
      unit: 'plans',
      value: violations.size,
      bar: { most: 0 },
    },
  ]
}
