import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { peakMegabytes } from './processes.ts'
import { cacheDir, serverDir } from './repository.ts'

/** How the practice province of a data folder was loaded. */
export interface LoadRecord {
  readonly households: number
  readonly commands: number
  readonly milliseconds: number
  /** Most resident memory of the loading process. */
  readonly peakMegabytes: number
}

const RECORD = 'load-record.json'

/** A folder of another province or other tables is never taken for this one. */
const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256')
  const isSource = (name: string) =>
    name.endsWith('.sql') || (name.endsWith('.ts') && !/\.test\.ts$|-routes\.ts$/.test(name))
  for (const folder of ['migrations', 'practice'])
    for (const name of (await readdir(join(serverDir, folder))).filter(isSource).sort())
      hash.update(name).update(await readFile(join(serverDir, folder, name)))
  return hash.digest('hex').slice(0, 12)
}

/** Loads the practice province into a new data folder with the product's own command, in a process of its own. */
export const loadDataFolder = async (dataDir: string, households: number): Promise<LoadRecord> => {
  const loading = spawn(
    process.execPath,
    [join(serverDir, 'main.ts'), 'practice', '--households', String(households), '--data-dir', dataDir, '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  let err = ''
  let peak = 0
  let told = 0
  loading.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  loading.stderr.on('data', (chunk: Buffer) => {
    err = (err + chunk.toString()).slice(-4_000)
    peak = Math.max(peak, peakMegabytes(loading.pid ?? 0))
    const done = Number(/(\d+)\/\d+\s*$/.exec(err)?.[1] ?? 0)
    if (done - told < households / 10) return
    told = done
    process.stderr.write(`  loading the practice province: ${done} of ${households}\n`)
  })
  const code = await new Promise<number | null>(resolve => loading.once('close', resolve))
  if (code !== 0) throw new Error(`the practice province was not loaded: ${err}`)
  const { commands, milliseconds } = JSON.parse(out) as LoadRecord
  return { households, commands, milliseconds, peakMegabytes: peak }
}

/** The loaded folder of so many households, from the cache or made now. Nobody opens it: work on a copy. */
const cachedFolder = async (households: number): Promise<string> => {
  const folder = join(cacheDir, `${households}-${await fingerprint()}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const record = await loadDataFolder(unfinished, households)
  await writeFile(join(unfinished, RECORD), JSON.stringify(record))
  await rename(unfinished, folder)
  return folder
}

const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`)

/** Copies of runs that were stopped halfway. */
const removeForsaken = async (): Promise<void> => {
  for (const name of await readdir(cacheDir)) {
    const pid = /^copy-\d+-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(cacheDir, name), { recursive: true, force: true })
  }
}

export interface DataFolder {
  readonly dataDir: string
  readonly loaded: LoadRecord
  remove(): Promise<void>
}

/** A copy to work on, thrown away afterwards. */
export const copyDataFolder = async (households: number): Promise<DataFolder> => {
  const from = await cachedFolder(households)
  await removeForsaken()
  const dataDir = join(cacheDir, `copy-${households}-${process.pid}`)
  await rm(dataDir, { recursive: true, force: true })
  await promisify(execFile)('cp', ['-a', '--reflink=auto', from, dataDir])
  const loaded = JSON.parse(await readFile(join(dataDir, RECORD), 'utf8')) as LoadRecord
  return { dataDir, loaded, remove: () => rm(dataDir, { recursive: true, force: true }) }
}
