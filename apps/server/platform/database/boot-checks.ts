import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { type Kysely, sql } from 'kysely'
import { OWNER_ROLE } from './database-roles.ts'

interface Facts {
  readonly versionNumber: number
  readonly version: string
  readonly encoding: string
  readonly fsync: string
  readonly fullPageWrites: string
  readonly synchronousCommit: string
  readonly thaiTrigrams: number
  readonly btreeGin: boolean
  readonly thaiOrder: boolean
  readonly role: string
  readonly isPowerful: boolean
  readonly ownsTables: boolean
  readonly isOwner: boolean
}

const unsuitable = (reasonThai: string, reason: string) => refuse('database-unsuitable', { reason, reasonThai })

/**
 * What must hold before the server takes work, seen through the application's own connection: a version it was
 * written for, acknowledged writes that survive a power cut, Thai names that can be searched and sorted, and a role
 * that row-level security binds. Refuses with the first that does not hold.
 */
export const checkDatabase = async (
  app: Kysely<unknown>,
  { durable }: { readonly durable: boolean },
): Promise<Outcome<undefined, 'database-unsuitable'>> => {
  const { rows } = await sql<Facts>`
    select current_setting('server_version_num')::int as "versionNumber",
           current_setting('server_version') as version,
           current_setting('server_encoding') as encoding,
           current_setting('fsync') as fsync,
           current_setting('full_page_writes') as "fullPageWrites",
           current_setting('synchronous_commit') as "synchronousCommit",
           case when to_regproc('show_trgm') is null then 0
                else coalesce(cardinality(show_trgm('บ้านใต้')), 0) end as "thaiTrigrams",
           exists (select from pg_extension where extname = 'btree_gin') as "btreeGin",
           exists (select from pg_collation where collname = 'th-x-icu') as "thaiOrder",
           current_user as role,
           exists (select from pg_roles where rolname = current_user and
             (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)) as "isPowerful",
           exists (select from pg_class c join pg_roles r on r.oid = c.relowner
             where r.rolname = current_user and c.relkind in ('r', 'p', 'v', 'm')) as "ownsTables",
           exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
             where u.rolname = current_user and r.rolname = ${OWNER_ROLE}) as "isOwner"`.execute(app)
  const [facts] = rows
  if (facts === undefined) throw new Error('the database did not answer the boot check')
  const { version, role } = facts
  if (facts.versionNumber < 150_000)
    return unsuitable(
      `เป็น PostgreSQL ${version} แต่ต้องใช้รุ่น 15 ขึ้นไป`,
      `it is PostgreSQL ${version}; version 15 or newer is needed`,
    )
  if (facts.encoding !== 'UTF8')
    return unsuitable(
      `เข้ารหัสอักขระแบบ ${facts.encoding} แต่ต้องเป็น UTF8`,
      `its encoding is ${facts.encoding}; UTF8 is needed`,
    )
  if (durable && (facts.fsync !== 'on' || facts.fullPageWrites !== 'on' || facts.synchronousCommit === 'off'))
    return unsuitable(
      'ปิดการเขียนลงดิสก์จริงไว้ ข้อมูลอาจสูญหายเมื่อไฟดับ โปรดเปิด fsync, full_page_writes และ synchronous_commit',
      'it may lose acknowledged work in a power cut; switch fsync, full_page_writes and synchronous_commit on',
    )
  if (facts.thaiTrigrams === 0 || !facts.btreeGin)
    return unsuitable(
      'ค้นชื่อภาษาไทยไม่ได้ โปรดติดตั้งส่วนขยาย pg_trgm และ btree_gin และสร้างฐานข้อมูลด้วย LC_CTYPE C.UTF-8',
      'Thai names cannot be searched; install the extensions pg_trgm and btree_gin and create the database with LC_CTYPE C.UTF-8',
    )
  if (!facts.thaiOrder)
    return unsuitable(
      'เรียงลำดับภาษาไทยไม่ได้ โปรดใช้ PostgreSQL ที่มี ICU',
      'Thai names cannot be sorted; use a PostgreSQL built with ICU',
    )
  if (facts.isPowerful || facts.ownsTables || facts.isOwner)
    return unsuitable(
      `บทบาท ${role} มีสิทธิ์มากเกินไป (เป็นผู้ดูแลระบบ ข้ามการจำกัดแถว หรือเป็นเจ้าของตาราง)`,
      `the role ${role} has too many rights (administrator, past row-level security, or owner of tables)`,
    )
  return succeed(undefined)
}
