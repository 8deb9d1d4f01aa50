import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectOnce } from './connect.ts'
import { isProcessAlive } from './data-folder-lock.ts'
import { readPostmasterFile } from './orphaned-postgres.ts'

interface Said {
  readonly ok: boolean
  readonly code?: string
  readonly sentence?: string
  readonly appUrl: string
  readonly ownerUrl: string
}

interface Server {
  readonly process: ChildProcess
  readonly said: Said
}

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
let folder = ''
let dataDir = ''
const servers: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-supervised-'))
  dataDir = join(folder, 'data')
  mkdirSync(join(folder, 'migrations'))
  await writeFile(
    join(folder, 'migrations', '0001-create-notes.sql'),
    'create table notes (number int primary key); grant select, insert on notes to thaiqm_app;',
  )
})

afterEach(async () => {
  for (const server of servers.splice(0)) if (server.exitCode === null && server.signalCode === null) await end(server)
  const left = readPostmasterFile(join(dataDir, 'postgres', 'cluster'))
  if (left && isProcessAlive(left.pid)) process.kill(left.pid, 'SIGINT')
  await rm(folder, { recursive: true, force: true, maxRetries: 20 })
})

const end = async (server: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  const ended = once(server, 'exit')
  server.kill(signal)
  await ended
}

const open = async (options: { uid?: number; gid?: number } = {}, mode = ''): Promise<Server> => {
  const script = join(import.meta.dirname, 'hold-cluster.ts')
  const server = spawn(process.execPath, [script, dataDir, join(folder, 'migrations'), mode], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    ...options,
  })
  servers.push(server)
  let errors = ''
  server.stderr.on('data', chunk => {
    errors += chunk
  })
  for await (const line of createInterface(server.stdout)) return { process: server, said: JSON.parse(line) as Said }
  throw new Error(`the server said nothing: ${errors}`)
}

const postgresPid = (): number => readPostmasterFile(join(dataDir, 'postgres', 'cluster'))?.pid ?? 0

const addNotes = async (url: string, numbers: readonly number[]): Promise<void> => {
  const client = await connectOnce(url)
  for (const number of numbers) await client.query('insert into notes values ($1)', [number])
  await client.end()
}

const countNotes = async (url: string): Promise<number> => {
  const client = await connectOnce(url)
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from notes')
  await client.end()
  return rows[0]?.count ?? 0
}

test('what was written is there after stopping and starting; stopping leaves no PostgreSQL and no lock behind', async () => {
  const first = await open()
  expect(first.said).toMatchObject({ ok: true })
  await addNotes(first.said.appUrl, [1, 2, 3])
  const pid = postgresPid()
  await end(first.process, 'SIGTERM')
  expect(isProcessAlive(pid)).toBe(false)
  expect(existsSync(join(dataDir, 'server.lock'))).toBe(false)

  const second = await open()
  expect(await countNotes(second.said.appUrl)).toBe(3)
  const secondPid = postgresPid()
  await end(second.process, 'SIGINT')
  expect(isProcessAlive(secondPid)).toBe(false)
})

test('a server that minds the signal itself still has its database while it finishes', async () => {
  const { process: server } = await open({}, 'drains')
  const pid = postgresPid()
  let output = ''
  server.stdout?.on('data', chunk => {
    output += chunk
  })
  server.stdout?.resume()
  await end(server)
  expect(output).toContain('{"drained":42}')
  expect(server.exitCode).toBe(0)
  expect(isProcessAlive(pid)).toBe(false)
})

test('a killed server loses nothing it acknowledged: its orphan is stopped and the folder taken over', async () => {
  let expected = 0
  let orphan = 0
  for (let round = 0; round < 3; round += 1) {
    const server = await open()
    expect(server.said).toMatchObject({ ok: true })
    if (orphan !== 0) expect(isProcessAlive(orphan)).toBe(false)
    expect(await countNotes(server.said.appUrl)).toBe(expected)
    await addNotes(server.said.appUrl, [expected, expected + 1])
    expected += 2
    orphan = postgresPid()
    await end(server.process, 'SIGKILL')
    expect(isProcessAlive(orphan)).toBe(true)
    expect(existsSync(join(dataDir, 'server.lock'))).toBe(true)
  }
})

