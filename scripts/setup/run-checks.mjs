import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './programs.mjs'
import { inRepository } from './repository.mjs'

const AT_ONCE = 2

/** Every file in scripts/checks is one check: `{ name, run(tools) → complaints }`. Nothing to complain of is a pass. */
const findChecks = async wanted => {
  const folder = inRepository('scripts/checks')
  const names = readdirSync(folder).filter(name => name.endsWith('.mjs'))
  const modules = await Promise.all(names.map(name => import(pathToFileURL(join(folder, name)).href)))
  const checks = modules.map(module => module.check)
  const unknown = wanted.filter(name => !checks.some(check => check.name === name))
  if (unknown.length > 0) throw new Error(`no such check: ${unknown.join(', ')}`)
  return wanted.length === 0 ? checks : checks.filter(check => wanted.includes(check.name))
}

const runOne = async (check, node) => {
  const since = performance.now()
  let complaints
  try {
    complaints = await check.run({ node, run })
  } catch (error) {
    complaints = [`the check itself failed: ${error.stack ?? error}`]
  }
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  process.stdout.write(`${complaints.length === 0 ? '✓' : '✗'} ${check.name.padEnd(20)} ${seconds.padStart(6)} s\n`)
  return { name: check.name, complaints }
}

/** Runs the checks (all, or those named), a line each, then what the failed ones found. Answers the failed names. */
export const runChecks = async (node, wanted = []) => {
  const waiting = await findChecks(wanted)
  const done = []
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) done.push(await runOne(check, node))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const failed = done.filter(({ complaints }) => complaints.length > 0)
  for (const { name, complaints } of failed)
    process.stdout.write(`\n── ${name} ──\n${complaints.slice(0, 60).join('\n')}\n${more(complaints.length - 60)}`)
  return failed.map(({ name }) => name)
}

const more = count => (count > 0 ? `… and ${count} more\n` : '')
