import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { baselineRound, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { openInstallationState } from '../installation/installation-state.ts'
import { savePhotoRow } from '../photo/photo-store.ts'
import { type TestDatabase, useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { openDocument } from '../platform/sealing.ts'
import { loadPractice, PRACTICE_SEED } from '../practice/load-practice.ts'
import { practicePeople } from '../practice/practice-people.ts'
import { savePassword } from '../session/session-store.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { postgresLedger } from '../sync/postgres-ledger.ts'
import { receivePush } from '../sync/receive-push.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { backUp } from './back-up.ts'
import { archiveFolder, listSegments, photoFile, readArchiveState, segmentName } from './backup-folder.ts'
import { makeFolder } from './durable-file.ts'
import { allCopies, planRestore } from './plan-restore.ts'
import { checkArchive } from './read-archive.ts'
import { restoreBackup } from './restore-backup.ts'

const first = useTestDatabase()
const second = useTestDatabase()
const third = useTestDatabase()
const keys = { version: 1, seal: new Uint8Array(32).fill(3), lookUp: new Uint8Array(32).fill(4) }
const migrationsDir = join(import.meta.dirname, '../migrations')
let folder: string
let clock = Date.parse('2024-01-12T02:00:00.000Z')
const now = (): Instant => {
  clock += 1
  return new Date(clock).toISOString() as Instant
}

const partsOf = (database: TestDatabase): ServerParts => ({
  db: database.app,
  keys,
  clock: { now },
  catalogue: decisionCatalogue,
  log: () => undefined,
})
const placeOf = (database: TestDatabase, name: string) => ({
  parts: partsOf(database),
  filesDir: join(folder, `files-${name}`),
  backupDir: join(folder, 'backups'),
})
const backUpNow = async (database: TestDatabase, name: string, copyNow = false) => {
  const done = await backUp(placeOf(database, name), now, copyNow)
  if (!done.ok || done.value === null) throw new Error('no backup was made')
  return done.value
}

const restoreTo = async (database: TestDatabase, name: string, copy?: string) => {
  const plan = await planRestore(join(folder, 'backups'), copy, false)
  if (!plan.ok) return plan
  return restoreBackup({
    plan: plan.value,
    keys,
    keysPath: 'keys.json',
    filesDir: join(folder, `files-${name}`),
    migrationsDir,
    catalogue: decisionCatalogue,
    log: () => undefined,
    openDatabase: async () =>
      succeed({
        app: database.app,
        appUrl: database.appUrl,
        ownerUrl: database.ownerUrl,
        close: async () => undefined,
      }),
    onProgress: () => undefined,
  })
}

/**
 * What a restore makes anew, and why it may differ: the feed begins again with the new epoch, and so do its numbers; how
 * far sums have been folded is not what they say, which the check of the ledger looks at.
 */
const UNLIKE = new Set([
  'change_feed',
  'installation',
  'changed_rows',
  'migration_checksums',
  'audit',
  'counted_fold',
  'folded_counts',
  'folded_days',
  'folded_rollups',
  'folded_rollup_days',
  'folded_remedy_outcomes',
  'remedy_changes',
])
const SEALED: Readonly<Record<string, { readonly column: string; readonly owner: string }>> = {
  ledger_events: { column: 'data', owner: 'ledger_id' },
  commands: { column: 'body', owner: 'ledger_id' },
  household_documents: { column: 'document', owner: 'household_id' },
  office_documents: { column: 'document', owner: 'ledger_id' },
}

const tablesOf = async (database: TestDatabase): Promise<string[]> =>
  (
    await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind = 'r' and relrowsecurity order by relname`.execute(database.owner)
  ).rows.map(row => row.name)

/** Every row of a table as text; numbers are sealed anew each time, so what is sealed is opened before it is compared. */
const rowsOf = async (database: TestDatabase, table: string): Promise<string[]> => {
  const rows = await inTransaction(database.app, systemScope, async trx => {
    const found = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) - 'position' - 'transaction_id' as row
      from ${sql.table(table)} t`.execute(trx)
    return found.rows
  })
  const sealed = SEALED[table]
  return rows
    .map(({ row }) => {
      if (sealed === undefined) return JSON.stringify(row)
      const opened = openDocument(keys, String(row[sealed.column]), String(row[sealed.owner]))
      return JSON.stringify({ ...row, [sealed.column]: opened })
    })
    .sort()
}
const hashesOf = async (database: TestDatabase): Promise<Record<string, string>> => {
  const hashes: Record<string, string> = {}
  for (const table of (await tablesOf(database)).filter(name => !UNLIKE.has(name))) {
    const rows = await rowsOf(database, table)
    hashes[table] = `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`
  }
  return hashes
}
/** Who did what to what, whatever the order. */
const auditOf = async (database: TestDatabase): Promise<string[]> => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ line: string }>`select concat_ws(' ', at, person_id, act, object_kind, object_id, area_code, details) as line
      from audit where details <> '{}' order by 1`.execute(trx),
  )
  return rows.map(row => row.line)
}
/** Tables whose owner is not bound, and triggers that do not fire. */
const openWallsOf = async (database: TestDatabase): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select relname::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity
    union all select tgname::text from pg_trigger where not tgisinternal and tgenabled <> 'O'`.execute(database.owner)
  return rows.map(row => row.name)
}
const one = async (database: TestDatabase, query: ReturnType<typeof sql<{ value: unknown }>>) =>
  inTransaction(database.app, systemScope, async trx => (await query.execute(trx)).rows[0]?.value)

const officer = practicePeople.find(({ key }) => key === 'tam-490105')?.actor ?? people.tambonOfficer
const deviceId = randomUUID()
let sequence = 0
const envelope = (ledgerId: string, command: { type: string; input: unknown }): CommandEnvelope =>
  ({
    commandId: randomUUID(),
    sequence: ++sequence,
    ledgerKind: 'household',
    ledgerId,
    type: command.type,
    input: command.input,
    madeAt: now(),
    basedOnVersion: null,
  }) as CommandEnvelope

const push = async (database: TestDatabase, ...commands: CommandEnvelope[]) => {
  const epoch = String(await one(database, sql`select epoch as value from installation`))
  const sender = { actor: officer, isDisabled: false }
  const parts = partsOf(database)
  const firstHeld = commands[0]?.sequence ?? 1
  const batch = { deviceId: deviceId as never, epoch, firstHeld, commands }
  const done = await receivePush(postgresLedger(parts), parts, epoch, sender, batch)
  if (!done.ok) throw new Error(done.code)
  return done.value
}

/** One household imported, and one hardship of it looked into twice from a phone; something of it is always parked. */
const work = async (database: TestDatabase, n: number): Promise<CommandEnvelope[]> => {
  const house = testId<string>(0x9000 + n)
  const problemId = testId(0x100 + 2 * n)
  const imported = { ...envelope(house, importCommand([oldProblem(0x100 + 2 * n, 'P204')])), sequence: 1 }
  sequence -= 1
  const [receipt] = await runCommands(partsOf(database), {
    actor: systemActor,
    deviceId: randomUUID(),
    commands: [imported],
  })
  const analyse = (rootCause: string) => ({
    ...envelope(house, { type: 'AnalyseCauses', input: { problemId, causeCodes: [], rootCause } }),
    // Both were made before the server knew of either: only as one batch do they not contradict each other.
    basedOnVersion: receipt?.version ?? null,
  })
  const commands = [
    analyse('ไม่มีเงิน'),
    analyse('ไม่มีเงินและไม่มีที่ดิน'),
    envelope(house, { type: 'CloseProblem', input: { problemId, evidence: [], note: '' } }),
    envelope(house, { type: 'PaintTheHouse', input: { colour: n } }),
  ]
  const { receipts } = await push(database, ...commands)
  expect([receipt, ...receipts].map(one => one?.refusal?.code ?? one?.outcome)).toEqual([
    'applied',
    'applied',
    'applied',
    'not-in-this-state',
    'command-unknown',
  ])
  return commands
}

const keptIds = async (database: TestDatabase): Promise<Set<string>> => {
  const rows = await rowsOf(database, 'commands')
  return new Set(rows.map(row => (JSON.parse(row) as { command_id: string }).command_id))
}

const photoBytes = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3])
const photoHash = createHash('sha256').update(photoBytes).digest('hex')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-backup-'))
  const installation = await openInstallationState(first.app)
  await installation.change({ mode: 'real', provinceCode: '49' })
  // The copy is of a server just set up: nearly everything has to come back from the archive.
  await backUpNow(first, 'first')
  await loadPractice(partsOf(first), { households: 15, seed: PRACTICE_SEED })
  for (const { id, overrides: _overrides, ...round } of [baselineRound, reXrayRound])
    await runCommands(partsOf(first), {
      actor: systemActor,
      deviceId: randomUUID(),
      commands: numbered([officeCommand('round', id, 'PlanRound', round)], now()),
    })
  await work(first, 1)
  await makeFolder(join(photoFile(join(folder, 'files-first'), photoHash), '..'))
  await writeFile(photoFile(join(folder, 'files-first'), photoHash), photoBytes)
  await inTransaction(first.app, systemScope, async trx => {
    await savePhotoRow(trx, {
      hash: photoHash,
      sizeBytes: 6,
      contentType: 'image/jpeg',
      by: people.tambonOfficer.personId,
      at: now(),
    })
    const person = await sql<{
      person_id: string
    }>`select person_id from credentials order by username limit 1`.execute(trx)
    await savePassword(trx, String(person.rows[0]?.person_id) as never, 'argon2-of-something', true)
    await sql`update commands set settled_at = now(), settled_by = person_id, settled_how = 'dismissed', settle_reason = 'ซ้ำ'
      where type = 'PaintTheHouse'`.execute(trx)
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('backing up, going on, and restoring elsewhere', () => {
  test('nothing is safe before the archive has it, and all of it after', async () => {
    const safe = sql<{ value: number }>`select safe_up_to as value from devices where device_id = ${deviceId}`
    expect(await one(first, safe)).toBe(0)
    expect((await backUpNow(first, 'first')).commands).toBeGreaterThan(300)
    expect(await one(first, safe)).toBe(4)
    expect(await backUpNow(first, 'first')).toMatchObject({ commands: 0, rows: 0, devices: 0, copy: null })
  })

  test('the copy and the archive make the same rows again, and a new epoch', async () => {
    const before = await hashesOf(first)
    const restored = await restoreTo(second, 'second')
    if (!restored.ok) throw new Error(JSON.stringify(restored))
    expect(restored.value).toMatchObject({ differences: [], photos: 1, photosMissing: 0 })
    expect(restored.value.commandsReplayed).toBe((await keptIds(first)).size)
    expect(await hashesOf(second)).toEqual(before)
    expect(await auditOf(second)).toEqual(await auditOf(first))
    expect(await readFile(photoFile(join(folder, 'files-second'), photoHash))).toEqual(photoBytes)
    const epoch = sql<{ value: string }>`select epoch as value from installation`
    expect(await one(second, epoch)).toBe(restored.value.epoch)
    expect(await one(second, epoch)).not.toBe(await one(first, epoch))
    const check = await checkLedger(partsOf(second))
    expect(isSound(check), JSON.stringify(check)).toBe(true)
    expect(await openWallsOf(second)).toEqual([])
  })

  test('a phone goes on where the restored server stands; its next numbers follow the old receipts', async () => {
    const highest = Number(await one(second, sql`select max(receipt_number) as value from commands`))
    await work(second, 2)
    expect(await one(second, sql`select up_to as value from devices where device_id = ${deviceId}`)).toBe(8)
    expect(Number(await one(second, sql`select max(receipt_number) as value from commands`))).toBeGreaterThan(highest)
  })

  test('a second restore from the same old copy brings back what both lives had archived', async () => {
    clock += 86_400_000
    await backUpNow(second, 'second')
    await work(second, 3)
    await backUpNow(second, 'second')
    const before = await hashesOf(second)
    const [oldest] = await allCopies(join(folder, 'backups'))
    expect(oldest?.epoch).toBe(String(await one(first, sql`select epoch as value from installation`)))
    const restored = await restoreTo(third, 'third', oldest?.name)
    if (!restored.ok) throw new Error(JSON.stringify(restored))
    expect(restored.value.differences).toEqual([])
    expect(await hashesOf(third)).toEqual(before)
    expect(await keptIds(third)).toEqual(await keptIds(second))
  })

  test('nothing is written over data', async () => {
    const before = await hashesOf(third)
    expect(await restoreTo(third, 'third')).toMatchObject({ ok: false, code: 'database-not-empty' })
    expect(await hashesOf(third)).toEqual(before)
    expect(await openWallsOf(third)).toEqual([])
  })
})

describe('a late commit', () => {
  test('holds back what is safe and is never skipped', async () => {
    const safe = sql<{ value: number }>`select safe_up_to as value from devices where device_id = ${deviceId}`
    await backUpNow(second, 'second')
    const stood = Number(await one(second, safe))
    let release = (): void => undefined
    const gate = new Promise<void>(resolve => {
      release = resolve
    })
    let isOpen = (): void => undefined
    const opened = new Promise<void>(resolve => {
      isOpen = resolve
    })
    // Another's transaction takes its number first and commits last.
    const lateId = randomUUID()
    const late = (second.app as Kysely<unknown>).transaction().execute(async trx => {
      await sql`select set_config('role', 'thaiqm_system', true)`.execute(trx)
      await sql`insert into commands (command_id, device_id, sequence, ledger_kind, ledger_id, type, body, body_hash, made_at,
        person_id, post_id, received_at, outcome, refusal_code) values (${lateId}, ${randomUUID()}, 1, 'household', ${testId(1)}, 'PaintTheHouse',
        '{}', '\\x00', now(), ${people.tambonOfficer.personId}, ${people.tambonOfficer.postId}, now(), 'parked', 'command-unknown')`.execute(
        trx,
      )
      isOpen()
      await gate
    })
    await opened
    await work(second, 4)
    await backUpNow(second, 'second')
    expect(await one(second, safe)).toBe(stood)
    release()
    await late
    await backUpNow(second, 'second')
    expect(await one(second, safe)).toBe(stood + 4)
    const epoch = String(await one(second, sql`select epoch as value from installation`))
    const archived: string[] = []
    for (const segment of await listSegments(join(folder, 'backups'), epoch))
      archived.push(await readFile(join(archiveFolder(join(folder, 'backups'), epoch), segmentName(segment)), 'utf8'))
    expect(archived.join('')).toContain(lateId)
  })
})

describe('damage', () => {
  const damaged = async (work: (file: string, acknowledged: number) => Promise<void>) => {
    const copy = join(folder, `damaged-${randomUUID()}`)
    await cp(join(folder, 'backups'), copy, { recursive: true })
    const epoch = String(await one(second, sql`select epoch as value from installation`))
    const state = await readArchiveState(copy, epoch)
    const file = join(archiveFolder(copy, epoch), segmentName(state?.segment ?? 0))
    await work(file, state?.bytes ?? 0)
    const checked = await checkArchive(copy, epoch)
    const plan = await planRestore(copy, undefined, false)
    await rm(copy, { recursive: true })
    return { checked, plan, file, records: state?.records ?? 0 }
  }

  test('a torn end, cut at any byte, is passed over', async () => {
    const torn = Buffer.concat([Buffer.from([40, 0, 0, 0]), Buffer.alloc(32, 7), Buffer.alloc(40, 8)])
    for (let bytes = 1; bytes <= torn.length; bytes += 7) {
      const { checked, plan } = await damaged(file => writeFile(file, torn.subarray(0, bytes), { flag: 'a' }))
      expect(checked).toMatchObject({ ok: true, value: { tornBytes: bytes } })
      expect(plan.ok).toBe(true)
    }
  })

  test('what was acknowledged and is missing or changed is an error that names file and record', async () => {
    const shortened = await damaged((file, bytes) => truncate(file, bytes - 1))
    expect(shortened.checked).toMatchObject({
      ok: false,
      code: 'archive-damaged',
      details: { record: shortened.records },
    })
    const changed = await damaged(async file => {
      const bytes = await readFile(file)
      bytes[60] = (bytes[60] ?? 0) ^ 1
      await writeFile(file, bytes)
    })
    expect(changed.checked).toMatchObject({
      ok: false,
      details: { record: 1, file: expect.stringMatching(/\.records$/) },
    })
    expect(changed.plan.ok).toBe(false)
    const emptied = await damaged(file => rm(file))
    expect(emptied.checked.ok).toBe(false)
  })

  test('a damaged file of the copy is named', async () => {
    const [copy] = (await allCopies(join(folder, 'backups'))).slice(-1)
    const path = join(copy?.folder ?? '', 'households.copy.gz')
    const bytes = await readFile(path)
    bytes[20] = (bytes[20] ?? 0) ^ 1
    const aside = join(folder, 'damaged-copy')
    await cp(join(folder, 'backups'), aside, { recursive: true })
    await writeFile(path.replace(join(folder, 'backups'), aside), bytes)
    expect(await planRestore(aside, undefined, false)).toMatchObject({
      ok: false,
      code: 'copy-damaged',
      details: { file: expect.stringContaining('households.copy.gz') },
    })
  })
})

test('every table is copied whole, as its owner sees it', async () => {
  const [copy] = (await allCopies(join(folder, 'backups'))).slice(-1)
  const files = await readdir(copy?.folder ?? '')
  const wanted = (await tablesOf(second)).filter(name => name !== 'changed_rows')
  expect(files.filter(name => name.endsWith('.gz')).sort()).toEqual(wanted.map(name => `${name}.copy.gz`).sort())
  // Numbers of transactions would lie in the future of another PostgreSQL, and hide their rows there.
  const feed = gunzipSync(await readFile(join(copy?.folder ?? '', 'change_feed.copy.gz')))
  const lines = feed.toString('utf8').trimEnd().split('\n')
  expect(new Set(lines.map(line => line.split('\t')[1]))).toEqual(new Set(['3']))
  expect((await stat(join(copy?.folder ?? '', 'manifest.json'))).mode & 0o077).toBe(0)
})
