import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { superuserUrl } from '../../bench/database-address.ts'
import { auditPhones, roughnessOf } from './support/audit-phones.ts'
import type { ChaosFigure, ChaosPart } from './support/figure.ts'
import { keepWorking, openPhone } from './support/phone.ts'
import { checkLedger, newPracticeFolder, verifyBackup } from './support/practice-folder.ts'
import { childrenOf, postmasterOf, type ServerUnderTest, serverUnderTest } from './support/server-process.ts'

/** Village heads of one tambon: each phone its own person. */
const VILLAGES = ['49010501', '49010502', '49010505', '49010507']
const WITHIN_MS = 60_000
const LONGEST_PEACE_MS = 1_500

/** A blow, and what has to be done after it before the system stands again; answers what it was. */
type Blow = (server: ServerUnderTest, turn: number) => Promise<string>

const until = async (isSo: () => boolean, why: () => string): Promise<void> => {
  const giveUpAt = Date.now() + WITHIN_MS
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error(why())
    await sleep(5)
  }
}

/**
 * Strikes while phones push without rest. After every blow the next batch has to be taken in without any help but
 * starting the server again where it ended, and every receipt ever given has to be true.
 */
const strikeRepeatedly = async (
  name: string,
  blow: Blow,
  { times, say }: Parameters<ChaosPart>[0],
): Promise<readonly ChaosFigure[]> => {
  const { dataDir, remove } = await newPracticeFolder()
  // Backups are written all the while, so that blows fall into them, and phones let go of what is called safe.
  const server = await serverUnderTest(dataDir, { BACKUP_SECONDS: '1' })
  const broken = new Set<string>()
  const recoveredMs: number[] = []
  const kinds = new Map<string, number>()
  let restarts = 0
  let work: { stop(): Promise<void> } | undefined
  try {
    await server.start()
    const phones = await Promise.all(VILLAGES.map(village => openPhone(server.url, village)))
    let taken = 0
    work = keepWorking(phones, () => {
      taken += 1
    })
    const why = () => `nothing is taken in any more:\n${server.lines().slice(-15).join('\n')}`
    let audit = { acknowledged: 0, lost: 0 }
    // The first full copy is the long one; blows fall into those after it.
    await until(
      () => phones.some(phone => phone.state().safeUpTo > 0),
      () => 'nothing was ever backed up',
    )
    for (let turn = 1; turn <= times; turn += 1) {
      const before = taken
      await until(() => taken > before + 2, why)
      await sleep(Math.random() * LONGEST_PEACE_MS)
      const struckAt = performance.now()
      const kind = await blow(server, turn)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const atBlow = taken
      const standsAgain = async () => {
        const giveUpAt = Date.now() + WITHIN_MS
        // A batch under way at the blow may still be answered: two more mean that new work is taken in.
        while (taken < atBlow + phones.length + 1) {
          if (!server.isRunning()) {
            restarts += 1
            await server.start()
          }
          if (Date.now() > giveUpAt) throw new Error(why())
          await sleep(5)
        }
      }
      await standsAgain()
      recoveredMs.push(performance.now() - struckAt)
      const found = await auditPhones(await superuserUrl(dataDir, 'thaiqm'), phones).catch(error => {
        throw new Error(`the audit after blow ${turn} failed: ${(error as Error).message}`)
      })
      audit = { acknowledged: found.acknowledged, lost: Math.max(audit.lost, found.lost) }
      for (const text of found.broken) broken.add(text)
      if (turn % 10 === 0) say(`${name}: ${turn}/${times}, ${found.acknowledged} acknowledged, ${audit.lost} lost`)
    }
    await work.stop()
    const rough = roughnessOf(phones)
    const safe = phones.reduce((sum, phone) => sum + phone.state().safeUpTo, 0)
    await server.stop()
    const found = [...(await checkLedger(dataDir)), ...(await verifyBackup(dataDir))]
    const struck = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')
    return [
      {
        name,
        runs: times,
        ...audit,
        recoveredMs,
        broken: [...broken, ...rough.broken, ...found],
        remark: `${struck}; ${restarts} restarts; ${rough.remark}; ${safe} let go as backed up`,
      },
    ]
  } finally {
    await work?.stop()
    await server.stop()
    await remove()
  }
}

const killServer: Blow = async server => {
  await server.kill()
  return 'server'
}

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`)

/** By turns the postmaster and one of its children; children are both those who serve us and those who write. */
const killPostgres: Blow = async (server, turn) => {
  const postmaster = postmasterOf(server.dataDir)
  const isBoth = turn % 10 === 9
  const children = childrenOf(postmaster)
  const child = children[Math.floor(Math.random() * children.length)]
  const victim = (turn % 2 === 0 && !isBoth) || child === undefined ? postmaster : child
  try {
    process.kill(victim, 'SIGKILL')
  } catch {
    // A backend that has just ended by itself: nothing was struck, and nothing is claimed.
    return 'missed'
  }
  if (!isBoth) {
    // Its other processes answer for a moment yet: the blow has fallen when all of them are gone.
    const old = victim === postmaster ? [postmaster, ...children] : children
    for (const until = Date.now() + WITHIN_MS; old.some(isAlive) && Date.now() < until; ) await sleep(5)
    return victim === postmaster ? 'postmaster' : 'backend'
  }
  // PostgreSQL is putting itself in order after its child when its supervisor dies too.
  await sleep(Math.random() * 100)
  await server.kill()
  return 'backend and server'
}

export const killServerPart: ChaosPart = options => strikeRepeatedly('kill -9 เซิร์ฟเวอร์ · server', killServer, options)

export const killPostgresPart: ChaosPart = options => strikeRepeatedly('kill -9 PostgreSQL', killPostgres, options)
