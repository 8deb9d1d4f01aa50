import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { people } from '@thaiqm/testing/people.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallationState } from '../installation/installation-state.ts'
import { savePhotoRow } from '../photo/photo-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { testParts } from '../sync/test-commands.ts'
import { listSegments, readManifest } from './backup-folder.ts'
import { isElsewhere, startBackupJob } from './backup-job.ts'
import { allCopies } from './plan-restore.ts'
import { archiveEntries, checkArchive } from './read-archive.ts'

const database = useTestDatabase()
const logged: string[] = []
let folder: string
let moment = Date.parse('2024-01-12T02:00:00.000Z')

const jobIn = (backupDir: string, isReady = () => true) =>
  startBackupJob({
    place: {
      parts: testParts(database, { log: (event, details) => logged.push(`${event} ${JSON.stringify(details ?? {})}`) }),
      filesDir: join(folder, 'files'),
      backupDir,
    },
    seconds: 3600,
    isReady,
    now: () => new Date(moment).toISOString(),
  })

const copiesIn = async (backupDir: string): Promise<string[]> => {
  const [epoch] = await readdir(join(backupDir, 'epochs'))
  return readdir(join(backupDir, 'epochs', epoch ?? '', 'copies'))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-job-'))
  await (await openInstallationState(database.app)).change({ mode: 'real', provinceCode: '49' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a first run is not backed up; afterwards one full copy a day is', async () => {
  const backupDir = join(folder, 'daily')
  let isSetUp = false
  const job = jobIn(backupDir, () => isSetUp)
  await job.now()
  expect(job.state()).toEqual({ lastAt: null, lastCopyAt: null, failure: null })
  isSetUp = true
  await job.now()
  moment += 3_600_000
  await job.now()
  expect(await copiesIn(backupDir)).toHaveLength(1)
  expect(job.state()).toEqual({
    lastAt: '2024-01-12T03:00:00.000Z',
    lastCopyAt: '2024-01-12T02:00:00.000Z',
    failure: null,
  })
  moment += 24 * 3_600_000
  await Promise.all([job.now(), job.now()])
  expect(await copiesIn(backupDir)).toHaveLength(2)
  await job.stop()
})

test('old copies go, and with them the archive files that no copy needs; what a kept copy needs stays', async () => {
  const backupDir = join(folder, 'daily')
  const job = jobIn(backupDir)
  for (let day = 0; day < 40; day += 1) {
    moment += 24 * 3_600_000
    await inTransaction(database.app, systemScope, trx =>
      savePhotoRow(trx, {
        hash: String(day).padStart(64, '0'),
        sizeBytes: 1,
        contentType: 'image/jpeg',
        by: people.tambonOfficer.personId,
        at: new Date(moment).toISOString() as Instant,
      }),
    )
    await job.now()
  }
  await job.stop()
  const copies = await allCopies(backupDir)
  expect(copies.length).toBeLessThanOrEqual(11)
  const oldest = copies[0] && (await readManifest(copies[0]))
  const epoch = oldest?.epoch ?? ''
  const segments = await listSegments(backupDir, epoch)
  expect(segments.length).toBeLessThan(35)
  expect((await checkArchive(backupDir, epoch)).ok).toBe(true)
  const days: number[] = []
  for await (const entry of archiveEntries(backupDir, epoch))
    if (entry.kind === 'row' && entry.table === 'photos') days.push(Number(entry.row.photo_hash))
  const inOldest = oldest?.tables.find(({ table }) => table === 'photos')?.rows ?? 0
  expect(days.filter(day => day >= inOldest)).toEqual(Array.from({ length: 40 - inOldest }, (_, n) => n + inOldest))
  expect(Math.min(...days)).toBeGreaterThan(3)
}, 60_000)

test('what goes wrong is a code, said once, and the next round works again', async () => {
  const backupDir = join(folder, 'broken')
  await writeFile(backupDir, 'a file where a folder should be')
  const job = jobIn(backupDir)
  logged.length = 0
  await job.now()
  await job.now()
  expect(job.state().failure).toMatch(/^backup-/)
  expect(logged).toEqual([`backup-failed {"code":"${job.state().failure}"}`])
  await rm(backupDir)
  await mkdir(backupDir)
  await job.now()
  expect(job.state().failure).toBeNull()
  expect(logged.at(-1)).toBe('backup-works-again {}')
  await job.stop()
})

test('an interrupted copy is no copy, and is swept away by the next', async () => {
  const backupDir = join(folder, 'swept')
  const job = jobIn(backupDir)
  await job.now()
  const [epoch] = await readdir(join(backupDir, 'epochs'))
  await mkdir(join(backupDir, 'epochs', epoch ?? '', 'copies', 'unfinished-2024-01-01T00-00-00-000Z'))
  moment += 24 * 3_600_000
  await job.now()
  const copies = await copiesIn(backupDir)
  expect(copies.filter(name => name.startsWith('unfinished'))).toEqual([])
  expect(copies).toHaveLength(2)
  await job.stop()
})

test('the same disk is no other place; a database on another machine is', async () => {
  const dataDir = join(folder, 'data')
  expect(await isElsewhere(join(dataDir, 'backups', 'not', 'there', 'yet'), dataDir, undefined)).toBe(false)
  expect(await isElsewhere(join(dataDir, 'backups'), dataDir, 'postgres://u:p@localhost/thaiqm')).toBe(false)
  expect(await isElsewhere(join(dataDir, 'backups'), dataDir, 'postgres://u:p@db.example/thaiqm')).toBe(true)
})

test('a copy of another build is not built upon: the first round after an upgrade takes a new one', async () => {
  const backupDir = join(folder, 'upgraded')
  const job = jobIn(backupDir)
  const latestAfterRound = async () => {
    moment += 60_000
    await job.now()
    const latest = (await allCopies(backupDir)).at(-1)
    if (latest === undefined) throw new Error('no copy was taken')
    return latest
  }
  const first = await latestAfterRound()
  const manifest = await readManifest(first)
  expect((await latestAfterRound()).name).toBe(first.name)
  await writeFile(join(first.folder, 'manifest.json'), JSON.stringify({ ...manifest, appVersion: '0.0.9' }))
  const second = await latestAfterRound()
  expect(second.name > first.name).toBe(true)
  const olderSchema = { ...manifest, schema: manifest?.schema.slice(0, -1) }
  await writeFile(join(second.folder, 'manifest.json'), JSON.stringify(olderSchema))
  const third = await latestAfterRound()
  expect(third.name > second.name).toBe(true)
  expect((await latestAfterRound()).name).toBe(third.name)
})
