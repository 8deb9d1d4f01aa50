import { join } from 'node:path'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { type BackupJob, isElsewhere, startBackupJob } from '../backup/backup-job.ts'
import { type DailyRoundJob, startDailyRoundJob } from '../duty/daily-round-job.ts'
import { dailySteps } from '../duty/daily-steps.ts'
import { loadPractice, PRACTICE_SEED } from '../practice/load-practice.ts'
import { PRACTICE_DAY } from '../practice/practice-rounds.ts'
import { type ReminderEnvironment, readReminderSettings } from '../reminder/read-settings.ts'
import { type ReminderJob, startReminderJob } from '../reminder/reminder-job.ts'
import { realClock } from './clock.ts'
import { databaseRefusalSentence } from './database/database-refusals.ts'
import { createApp, listen, makeStartCode } from './http/create-app.ts'
import { type OpenServerSettings, openServer } from './open-server.ts'

export interface RunServerSettings extends Omit<OpenServerSettings, 'onDatabaseLost'> {
  /** Where backups lie; `backups` in the data folder unless told otherwise. */
  readonly backupDir?: string | undefined
  readonly backupSeconds?: number | undefined
  /** How people may be reminded; without it nothing leaves the house. */
  readonly reminders?: ReminderEnvironment | undefined
  readonly host: string
  readonly port: number
  /** Load the practice province without questions when nothing is there yet. */
  readonly practice: boolean
  readonly households: number
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Resolves when the process is asked to stop. */
  readonly stopped: Promise<void>
}

const PRACTICE_PROVINCE = '49'
const BACKUP_SECONDS = 60

/** What is wrong, in one clear sentence in each language; the exit code says that it was understood. */
const complain = (err: RunServerSettings['err'], th: string, en: string): number => {
  err(`${th}\n${en}`)
  return 1
}

/** Runs the server until it is asked to stop; answers the exit code. PostgreSQL stops with it. */
export const runServer = async (settings: RunServerSettings): Promise<number> => {
  const { out, err, practice, households } = settings
  let lost: () => void = () => undefined
  const databaseLost = new Promise<void>(resolve => {
    lost = resolve
  })
  const opened = await openServer({ ...settings, onDatabaseLost: () => lost() })
  if (!opened.ok) {
    const { th, en } = databaseRefusalSentence(opened)
    return complain(err, th, en)
  }
  const server = opened.value
  let backups: BackupJob | undefined
  let daily: DailyRoundJob | undefined
  let reminding: ReminderJob | undefined
  const reminders = readReminderSettings(settings.reminders ?? {}, ({ th, en }) => err(`${th}\n${en}`))
  try {
    const { parts, installation } = server
    if (practice && installation.current().mode === 'real') {
      return complain(
        err,
        'โฟลเดอร์ข้อมูลนี้มีข้อมูลจริงแล้ว จึงเปิดเป็นพื้นที่ฝึกไม่ได้ โปรดกำหนด DATA_DIR เป็นโฟลเดอร์อื่น',
        'This data folder holds real data, so it cannot become a practice province: choose another DATA_DIR.',
      )
    }
    const load = async (onProgress: (done: number, of: number) => void) => {
      await loadPractice(parts, {
        households,
        seed: PRACTICE_SEED,
        onProgress,
      })
      await installation.change({ mode: 'practice', practiceDay: PRACTICE_DAY, provinceCode: PRACTICE_PROVINCE })
    }
    if (practice && installation.current().mode === 'empty') {
      out('กำลังเตรียมพื้นที่ฝึก / Loading the practice province …')
      await load(progressTo(out))
    }
    const token = makeStartCode()
    const backupDir = settings.backupDir ?? join(settings.dataDir, 'backups')
    const isBackupElsewhere = await isElsewhere(backupDir, settings.dataDir, settings.databaseUrl)
    const isReady = () => installation.current().mode !== 'empty' && installation.loading === null
    backups = startBackupJob({
      place: { parts, filesDir: server.filesDir, backupDir },
      seconds: settings.backupSeconds ?? BACKUP_SECONDS,
      isReady,
      now: realClock.now,
    })
    const served = { ...server, parts: { ...parts, isBackupElsewhere } }
    const app = await createApp(served, { token, loadPractice: load }, backups.state, reminders)
    const isPractice = () => installation.current().mode === 'practice'
    daily = startDailyRoundJob({ parts, steps: dailySteps(parts, reminders), isReady })
    // A practice province has had its night before anybody comes in; elsewhere nobody waits for it.
    const night = daily.now()
    if (installation.current().mode === 'practice') await night
    reminding = startReminderJob({ ...parts, reminders, isPractice }, isReady)
    // A practice clock that moves to another day brings that day's work with it.
    installation.onChange(() => void daily?.now().then(() => reminding?.now()))
    const address = await listen(app, settings.host, settings.port)
    if (!address.ok) {
      return complain(err, address.sentence.th, address.sentence.en)
    }
    out(
      `ThaiQM พร้อมใช้งาน / ready: http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`,
    )
    const { mode } = installation.current()
    if (mode !== 'practice' && !isBackupElsewhere)
      out(
        `สำรองข้อมูลที่ ${backupDir} ซึ่งอยู่บนดิสก์เดียวกับฐานข้อมูล หากดิสก์เสียจะเสียทั้งสอง โปรดกำหนด BACKUP_DIR บนดิสก์หรือเครื่องอื่น\nbackups in ${backupDir} share the database's disk and fail with it: set BACKUP_DIR on another disk or machine`,
      )
    if (mode === 'practice')
      out(`พื้นที่ฝึก วันที่ในระบบ / practice day: ${formatDay(dayOf(parts.clock.now()), { style: 'long' })}`)
    if (mode === 'empty') out(`รหัสเริ่มต้น / start code: ${token}`)
    const isLost = await Promise.race([settings.stopped.then(() => false), databaseLost.then(() => true)])
    await app.close()
    if (!isLost) return 0
    // Not a wish of anybody's: whatever watches over us has to start us again.
    return complain(
      err,
      'ฐานข้อมูลหยุดทำงานและเปิดขึ้นใหม่ไม่ได้ เซิร์ฟเวอร์จึงหยุดทำงาน โปรดเปิดเซิร์ฟเวอร์ใหม่ ข้อมูลที่ตอบรับแล้วยังอยู่ครบ',
      'The database ended and could not be started again, so the server ends: please start it again. What was acknowledged is kept.',
    )
  } finally {
    await daily?.stop()
    await reminding?.stop()
    for (const channel of reminders.channels.values()) channel.close()
    await backups?.stop()
    await server.close()
  }
}

/** One line every tenth of the way. */
const progressTo = (out: RunServerSettings['out']) => {
  let told = 0
  return (done: number, of: number): void => {
    const tenth = Math.floor((done / Math.max(of, 1)) * 10)
    if (tenth > told) out(`  ${tenth * 10} %`)
    told = Math.max(told, tenth)
  }
}
