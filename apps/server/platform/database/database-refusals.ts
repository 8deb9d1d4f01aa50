import { type Refusal, type RefusalDetails, refuse } from '@thaiqm/core/ledger/outcome.ts'

export type DatabaseRefusal = Refusal<DatabaseRefusalCode>

/** A refusal in the two languages of whoever starts the server; one sentence each, and it says what to do. */
export interface Sentence {
  readonly th: string
  readonly en: string
}

const text = (details: RefusalDetails, name: string): string => {
  const value = details[name]
  return value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
}

const sentences = {
  'data-folder-in-use': d => ({
    th: `โฟลเดอร์ข้อมูล ${text(d, 'dataDir')} กำลังถูกใช้งานโดยเซิร์ฟเวอร์ ThaiQM อื่น (โปรเซส ${text(d, 'pid')} เครื่อง ${text(d, 'hostname')}) โปรดหยุดเซิร์ฟเวอร์นั้นก่อน หรือกำหนดโฟลเดอร์ข้อมูลอื่น`,
    en: `The data folder ${text(d, 'dataDir')} is in use by another ThaiQM server (process ${text(d, 'pid')} on ${text(d, 'hostname')}): stop that server first, or choose another data folder.`,
  }),
  'disk-full': d => ({
    th: `พื้นที่ดิสก์สำหรับโฟลเดอร์ข้อมูล ${text(d, 'dataDir')} ไม่เพียงพอ โปรดเพิ่มพื้นที่ว่างอย่างน้อย ${text(d, 'neededMegabytes')} เมกะไบต์ แล้วเริ่มใหม่`,
    en: `The disk of the data folder ${text(d, 'dataDir')} is full: free at least ${text(d, 'neededMegabytes')} MB and start again.`,
  }),
  'folder-not-writable': d => ({
    th: `เขียนโฟลเดอร์ข้อมูล ${text(d, 'dataDir')} ไม่ได้ โปรดให้สิทธิ์แก่ผู้ใช้ที่เริ่มเซิร์ฟเวอร์ หรือกำหนดโฟลเดอร์ข้อมูลอื่น`,
    en: `The data folder ${text(d, 'dataDir')} cannot be written: give the user who starts the server the right to it, or choose another data folder.`,
  }),
  'postgres-not-installed': d => ({
    th: `ไม่พบโปรแกรม PostgreSQL สำหรับ ${text(d, 'platform')} โปรดสั่ง npm ci ใหม่โดยไม่ละเว้น optional dependencies หรือกำหนด DATABASE_URL ไปยังเซิร์ฟเวอร์ PostgreSQL ของหน่วยงาน`,
    en: `No PostgreSQL for ${text(d, 'platform')} is installed: run npm ci again without omitting optional dependencies, or set DATABASE_URL to a PostgreSQL server of your own.`,
  }),
  'no-unprivileged-user': () => ({
    th: 'PostgreSQL ไม่ทำงานด้วยสิทธิ์ root และไม่พบบัญชีผู้ใช้ที่ใช้แทนได้ โปรดสร้างผู้ใช้ชื่อ thaiqm หรือเริ่มเซิร์ฟเวอร์ด้วยผู้ใช้ทั่วไป',
    en: 'PostgreSQL does not run as root and no other account could be used: create a user named thaiqm, or start the server as an ordinary user.',
  }),
  'cluster-made-by-another-version': d => ({
    th: `ข้อมูลใน ${text(d, 'dataDir')} สร้างด้วย PostgreSQL ${text(d, 'found')} แต่โปรแกรมนี้ใช้ PostgreSQL ${text(d, 'wanted')} โปรดใช้โปรแกรมรุ่นเดิม หรือสำรองแล้วกู้คืนข้อมูลด้วยรุ่นใหม่`,
    en: `The data in ${text(d, 'dataDir')} was made by PostgreSQL ${text(d, 'found')} and this program brings PostgreSQL ${text(d, 'wanted')}: use the program that made it, or back up there and restore here.`,
  }),
  'postgres-failed': d => ({
    th: `เริ่ม PostgreSQL ไม่สำเร็จ: ${text(d, 'reason')}`,
    en: `PostgreSQL could not be started: ${text(d, 'reason')}`,
  }),
  'database-unreachable': d => ({
    th: `เชื่อมต่อฐานข้อมูลที่ ${text(d, 'host')} ไม่ได้ (${text(d, 'reason')}) โปรดตรวจ DATABASE_URL และเครือข่าย`,
    en: `The database at ${text(d, 'host')} could not be reached (${text(d, 'reason')}): check DATABASE_URL and the network.`,
  }),
  'database-roles-missing': d => ({
    th: `ผู้ใช้ ${text(d, 'user')} สร้างบทบาทในฐานข้อมูลไม่ได้ โปรดให้ผู้ดูแลฐานข้อมูลสั่ง: ${text(d, 'sql')}`,
    en: `The user ${text(d, 'user')} may not prepare the database's roles; ask the database administrator to run: ${text(d, 'sql')}`,
  }),
  'database-unsuitable': d => ({
    th: `ฐานข้อมูลนี้ยังใช้ไม่ได้: ${text(d, 'reasonThai')}`,
    en: `This database cannot be used: ${text(d, 'reason')}`,
  }),
  'migration-misnamed': d => ({
    th: `ชื่อไฟล์ปรับโครงสร้างฐานข้อมูล ${text(d, 'migration')} ไม่ถูกต้อง ต้องเป็นเลขสี่หลักไม่ซ้ำกันตามด้วยคำอธิบาย เช่น 0001-create-households.sql`,
    en: `The migration ${text(d, 'migration')} is misnamed: four digits used once and a description are needed, such as 0001-create-households.sql.`,
  }),
  'migration-changed': d => ({
    th: `ไฟล์ปรับโครงสร้างฐานข้อมูล ${text(d, 'migration')} ถูกแก้ไขหลังจากใช้งานแล้ว โปรดนำไฟล์เดิมกลับมา และเพิ่มการเปลี่ยนแปลงเป็นไฟล์หมายเลขใหม่`,
    en: `The migration ${text(d, 'migration')} was changed after this database had run it: restore the file and put the change into a new one.`,
  }),
  'migration-out-of-order': d => ({
    th: `ไฟล์ปรับโครงสร้างฐานข้อมูล ${text(d, 'migration')} มีเลขก่อนไฟล์ที่ใช้งานแล้ว โปรดตั้งเลขใหม่ให้อยู่ท้ายสุด`,
    en: `The migration ${text(d, 'migration')} comes before one this database has already run: give it the next free number.`,
  }),
  'database-newer': d => ({
    th: `ฐานข้อมูลนี้ใหม่กว่าโปรแกรม (มี ${text(d, 'migration')} แล้ว) โปรดใช้โปรแกรมรุ่นล่าสุด`,
    en: `This database is newer than the program (it has already run ${text(d, 'migration')}): use the newer program.`,
  }),
  'restore-unfinished': () => ({
    th: 'การกู้คืนฐานข้อมูลนี้ยังไม่เสร็จ โปรดสั่ง npx thaiqm restore อีกครั้งให้จบก่อนเปิดระบบ',
    en: 'Restoring this database has not come to its end: run npx thaiqm restore again before serving it.',
  }),
  'migration-failed': d => ({
    th: `ปรับโครงสร้างฐานข้อมูลด้วย ${text(d, 'migration')} ไม่สำเร็จ และไม่มีสิ่งใดเปลี่ยนแปลง: ${text(d, 'reason')}`,
    en: `The migration ${text(d, 'migration')} failed and nothing was changed: ${text(d, 'reason')}`,
  }),
} as const satisfies Record<string, (details: RefusalDetails) => Sentence>

export type DatabaseRefusalCode = keyof typeof sentences

export const refuseUnfinishedRestore = (): DatabaseRefusal => refuse('restore-unfinished')

export const isDatabaseRefusal = (refusal: Refusal): refusal is DatabaseRefusal => refusal.code in sentences

/** What to tell whoever starts the server. */
export const databaseRefusalSentence = (refusal: DatabaseRefusal): Sentence => sentences[refusal.code](refusal.details)
