import { findChromium } from './setup/chromium.mjs'
import { ensureInstalled, findNode } from './setup/installation.mjs'
import { sayIfNoLibreOffice } from './setup/libreoffice.mjs'
import { endTogether } from './setup/programs.mjs'
import { filesBelow } from './setup/repository.mjs'
import { runChecks } from './setup/run-checks.mjs'
import { runTests } from './setup/run-tests.mjs'
import { Stop } from './setup/say.mjs'
import { buildWebApps } from './setup/web-apps.mjs'

// npm test: from a fresh copy, everything that can be known about it. The last line is `N passed, N failed`.
// Limits for a step that hangs, several times what it takes; a busy machine must not fail for being slow.
const MINUTE = 60_000
const failures = []
let passed = 0
let skipped = 0

const title = text => process.stdout.write(`\n━━ ${text}\n`)

/** Goes on after a failed step: the rest still has something to say. */
const attempt = async (name, work) => {
  title(name)
  try {
    return await work()
  } catch (error) {
    failures.push(`${name}: ${error instanceof Stop ? error.message : (error.stack ?? error)}`)
    return undefined
  }
}

const take = results => {
  if (results === undefined) return
  passed += results.passed
  skipped += results.skipped
  failures.push(...results.failures)
}

const finish = () => {
  if (passed === 0) failures.push('not one test passed')
  if (failures.length > 0) process.stdout.write(`\n━━ failed\n${failures.map(failure => `✗ ${failure}`).join('\n')}\n`)
  if (skipped > 0) process.stdout.write(`\n${skipped} skipped\n`)
  process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`)
  process.exitCode = failures.length === 0 ? 0 : 1
}

const runAll = async () => {
  const node = await attempt('install', async () => {
    await ensureInstalled()
    return findNode()
  })
  if (node === undefined) return
  await attempt('build', () => buildWebApps(node))
  const failedChecks = await attempt('check', () => runChecks(node))
  failures.push(...(failedChecks ?? []).map(name => `check: ${name}`))
  await attempt('papers in an office program', sayIfNoLibreOffice)
  take(await attempt('rules and database', () => runTests(node, ['rules', 'database'], { timeoutMs: 15 * MINUTE })))
  take(await attempt('simulated worlds', () => runTests(node, ['simulation'], { timeoutMs: 10 * MINUTE })))
  take(await attempt('real processes', () => runTests(node, ['chaos'], { timeoutMs: 8 * MINUTE })))

  if (!filesBelow('test/journeys').some(path => path.endsWith('.journey.ts'))) return
  const chromium = await attempt('browser', () => findChromium(node))
  if (chromium === undefined) {
    failures.push('journeys: no Chromium could be found or fetched; set CHROMIUM to the path of one')
    return
  }
  take(
    await attempt('journeys', () =>
      runTests(node, ['journeys'], { timeoutMs: 20 * MINUTE, env: { CHROMIUM: chromium } }),
    ),
  )
}

endTogether()
await runAll()
finish()
