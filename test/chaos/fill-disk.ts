import { execFile } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { superuserUrl } from '../../bench/database-address.ts'
import { auditPhones, roughnessOf } from './support/audit-phones.ts'
import { type ChaosPart, NotRun } from './support/figure.ts'
import { keepWorking, openPhone, type Phone } from './support/phone.ts'
import { checkLedger, killPostgresOf, newPracticeFolder } from './support/practice-folder.ts'
import { serverUnderTest } from './support/server-process.ts'

const run = promisify(execFile)
const MEGABYTE = 1024 * 1024
/** Besides what lies there: enough to work, little enough to be filled quickly. */
const ROOM_MEGABYTES = 400
const FULL_FOR_MS = 6_000

const freeMegabytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / MEGABYTE
}

/** A small disk of its own, in memory. Only root may mount one. */
const mountDisk = async (folder: string, megabytes: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  } catch {
    throw new NotRun('ต้องใช้สิทธิ์ root เพื่อสร้างดิสก์ทดสอบ · a test disk can only be mounted by root')
  }
}

/** Writes until so many megabytes are free, or until nothing more fits. */
const fillUntil = async (file: string, folder: string, megabytes: number): Promise<void> => {
  const ballast = await open(file, 'a')
  const chunk = Buffer.alloc(MEGABYTE / 4, 7)
  try {
    while (freeMegabytes(folder) > megabytes) await ballast.write(chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await ballast.close()
  }
}

/** What somebody at a desk looks at: who they are, and the households of a village. */
const look = async (phone: Phone): Promise<number> => {
  const init = { method: 'GET', headers: {}, credentials: 'same-origin' as const }
  const answers = await Promise.all(
    ['/api/session', '/api/households?area=49010507'].map(path => phone.send(path, init).catch(() => ({ ok: false }))),
  )
  return answers.filter(({ ok }) => !ok).length
}

interface Spell {
  readonly taken: number
  readonly failedLooks: number
}

/** Phones at work and somebody looking for a while; how much was taken in, and how many looks failed. */
const whileFull = async (phones: readonly Phone[], counter: { taken: number }): Promise<Spell> => {
  const [desk] = phones
  const before = counter.taken
  let failedLooks = 0
  for (const until = Date.now() + FULL_FOR_MS; Date.now() < until; await sleep(200))
    failedLooks += desk === undefined ? 1 : await look(desk)
  return { taken: counter.taken - before, failedLooks }
}

/**
 * The data folder on a disk that others fill, first to the room that is kept free, then to the last byte: writes are
 * refused with when to come again, looking goes on, and with room again everything is taken in with nobody's help.
 */
export const fillDiskPart: ChaosPart = async ({ times, say }) => {
  const disk = join(tmpdir(), `thaiqm-disk-${process.pid}`)
  const source = await newPracticeFolder()
  const dataDir = join(disk, 'data')
  const ballast = join(disk, 'ballast')
  const broken = new Set<string>()
  const recoveredMs: number[] = []
  let audit = { acknowledged: 0, lost: 0 }
  let restarts = 0
  let isMounted = false
  try {
    const { stdout } = await run('du', ['-sm', source.dataDir])
    await mountDisk(disk, Number.parseInt(stdout, 10) + ROOM_MEGABYTES)
    isMounted = true
    await run('cp', ['-a', source.dataDir, dataDir])
    const server = await serverUnderTest(dataDir)
    await server.start()
    const phones = await Promise.all(['49010502', '49010505', '49010507'].map(code => openPhone(server.url, code)))
    const counter = { taken: 0 }
    const work = keepWorking(phones, () => {
      counter.taken += 1
    })
    try {
      for (let turn = 1; turn <= times; turn += 1) {
        await sleep(1_500)
        for (const [name, megabytes] of [
          ['nearly full', 100],
          ['full', 0],
        ] as const) {
          await fillUntil(ballast, disk, megabytes)
          await sleep(700)
          const spell = await whileFull(phones, counter)
          if (spell.failedLooks > 0) broken.add(`${spell.failedLooks} looks failed while ${name}`)
          if (spell.taken > 0) broken.add(`${spell.taken} batches were taken in while ${name}`)
        }
        await rm(ballast)
        const freedAt = performance.now()
        const atFreeing = counter.taken
        for (const giveUpAt = Date.now() + 60_000; counter.taken < atFreeing + 4; await sleep(10)) {
          if (!server.isRunning()) {
            restarts += 1
            await server.start()
          }
          if (Date.now() > giveUpAt) throw new Error(`does not heal:\n${server.lines().slice(-15).join('\n')}`)
        }
        recoveredMs.push(performance.now() - freedAt)
        const found = await auditPhones(await superuserUrl(dataDir, 'thaiqm'), phones)
        audit = { acknowledged: found.acknowledged, lost: Math.max(audit.lost, found.lost) }
        for (const text of found.broken) broken.add(text)
        say(`disk: filled ${turn}/${times}, ${found.acknowledged} acknowledged`)
      }
    } finally {
      await work.stop()
      await server.stop()
    }
    for (const text of [...roughnessOf(phones).broken, ...(await checkLedger(dataDir))]) broken.add(text)
    const remark = `${roughnessOf(phones).remark}; ${restarts} restarts`
    return [{ name: 'ดิสก์เต็ม · disk full', runs: times * 2, ...audit, recoveredMs, broken: [...broken], remark }]
  } finally {
    killPostgresOf(dataDir)
    if (isMounted) await run('umount', ['-l', disk]).catch(() => undefined)
    await rm(disk, { recursive: true, force: true })
    await source.remove()
  }
}
