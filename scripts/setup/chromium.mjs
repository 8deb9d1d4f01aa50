import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './programs.mjs'
import { inRepository } from './repository.mjs'
import { say } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const onPath = () => (process.env.PATH ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))

const installed = () => [...PLACES, ...onPath()].find(path => existsSync(path))

const isRoot = process.getuid?.() === 0
const WITH_QUESTIONS_OFF = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 300_000 }

const aptInstall = async packages => {
  const update = await run('apt-get', ['update', '-q'], WITH_QUESTIONS_OFF)
  if (update.code !== 0) return
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], WITH_QUESTIONS_OFF)
}

const hasThaiFont = async () => {
  const { code, output } = await run('fc-list', [':lang=th', 'family'])
  return code === 0 && output.trim() !== ''
}

/** The browser playwright keeps for itself, if it was fetched before. */
const playwrights = async node => {
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { output } = await run(node, ['-e', script])
  const path = output.trim().split('\n').at(-1)
  return path && existsSync(path) ? path : undefined
}

const fetchWithPlaywright = async node => {
  const cli = inRepository('node_modules/playwright-core/cli.js')
  await run(node, [cli, 'install', 'chromium'], { timeoutMs: 300_000 })
  return playwrights(node)
}

/**
 * A Chromium for the journeys: the one CHROMIUM names, the machine's, or one fetched now (as root through apt-get,
 * with a Thai font where there is none; otherwise playwright's). Answers its path, or nothing.
 */
export const findChromium = async node => {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  const isAptThere = isRoot && existsSync('/usr/bin/apt-get')
  const missing = [
    ...(installed() === undefined && isAptThere ? ['chromium'] : []),
    ...(isAptThere && !(await hasThaiFont()) ? ['fonts-thai-tlwg', 'fontconfig'] : []),
  ]
  if (missing.length > 0) {
    say('กำลังเตรียมเบราว์เซอร์สำหรับทดสอบ', `installing ${missing.join(', ')}`)
    await aptInstall(missing)
  }
  const found = installed() ?? (await playwrights(node))
  if (found !== undefined) return found
  say('กำลังเตรียมเบราว์เซอร์สำหรับทดสอบ', 'fetching a Chromium for the journeys')
  return fetchWithPlaywright(node)
}
