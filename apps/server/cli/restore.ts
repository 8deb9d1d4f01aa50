import { dirname, join } from 'node:path'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Refusal, refuse } from '@thaiqm/core/ledger/outcome.ts'
import { type BackupRefusal, type BackupRefusalCode, backupRefusalSentence } from '../backup/backup-refusals.ts'
import { isThere } from '../backup/durable-file.ts'
import { planRestore } from '../backup/plan-restore.ts'
import { type Restored, restoreBackup } from '../backup/restore-backup.ts'
import { silentLog } from '../platform/database/database-log.ts'
import {
  type DatabaseRefusalCode,
  databaseRefusalSentence,
  isDatabaseRefusal,
} from '../platform/database/database-refusals.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { readSealingKeys } from '../platform/sealing-keys.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import { type Command, isOn, textOf } from './command.ts'

const migrationsDir = join(import.meta.dirname, '../migrations')

const sentenceOf = (refusal: Refusal<BackupRefusalCode | DatabaseRefusalCode>) =>
  isDatabaseRefusal(refusal) ? databaseRefusalSentence(refusal) : backupRefusalSentence(refusal as BackupRefusal)

/** Both files of keys have to be there before: a server would make new ones, and nothing old could be read with them. */
const missingKeys = async (keysPath: string): Promise<string | undefined> => {
  for (const path of [keysPath, join(dirname(keysPath), 'unsent-work.json')]) if (!(await isThere(path))) return path
  return undefined
}

const IDS_SHOWN = 20

const linesOf = (restored: Restored, damage: readonly string[], keysPath: string): string[] => [
  `กู้คืนจากสำเนา ${restored.copy}: ${restored.tables} ตาราง ${restored.rows} จาก ${restored.rows} แถว · restored from copy ${restored.copy}: ${restored.tables} tables, ${restored.rows} of ${restored.rows} rows`,
  `คำสั่งหลังสำเนา ${restored.commandsReplayed - restored.differences.length} จาก ${restored.commandsReplayed} คำสั่ง · commands since the copy: ${restored.commandsReplayed - restored.differences.length} of ${restored.commandsReplayed}`,
  `ภาพ ${restored.photos} จาก ${restored.photos + restored.photosMissing} ภาพ · photos: ${restored.photos} of ${restored.photos + restored.photosMissing}`,
  ...damage.map(place => `ข้ามส่วนที่เสียหาย ${place} · damaged and passed over: ${place}`),
  ...(restored.differences.length === 0
    ? []
    : [
        `มี ${restored.differences.length} คำสั่งที่ผลไม่เหมือนเดิม เก็บไว้ในรายการรอตรวจ · ${restored.differences.length} commands came out otherwise and are parked or marked:`,
        ...restored.differences.slice(0, IDS_SHOWN).map(({ commandId, code }) => `  ${commandId} ${code}`),
      ]),
  'โทรศัพท์จะส่งงานที่ขาดซ้ำเองเมื่อมีสัญญาณ · phones send again by themselves what is missing here',
  `กุญแจที่ใช้ · keys in use: ${dirname(keysPath)}`,
]

export const restoreCommand: Command = {
  name: 'restore',
  words: ['FOLDER'],
  th: 'กู้คืนจากโฟลเดอร์สำรองลงในโฟลเดอร์ข้อมูลหรือฐานข้อมูลที่ยังว่าง',
  en: 'Restore a backup folder into an empty data folder or database',
  options: {
    copy: { value: 'NAME', th: 'ชื่อสำเนา (ปกติสำเนาล่าสุด)', en: 'name of the copy (ordinarily the newest)' },
    'accept-damage': {
      th: 'กู้คืนเท่าที่อ่านได้แม้บันทึกต่อเนื่องเสียหาย',
      en: 'restore what can be read although the archive is damaged',
    },
  },
  run: async (line, settings) => {
    const complainOf = (refusal: Refusal<BackupRefusalCode | DatabaseRefusalCode>): number => {
      const { th, en } = sentenceOf(refusal)
      return complain(settings, th, en, exitCodes.notBegun)
    }
    const { dataDir, databaseUrl, appDatabaseUrl } = settings
    const plan = await planRestore(line.words[0] ?? '', textOf(line, 'copy'), isOn(line, 'accept-damage'))
    if (!plan.ok) return complainOf(plan)
    const keysPath = settings.keysFile ?? join(dataDir, 'keys', 'sealing.json')
    const missing = await missingKeys(keysPath)
    if (missing !== undefined) return complainOf(refuse('keys-missing', { file: missing }))
    const restored = await restoreBackup({
      plan: plan.value,
      keys: await readSealingKeys(keysPath),
      keysPath,
      filesDir: join(dataDir, 'files'),
      migrationsDir,
      catalogue: decisionCatalogue,
      log: logTo(settings),
      openDatabase: migrations =>
        openDatabase({
          ...(databaseUrl === undefined ? { dataDir } : { databaseUrl, appDatabaseUrl }),
          migrationsDir: migrations,
          log: silentLog,
        }),
      onProgress: commands => {
        if (commands % 1000 === 0) settings.err(`${commands} …`)
      },
    })
    if (!restored.ok) return complainOf(restored)
    const { damage } = plan.value
    settings.out(
      isOn(line, 'json')
        ? JSON.stringify({ ...restored.value, damage })
        : linesOf(restored.value, damage, keysPath).join('\n'),
    )
    const isWhole = restored.value.differences.length === 0 && restored.value.photosMissing === 0 && damage.length === 0
    return isWhole ? exitCodes.done : exitCodes.foundWrong
  },
}

const logTo =
  ({ err }: CliSettings) =>
  (event: string, details: Readonly<Record<string, string | number | boolean | null>> = {}): void =>
    err(JSON.stringify({ event, ...details }))
