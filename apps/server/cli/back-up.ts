import { join } from 'node:path'
import { backUp } from '../backup/back-up.ts'
import { backupRefusalSentence } from '../backup/backup-refusals.ts'
import { verifyBackup } from '../backup/verify-backup.ts'
import { realClock } from '../platform/clock.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import { type Command, type CommandLine, isOn, textOf } from './command.ts'
import { withServer } from './open-for-command.ts'

const backupDirOption = {
  value: 'FOLDER',
  th: 'โฟลเดอร์สำรองข้อมูล (ปกติ BACKUP_DIR หรือ backups ในโฟลเดอร์ข้อมูล)',
  en: 'backup folder (ordinarily BACKUP_DIR, or backups in the data folder)',
} as const

const folderOf = (line: CommandLine, { backupDir, dataDir }: CliSettings): string =>
  textOf(line, 'backup-dir') ?? backupDir ?? join(dataDir, 'backups')

export const backUpCommand: Command = {
  name: 'backup',
  words: [],
  th: 'ทำสำเนาข้อมูลทั้งหมดทันที ระบบที่เปิดอยู่ใช้งานต่อได้',
  en: 'Take a full copy now; a running server goes on serving',
  options: { 'backup-dir': backupDirOption },
  run: async (line, settings) => {
    const backupDir = folderOf(line, settings)
    return withServer(settings, async ({ parts, filesDir }) => {
      const done = await backUp({ parts, filesDir, backupDir }, realClock.now, true)
      if (!done.ok) {
        const { th, en } = backupRefusalSentence(done)
        return complain(settings, th, en, exitCodes.notBegun)
      }
      if (done.value?.copy == null) throw new Error('a copy was asked for and none was taken')
      const { copy, commands } = done.value
      const rows = copy.tables.reduce((sum, table) => sum + table.rows, 0)
      settings.out(
        isOn(line, 'json')
          ? JSON.stringify({
              backupDir,
              takenAt: copy.takenAt,
              tables: copy.tables.length,
              rows,
              commands,
              photos: copy.photos,
            })
          : [
              `สำรองข้อมูลแล้วที่ ${backupDir}: ${copy.tables.length} ตาราง ${rows} แถว ภาพ ${copy.photos} ภาพ · backed up: ${copy.tables.length} tables, ${rows} rows, ${copy.photos} photos`,
              'โปรดเก็บไฟล์กุญแจ (โฟลเดอร์ keys) แยกจากชุดสำรองเสมอ · keep the key files (folder keys) apart from the backup: without them numbers and sealed work cannot be read',
            ].join('\n'),
      )
      return exitCodes.done
    })
  },
}

export const verifyBackupCommand: Command = {
  name: 'backup verify',
  words: [],
  th: 'อ่านชุดสำรองทั้งหมดและตรวจว่าครบถ้วน',
  en: 'Read the whole backup and check that nothing is missing or changed',
  options: { 'backup-dir': backupDirOption },
  run: async (line, settings) => {
    const backupDir = folderOf(line, settings)
    const found = await verifyBackup(backupDir)
    const { copies, rows, commands, photos, photosDamaged, tornBytes, refusals } = found
    const isSound = refusals.length === 0 && photosDamaged.length === 0 && copies > 0
    settings.out(
      isOn(line, 'json')
        ? JSON.stringify({ backupDir, ...found })
        : [
            `สำเนา ${copies} ชุด ${rows} แถว คำสั่งในบันทึกต่อเนื่อง ${commands} คำสั่ง ภาพ ${photos} ภาพ · ${copies} copies, ${rows} rows, ${commands} archived commands, ${photos} photos`,
            ...(tornBytes > 0
              ? [`ส่วนท้ายที่เขียนไม่จบ ${tornBytes} ไบต์ ไม่มีผล · ${tornBytes} bytes of an unfinished end, without effect`]
              : []),
            ...refusals.map(backupRefusalSentence).flatMap(({ th, en }) => [th, en]),
            ...photosDamaged.map(name => `ภาพเสียหาย · damaged photo: ${name}`),
            isSound ? 'ชุดสำรองครบถ้วน · the backup is whole' : 'ชุดสำรองยังใช้ไม่ได้ทั้งหมด · the backup is not whole',
          ].join('\n'),
    )
    return isSound ? exitCodes.done : exitCodes.foundWrong
  },
}
