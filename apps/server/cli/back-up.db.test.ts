import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallationState } from '../installation/installation-state.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import type { OpenServer } from '../platform/open-server.ts'
import { readUnsentWorkKeys } from '../platform/unsent-work-keys.ts'
import { testParts } from '../sync/test-commands.ts'
import { runCli } from './run-cli.ts'

const database = useTestDatabase()
let folder: string

const openServer = async (): Promise<OpenServer> => ({
  parts: testParts(database),
  unsentWork: await readUnsentWorkKeys(join(folder, 'keys', 'unsent-work.json')),
  installation: await openInstallationState(database.app),
  filesDir: join(folder, 'files'),
  close: async () => undefined,
})

const run = async (...args: string[]) => {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCli(args, {
    dataDir: folder,
    databaseUrl: undefined,
    keysFile: undefined,
    backupDir: join(folder, 'backups'),
    host: '127.0.0.1',
    port: 0,
    out: line => said.push(line),
    err: line => complained.push(line),
    openServer: async () => succeed(await openServer()),
    serve: async () => 0,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-cli-backup-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a folder without a backup is not sound, and cannot be restored', async () => {
  expect((await run('backup', 'verify')).code).toBe(1)
  const { code, complained } = await run('restore', join(folder, 'backups'))
  expect(code).toBe(2)
  expect(complained).toContain('No backup was found')
})

test('backs up, says what it kept, and finds it whole', async () => {
  const { code, said } = await run('backup', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(said)).toMatchObject({ backupDir: join(folder, 'backups'), photos: 0, commands: 0 })
  expect(JSON.parse((await run('backup', 'verify', '--json')).said)).toMatchObject({ copies: 1, refusals: [] })
  expect((await run('backup')).said).toContain('keep the key files')
})

test('a restore asks for both key files before it touches anything', async () => {
  const missing = async (dataDir: string) =>
    (await run('restore', join(folder, 'backups'), '--data-dir', dataDir)).complained
  const elsewhere = join(folder, 'elsewhere')
  expect(await missing(elsewhere)).toContain('sealing.json is not there')
  await mkdir(join(elsewhere, 'keys'), { recursive: true })
  await writeFile(join(elsewhere, 'keys', 'sealing.json'), '{}')
  expect(await missing(elsewhere)).toContain('unsent-work.json is not there')
  const other = { version: 1, seal: 'ab'.repeat(32), lookUp: 'cd'.repeat(32) }
  await writeFile(join(elsewhere, 'keys', 'sealing.json'), JSON.stringify(other))
  await writeFile(join(elsewhere, 'keys', 'unsent-work.json'), '{}')
  expect(await missing(elsewhere)).toContain('are not those of this backup')
  expect((await readdir(elsewhere)).sort()).toEqual(['keys'])
})

test('one changed byte is found, named, and refused', async () => {
  const [epoch = ''] = await readdir(join(folder, 'backups', 'epochs'))
  const copies = join(folder, 'backups', 'epochs', epoch, 'copies')
  const newest = (await readdir(copies)).sort().at(-1) ?? ''
  const path = join(copies, newest, 'installation.copy.gz')
  const bytes = await readFile(path)
  bytes[12] = (bytes[12] ?? 0) ^ 1
  await writeFile(path, bytes)
  const verified = await run('backup', 'verify')
  expect(verified.code).toBe(1)
  expect(verified.said).toContain('installation.copy.gz')
  expect((await run('restore', join(folder, 'backups'))).complained).toContain('installation.copy.gz')
  expect((await run('restore', join(folder, 'backups'), '--copy', 'none')).complained).toContain('no copy named none')
})
