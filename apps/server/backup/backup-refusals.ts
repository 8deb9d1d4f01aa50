import type { Refusal, RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'
import type { Sentence } from '../platform/database/database-refusals.ts'

const text = (details: RefusalDetails, name: string): string => String(details[name] ?? '')

const sentences = {
  'backup-folder-not-found': d => ({
    th: `ไม่พบชุดสำรองข้อมูลในโฟลเดอร์ ${text(d, 'folder')} โปรดตรวจชื่อโฟลเดอร์ (BACKUP_DIR ของเซิร์ฟเวอร์เดิม)`,
    en: `No backup was found in ${text(d, 'folder')}: check the folder (the old server's BACKUP_DIR).`,
  }),
  'copy-not-found': d => ({
    th: `ไม่พบสำเนาชื่อ ${text(d, 'copy')} โปรดเลือกจาก: ${text(d, 'copies')}`,
    en: `There is no copy named ${text(d, 'copy')}; choose one of: ${text(d, 'copies')}.`,
  }),
  'copy-damaged': d => ({
    th: `ไฟล์ ${text(d, 'file')} ในชุดสำรองเสียหายหรือไม่ครบ โปรดใช้สำเนาอื่นด้วย --copy: ${text(d, 'copies')}`,
    en: `The file ${text(d, 'file')} of the backup is damaged or not whole: use another copy with --copy: ${text(d, 'copies')}.`,
  }),
  'archive-damaged': d => ({
    th: `ไฟล์ ${text(d, 'file')} เสียหายที่ระเบียนที่ ${text(d, 'record')} โปรดใช้ชุดสำรองอีกชุดหนึ่ง หากไม่มี ให้ระบุ --accept-damage เพื่อกู้คืนเฉพาะส่วนก่อนหน้าของไฟล์นั้น`,
    en: `The file ${text(d, 'file')} is damaged at record ${text(d, 'record')}: use another copy of the backup folder, or --accept-damage to restore only what comes before it in that file.`,
  }),
  'backup-newer': d => ({
    th: `ชุดสำรองนี้มาจากโปรแกรมรุ่นใหม่กว่า (โครงสร้าง ${text(d, 'migration')}) โปรดกู้คืนด้วยโปรแกรมรุ่นนั้น`,
    en: `This backup was made by a newer program (schema ${text(d, 'migration')}): restore with that program.`,
  }),
  'keys-missing': d => ({
    th: `ไม่พบไฟล์กุญแจ ${text(d, 'file')} โปรดวางไฟล์กุญแจของเซิร์ฟเวอร์เดิมไว้ที่นั่นก่อน (หรือกำหนด KEYS_FILE) มิฉะนั้นจะอ่านเลขประจำตัวประชาชนและโทรศัพท์ไม่ได้`,
    en: `The key file ${text(d, 'file')} is not there: put the old server's keys there first (or set KEYS_FILE); without them national numbers and telephones cannot be read.`,
  }),
  'keys-differ': d => ({
    th: `กุญแจใน ${text(d, 'file')} ไม่ใช่กุญแจของชุดสำรองนี้ โปรดใช้ไฟล์กุญแจของเซิร์ฟเวอร์เดิม`,
    en: `The keys in ${text(d, 'file')} are not those of this backup: use the old server's key file.`,
  }),
  'database-not-empty': () => ({
    th: 'ฐานข้อมูลปลายทางมีข้อมูลอยู่แล้ว จึงไม่กู้คืนทับ โปรดกำหนด --data-dir เป็นโฟลเดอร์ว่าง หรือ DATABASE_URL เป็นฐานข้อมูลว่าง',
    en: 'The database holds data already and is not written over: choose an empty folder with --data-dir, or an empty database with DATABASE_URL.',
  }),
  'rows-differ': d => ({
    th: `ตาราง ${text(d, 'table')} กู้คืนได้ ${text(d, 'loaded')} แถว แต่ชุดสำรองระบุ ${text(d, 'expected')} แถว จึงยกเลิกทั้งหมด โปรดใช้สำเนาอื่นด้วย --copy`,
    en: `The table ${text(d, 'table')} took ${text(d, 'loaded')} rows where the backup has ${text(d, 'expected')}; nothing was kept. Use another copy with --copy.`,
  }),
  'server-is-running': () => ({
    th: 'โฟลเดอร์ข้อมูลนี้มีเซิร์ฟเวอร์ทำงานอยู่ โปรดหยุดเซิร์ฟเวอร์ก่อนกู้คืน',
    en: 'A server is running on this data folder: stop it before restoring.',
  }),
} as const satisfies Record<string, (details: RefusalDetails) => Sentence>

export type BackupRefusalCode = keyof typeof sentences
export type BackupRefusal = Refusal<BackupRefusalCode>

/** What to tell whoever backs up or restores. */
export const backupRefusalSentence = (refusal: BackupRefusal): Sentence => sentences[refusal.code](refusal.details)
