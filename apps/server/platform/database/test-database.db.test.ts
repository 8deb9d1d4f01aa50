import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from './test-database.ts'

const database = useTestDatabase()

const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>, as: 'app' | 'owner' = 'app') =>
  (await query.execute(database[as])).rows

test('Thai letters make trigrams, and a slip of one letter still finds the name', async () => {
  const [row] = await rowsOf(sql<{ trigrams: number; similarity: number }>`
    select cardinality(show_trgm('กำนันสมศักดิ์')) as trigrams, similarity('บุญเลี้ยง', 'บุญเลี่ยง') as similarity`)
  expect(row?.trigrams).toBeGreaterThan(10)
  expect(row?.similarity).toBeGreaterThan(0.4)
})

test('Thai names sort as in a Thai dictionary: by the consonant a leading vowel belongs to', async () => {
  const rows = await rowsOf(sql<{ name: string }>`
    select name from (values ('เกษม'), ('ขวัญ'), ('กมล'), ('แก้ว')) as names (name) order by name collate "th-x-icu"`)
  expect(rows.map(row => row.name)).toEqual(['กมล', 'เกษม', 'แก้ว', 'ขวัญ'])
})

test('the application signs in as a role that owns nothing and may do nothing before it takes a group role', async () => {
  await sql`create table secrets (word text); grant select on secrets to thaiqm_area`.execute(database.owner)
  expect(await rowsOf(sql`select current_user as "user"`)).toEqual([{ user: 'thaiqm_app' }])
  await expect(rowsOf(sql`select * from secrets`)).rejects.toMatchObject({ code: '42501' })
  const asArea = database.app.transaction().execute(async transaction => {
    await sql`set local role thaiqm_area`.execute(transaction)
    return (await sql`select * from secrets`.execute(transaction)).rows
  })
  expect(await asArea).toEqual([])
  await expect(rowsOf(sql`select * from secrets`)).rejects.toMatchObject({ code: '42501' })
})

test('what migrations make belongs to the owner role', async () => {
  expect(await rowsOf(sql`select current_user as "user"`, 'owner')).toEqual([{ user: 'thaiqm_owner' }])
})

test('days and moments come out as text that no time zone can shift, big counts as numbers', async () => {
  const [row] = await rowsOf(sql`
    select date '2024-01-31' as day, timestamptz '2024-01-31 23:59:59.5+07' as moment, 12000000::bigint as count,
           0.1::numeric as share`)
  expect(row).toEqual({ day: '2024-01-31', moment: '2024-01-31T16:59:59.500Z', count: 12_000_000, share: '0.1' })
  await expect(rowsOf(sql`select 9007199254740993::bigint as n`)).rejects.toThrow(RangeError)
})
