import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectOnce } from '../../apps/server/platform/database/connect.ts'
import { superuserUrl } from '../../bench/database-address.ts'
import { auditPhones } from './support/audit-phones.ts'
import type { ChaosFigure, ChaosPart } from './support/figure.ts'
import { keepWorking, openPhone, type Phone } from './support/phone.ts'
import {
  compileShim,
  copyAsItIs,
  losePower,
  newShadow,
  type PostgresAsShipped,
  type PoweredPostgres,
  powerFolder,
  readPostgresAsShipped,
  startPowered,
} from './support/power.ts'
import { checkLedger, newPracticeFolder } from './support/practice-folder.ts'
import { freePort, serverUnderTest } from './support/server-process.ts'

const VILLAGES = ['49010502', '49010505', '49010507']
const MOST_CONTROLS = 10

interface Place {
  readonly dataDir: string
  readonly cluster: string
  readonly shadow: string
  readonly shim: string
  readonly shipped: PostgresAsShipped
}

const ask = async (url: string, ...statements: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
  const client = await connectOnce(url)
  try {
    let rows: readonly Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** Server and phones at work on the powered PostgreSQL until the power goes; answers the phones with what they were told. */
const workUntilCut = async (
  place: Place,
  postgres: PoweredPostgres,
  port: number,
  known: readonly Phone[],
  isControl: boolean,
): Promise<readonly Phone[]> => {
  const { dataDir } = place
  const url = await superuserUrl(dataDir, 'thaiqm')
  const server = await serverUnderTest(dataDir, { DATABASE_URL: url }, port)
  let work: { stop(): Promise<void> } | undefined
  try {
    await server.start()
    // The server refuses a database that may lose work; the control is switched over behind its back.
    if (isControl) await ask(url, 'alter system set fsync = off', 'select pg_reload_conf()')
    const phones = known.length > 0 ? known : await Promise.all(VILLAGES.map(village => openPhone(server.url, village)))
    let taken = 0
    work = keepWorking(phones, () => {
      taken += 1
    })
    const giveUpAt = Date.now() + 30_000
    while (taken < 12 && Date.now() < giveUpAt) await sleep(20)
    await sleep(Math.random() * 500)
    // Now and then the cut falls into a checkpoint, when files other than the log are being synced.
    if (Math.random() < 0.5) {
      void ask(url, 'checkpoint').catch(() => undefined)
      await sleep(Math.random() * 60)
    }
    await postgres.cut()
    await server.kill()
    return phones
  } finally {
    await postgres.cut().catch(() => undefined)
    await server.kill()
    await work?.stop()
  }
}

/** After the cut: what PostgreSQL recovers is held against what phones were told. */
const auditAfterCut = async (place: Place, phones: readonly Phone[]) => {
  const { dataDir, cluster, shadow, shim, shipped } = place
  const began = performance.now()
  const postgres = await startPowered(cluster, shadow, shim, shipped, [])
  const recoveredMs = performance.now() - began
  try {
    return { ...(await auditPhones(await superuserUrl(dataDir, 'thaiqm'), phones)), recoveredMs }
  } finally {
    await postgres.cut()
  }
}

/**
 * The product's PostgreSQL, with exactly the settings the product gives it, loses its power while phones push: what it
 * had synced is there, of everything else each block of 4 KB with one chance in two.
 */
const cutRepeatedly = async (place: Place, times: number, say: (line: string) => void): Promise<ChaosFigure> => {
  const { dataDir, cluster, shadow, shim, shipped } = place
  const port = await freePort()
  const recoveredMs: number[] = []
  const broken = new Set<string>()
  let phones: readonly Phone[] = []
  let acknowledged = 0
  let lost = 0
  let blocks = 0
  for (let turn = 1; turn <= times; turn += 1) {
    const postgres = await startPowered(cluster, shadow, shim, shipped, [])
    phones = await workUntilCut(place, postgres, port, phones, false)
    blocks += await losePower(cluster, shadow)
    await newShadow(cluster, shadow, shipped)
    const audit = await auditAfterCut(place, phones)
    recoveredMs.push(audit.recoveredMs)
    acknowledged = audit.acknowledged
    lost = Math.max(lost, audit.lost)
    for (const text of audit.broken) broken.add(text)
    if (turn % 5 === 0) say(`power: ${turn}/${times}, ${acknowledged} acknowledged, ${lost} lost`)
  }
  for (const text of await checkLedger(dataDir)) broken.add(text)
  const remark = `${blocks} unsynced blocks and files did not survive`
  return { name: 'ไฟดับ · power cut', runs: times, acknowledged, lost, recoveredMs, broken: [...broken], remark }
}

/** The same with `fsync = off`, each time from the beginning: a test of power cuts that this survives would test nothing. */
const cutControls = async (place: Place, from: string, times: number): Promise<ChaosFigure> => {
  const { cluster, shadow, shim, shipped } = place
  let acknowledged = 0
  let lossy = 0
  let dead = 0
  let gone = 0
  for (let turn = 0; turn < times; turn += 1) {
    await copyAsItIs(from, cluster)
    await newShadow(cluster, shadow, shipped)
    const postgres = await startPowered(cluster, shadow, shim, shipped, ['fsync'])
    const phones = await workUntilCut(place, postgres, await freePort(), [], true)
    await losePower(cluster, shadow)
    await writeFile(join(cluster, 'postgresql.auto.conf'), '')
    await newShadow(cluster, shadow, shipped)
    acknowledged += phones.reduce((sum, phone) => sum + phone.receipts.size, 0)
    try {
      const audit = await auditAfterCut(place, phones)
      gone += audit.lost
      if (audit.lost > 0 || audit.broken.length > 0) lossy += 1
    } catch {
      dead += 1
    }
  }
  const bites = lossy + dead
  return {
    name: 'ชุดควบคุม fsync=off · control',
    runs: times,
    acknowledged,
    // The loss is what is wanted here; a control that loses nothing is what is broken.
    lost: 0,
    recoveredMs: [],
    broken: bites === 0 ? ['the control lost nothing: this test proves nothing'] : [],
    remark: `fails as it must: ${lossy} times work was lost (${gone} acknowledged commands), ${dead} times PostgreSQL did not start, of ${times}`,
  }
}

export const cutPowerPart: ChaosPart = async ({ times, say }) => {
  const folder = powerFolder()
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const { dataDir, remove } = await newPracticeFolder()
  try {
    const shim = await compileShim(folder)
    const server = await serverUnderTest(dataDir)
    await server.start()
    const shipped = readPostgresAsShipped(dataDir)
    const [settings] = await ask(
      await superuserUrl(dataDir, 'thaiqm'),
      `select current_setting('wal_sync_method') as sync, current_setting('fsync') as fsync`,
    )
    await server.stop()
    // The shim knows fsync and fdatasync; a log that is synced as it is opened would pass it by.
    if (settings?.sync !== 'fdatasync' && settings?.sync !== 'fsync')
      throw new Error(`the shim does not know wal_sync_method ${settings?.sync}`)
    const cluster = join(dataDir, 'postgres', 'cluster')
    const place = { dataDir, cluster, shadow: join(folder, 'shadow'), shim, shipped }
    const pristine = join(folder, 'pristine')
    await copyAsItIs(cluster, pristine)
    await newShadow(cluster, place.shadow, shipped)
    const cuts = await cutRepeatedly(place, times, say)
    const controls = await cutControls(place, pristine, Math.min(times, MOST_CONTROLS))
    return [cuts, controls]
  } finally {
    await remove()
    await rm(folder, { recursive: true, force: true })
  }
}
