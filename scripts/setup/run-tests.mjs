import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { run } from './programs.mjs'
import { inRepository, ROOT } from './repository.mjs'

const readReport = path => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const nameOf = path => path.replace(ROOT, '').replace(/^[/\\]/, '')

const firstLines = text => text.split('\n').slice(0, 6).join('\n    ')

/** A file that fails before its first test (an import that breaks, a setup that throws) is one failure. */
const failuresOf = ({ name, message, status, assertionResults }) => {
  const failed = assertionResults.filter(test => test.status === 'failed')
  if (status === 'failed' && failed.length === 0)
    return [`${nameOf(name)}\n    ${firstLines(message || 'did not run')}`]
  return failed.map(test => `${nameOf(name)} › ${test.fullName}\n    ${firstLines(test.failureMessages.join('\n'))}`)
}

/**
 * Runs vitest projects to their end. Answers `{ passed, skipped, failures }`: the failures are named, and a run that
 * broke without a report, took too long or failed beside its tests (an error nobody caught) is one as well.
 */
export const runTests = async (node, projects, { env = {}, timeoutMs }) => {
  const report = inRepository(`.cache/tests/${projects.join('-')}.json`)
  rmSync(report, { force: true })
  mkdirSync(inRepository('.cache/tests'), { recursive: true })
  const { code, timedOut } = await run(
    node,
    [
      inRepository('node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.flatMap(project => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true, env: { ...env, CI: '1', ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) }, timeoutMs },
  )
  const title = projects.join(' and ')
  const results = readReport(report)
  if (results === undefined)
    return {
      passed: 0,
      skipped: 0,
      failures: [`${title}: vitest ${timedOut ? 'took too long' : `ended with ${code}`}`],
    }
  const failures = results.testResults.flatMap(failuresOf)
  if (code !== 0 && failures.length === 0)
    failures.push(`${title}: vitest ended with ${code} beside its tests (an uncaught error, or it took too long)`)
  return {
    passed: results.numPassedTests,
    skipped: results.numPendingTests + results.numTodoTests,
    failures,
  }
}