test('PostgreSQL killed with its server, and its process number gone to another program, is no hindrance', async () => {
  const first = await open()
  await addNotes(first.said.appUrl, [1])
  const cluster = join(dataDir, 'postgres', 'cluster')
  const pid = postgresPid()
  await end(first.process, 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  while (isProcessAlive(pid)) await sleep(20)
  const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  await writeFile(join(cluster, 'postmaster.pid'), [String(process.pid), ...lines.slice(1)].join('\n'))

  const second = await open()
  expect(second.said).toMatchObject({ ok: true })
  expect(await countNotes(second.said.appUrl)).toBe(1)
})

test('a PostgreSQL that dies under a living server is started again at the same address', async () => {
  const { said } = await open()
  await addNotes(said.appUrl, [1])
  const pid = postgresPid()
  process.kill(pid, 'SIGKILL')
  for (let tries = 0; tries < 100 && (postgresPid() === pid || postgresPid() === 0); tries += 1) await sleep(100)
  await expect.poll(() => countNotes(said.appUrl).catch(() => -1), { timeout: 10_000 }).toBe(1)
})

test('a second server on the same folder is refused with one sentence, and the first goes on', async () => {
  const first = await open()
  const second = await open()
  expect(second.said).toMatchObject({ ok: false, code: 'data-folder-in-use' })
  expect(second.said.sentence).toContain(`process ${first.process.pid} `)
  await addNotes(first.said.appUrl, [1])
  expect(await countNotes(first.said.appUrl)).toBe(1)
})

test('passwords are random, 256 bits, and in files only their owner reads', async () => {
  const { said } = await open()
  for (const name of ['superuser-password', 'app-password']) {
    const path = join(dataDir, 'postgres', name)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toMatch(/^[\w-]{43}$/)
  }
  const wrong = new URL(said.appUrl)
  wrong.password = 'password'
  await expect(connectOnce(wrong.href)).rejects.toMatchObject({ code: '28P01' })
})

test('acknowledged work is on disk, pages are checked, and only this machine can connect', async () => {
  const { said } = await open()
  const client = await connectOnce(said.ownerUrl)
  const setting = async (name: string) => (await client.query(`show ${name}`)).rows[0]?.[name]
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses']
  const settings: unknown[] = []
  for (const name of names) settings.push(await setting(name))
  await client.end()
  expect(settings).toEqual(['on', 'on', 'on', 'on', '127.0.0.1'])
})

test.runIf(isRoot)('under root PostgreSQL has a user of its own, even in a folder only root may enter', async () => {
  chmodSync(folder, 0o700)
  const { said } = await open()
  expect(said).toMatchObject({ ok: true })
  expect(statSync(join(dataDir, 'postgres', 'cluster')).uid).not.toBe(0)
  expect(statSync(`/proc/${postgresPid()}`).uid).toBe(statSync(join(dataDir, 'postgres', 'cluster')).uid)
})

test.runIf(isRoot)('an ordinary user runs it as itself', async () => {
  chmodSync(folder, 0o755)
  mkdirSync(dataDir)
  chownSync(dataDir, NOBODY, NOBODY)
  const { said } = await open({ uid: NOBODY, gid: NOBODY })
  expect(said).toMatchObject({ ok: true })
  expect(statSync(`/proc/${postgresPid()}`).uid).toBe(NOBODY)
})

test.runIf(isRoot)('a folder the user may not write is refused with one sentence', async () => {
  chmodSync(folder, 0o755)
  const { said } = await open({ uid: NOBODY, gid: NOBODY })
  expect(said).toMatchObject({ ok: false, code: 'folder-not-writable' })
  expect(said.sentence).toContain(dataDir)
})
