import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { run } from './programs.mjs'
import { filesBelow, inRepository } from './repository.mjs'
import { Stop, say } from './say.mjs'

const APPS = ['apps/office', 'apps/field']
const SHARED = ['packages/core', 'packages/contract', 'packages/catalogue', 'packages/ui']
const ALWAYS = ['package-lock.json', 'tsconfig.base.json']

const isTest = path => /\.test\.tsx?$|\/samples\//.test(path)

/** What a web app is made of, as one hash: its own sources, those of the packages it may use, and the lock file. */
const fingerprintOf = app => {
  const hash = createHash('sha256')
  for (const path of [...ALWAYS, ...[app, ...SHARED].flatMap(filesBelow)].filter(name => !isTest(name)))
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRepository(path)))
      .update('\0')
  return hash.digest('hex')
}

const markOf = app => inRepository(`${app}/dist/.built-from`)

const isBuilt = app =>
  existsSync(inRepository(`${app}/dist/index.html`)) &&
  existsSync(markOf(app)) &&
  readFileSync(markOf(app), 'utf8') === fingerprintOf(app)

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/

/** Each file beside itself in gzip, once and at its best: on a weak signal an app arrives in a third of the time. */
const compress = app => {
  for (const path of filesBelow(`${app}/dist`).filter(name => COMPRESSIBLE.test(name))) {
    const bytes = readFileSync(inRepository(path))
    if (bytes.length > 1024) writeFileSync(inRepository(`${path}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

const build = async (app, node) => {
  const fingerprint = fingerprintOf(app)
  const vite = inRepository('node_modules/vite/bin/vite.js')
  const { code, output } = await run(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: inRepository(app),
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Stop(`สร้างหน้าเว็บ ${app} ไม่สำเร็จ`, `Building ${app} failed:\n${output.trim()}`)
  compress(app)
  writeFileSync(markOf(app), fingerprint)
}

/** Builds the web apps whose dist is missing or older than its sources; `force` builds all. */
export const buildWebApps = async (node, { force = false } = {}) => {
  const there = APPS.filter(app => existsSync(inRepository(`${app}/index.html`)))
  const stale = there.filter(app => force || !isBuilt(app))
  if (stale.length === 0) return
  say('กำลังสร้างหน้าเว็บ', `building ${stale.join(' and ')}`)
  await Promise.all(stale.map(app => build(app, node)))
}
