import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin, type ResolvedConfig } from 'vite'

const WORKER = 'service-worker'

/** The whole app on a nearly full phone, and what a weak signal has to bring before the first page stands. */
const MOST_BYTES = 2 * 1024 * 1024
const MOST_BYTES_AT_FIRST = 200 * 1024

const sizeOf = (path: string) => readFileSync(path).length

const refuseIfTooLarge = (what: string, bytes: number, most: number) => {
  if (bytes > most) throw new Error(`${what} has ${bytes} bytes; at most ${most} are allowed`)
}

/** The scripts that the first page asks for at once, as they travel. */
const firstScriptsSize = (dist: string, base: string): number =>
  [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)]
    .map(([, url = '']) => gzipSync(readFileSync(join(dist, url.slice(base.length)))).length)
    .reduce((sum, size) => sum + size, 0)

/** Every file of a built app with what tells its versions apart: nothing where the name already does. */
const listFiles = (dist: string, base: string) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith(WORKER))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => {
      const name = path.slice(dist.length + 1).replaceAll(sep, '/')
      const revision = name.startsWith('assets/')
        ? null
        : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
      return { url: `${base}${name}`, revision }
    })

/** After the app is built: its service worker, which knows every file of this very build. Too large an app is no app. */
export const precachePlugin = (): Plugin => {
  let config: ResolvedConfig
  let isWritten = false
  return {
    name: 'thaiqm-precache',
    apply: 'build',
    configResolved: resolved => {
      config = resolved
    },
    writeBundle: () => {
      isWritten = true
    },
    closeBundle: async () => {
      // A build that failed has something else to say.
      if (!isWritten) return
      const dist = resolve(config.root, config.build.outDir)
      const files = listFiles(dist, config.base)
      const whole = files.reduce((sum, { url }) => sum + sizeOf(join(dist, url.slice(config.base.length))), 0)
      refuseIfTooLarge('The field app', whole, MOST_BYTES)
      refuseIfTooLarge('What the field app loads first', firstScriptsSize(dist, config.base), MOST_BYTES_AT_FIRST)
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: { APP_FILES: JSON.stringify(files) },
        build: {
          outDir: dist,
          emptyOutDir: false,
          target: config.build.target,
          modulePreload: false,
          rolldownOptions: {
            input: join(config.root, `${WORKER}.ts`),
            output: { format: 'iife', entryFileNames: `${WORKER}.js` },
          },
        },
      })
    },
  }
}
