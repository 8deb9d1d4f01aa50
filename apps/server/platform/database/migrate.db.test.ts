import { randomBytes } from 'node:crypto'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { connectOnce, connectPool } from './connect.ts'
import { silentLog } from './database-log.ts'
import { OWNER_ROLE } from './database-roles.ts'
import { changeUrl } from './database-url.ts'
import { migrate } from './migrate.ts'

let folder = ''
let name = ''
let db = connectPool({ url: 'postgres://unused', log: silentLog })

const onServer = async (statement: string) => {
  const client = await connectOnce(inject('testServer').adminUrl)
  await client.query(statement)
  await client.end()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-migrations-'))
  name = `thaiqm_empty_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} owner ${OWNER_ROLE} template template0`)
  db = connectPool({ url: changeUrl(inject('testServer').ownerUrl, { database: name }), log: silentLog, size: 3 })
})

afterEach(async () => {
  await db.destroy()
  await onServer(`drop database ${name} with (force)`)
  await rm(folder, { recursive: true })
})

const put = (name: string, text: string) => writeFile(join(folder, `${name}.sql`), text)
const tables = async () =>
  (
    await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'
      and tablename in ('villages', 'wells') order by 1`.execute(db)
  ).rows.map(row => row.name)

test('files run once, in order, each with as many statements as it likes', async () => {
  await put('0001-create-villages', 'create table villages (name text); create index on villages (name);')
  await put('0002-create-wells', "create table wells (village text); comment on table wells is 'บ่อน้ำ; ของหมู่บ้าน';")
  expect(await migrate(db, folder)).toEqual({ ok: true, value: ['0001-create-villages', '0002-create-wells'] })
  expect(await migrate(db, folder)).toEqual({ ok: true, value: [] })
  expect(await tables()).toEqual(['villages', 'wells'])
})

test('two servers that start at once run each file once', async () => {
  await put('0001-create-villages', 'create table villages (name text); select pg_sleep(0.2);')
  const outcomes = await Promise.all([migrate(db, folder), migrate(db, folder)])
  expect(outcomes.map(outcome => outcome.ok)).toEqual([true, true])
  expect(await tables()).toEqual(['villages'])
})

test('a file changed after it ran is refused; one with other line ends is the same file', async () => {
  await put('0001-create-villages', 'create table villages (name text);\n')
  await migrate(db, folder)
  await put('0001-create-villages', 'create table villages (name text);\r\n')
  expect(await migrate(db, folder)).toMatchObject({ ok: true })
  await put('0001-create-villages', 'create table villages (name text, code text);\n')
  expect(await migrate(db, folder)).toEqual({
    ok: false,
    code: 'migration-changed',
    details: { migration: '0001-create-villages' },
  })
})

test('a failing file changes nothing, not even through the files before it, and says where it failed', async () => {
  await put('0001-create-villages', 'create table villages (name text);')
  await put('0002-create-wells', 'create table wells (village text);\n\ncreate table wells (oops txt);')
  const failed = await migrate(db, folder)
  expect(failed).toMatchObject({ ok: false, code: 'migration-failed', details: { migration: '0002-create-wells' } })
  expect(await tables()).toEqual([])
  await put('0002-create-wells', 'create table wells (village text);')
  expect(await migrate(db, folder)).toMatchObject({ ok: true })
})

test('a file that comes before one already run, and a database newer than the files, are refused', async () => {
  await put('0002-create-wells', 'create table wells (village text);')
  await migrate(db, folder)
  await put('0001-create-villages', 'create table villages (name text);')
  expect(await migrate(db, folder)).toMatchObject({ code: 'migration-out-of-order' })
  await rm(join(folder, '0002-create-wells.sql'))
  expect(await migrate(db, folder)).toMatchObject({
    code: 'database-newer',
    details: { migration: '0002-create-wells' },
  })
})

test('a number used twice or a name without one is refused', async () => {
  await put('0001-create-villages', 'select 1;')
  await put('0001-create-wells', 'select 1;')
  expect(await migrate(db, folder)).toMatchObject({ code: 'migration-misnamed' })
  await rename(join(folder, '0001-create-wells.sql'), join(folder, 'wells.sql'))
  expect(await migrate(db, folder)).toMatchObject({ code: 'migration-misnamed', details: { migration: 'wells.sql' } })
})
