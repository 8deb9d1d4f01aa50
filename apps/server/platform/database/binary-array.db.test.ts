import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { binaryArray, type Cell, type ColumnType } from './binary-array.ts'
import { useTestDatabase } from './test-database.ts'

const database = useTestDatabase()

/** What PostgreSQL understood, written out by PostgreSQL itself. */
const understood = async (type: ColumnType, values: readonly Cell[]): Promise<(string | null)[]> => {
  const asText =
    type === 'bytea'
      ? sql`encode(v, 'hex')`
      : type === 'timestamptz'
        ? sql`to_json(v at time zone 'UTC') #>> '{}'`
        : sql`v::text`
  const { rows } = await sql<{ text: string | null }>`select ${asText} as text
    from unnest(${binaryArray(type, values)}::${sql.raw(`${type}[]`)}) with ordinality as t(v, place) order by place`.execute(
    database.app,
  )
  return rows.map(row => row.text)
}

const sample = async <Value extends Cell>(
  type: ColumnType,
  of: fc.Arbitrary<Value>,
  asText: (value: Exclude<Value, null>) => string,
): Promise<void> => {
  const values = fc.sample(fc.option(of, { nil: null }), { numRuns: 300, seed: 7 })
  expect(await understood(type, values)).toEqual(
    values.map(value => (value === null ? null : asText(value as Exclude<Value, null>))),
  )
}

test('every kind of value arrives as it is', async () => {
  await sample('int', fc.integer(), String)
  await sample('smallint', fc.integer({ min: -32_768, max: 32_767 }), String)
  await sample('bigint', fc.maxSafeInteger(), String)
  await sample('boolean', fc.boolean(), String)
  await sample('uuid', fc.uuid(), text => text)
  await sample('bytea', fc.uint8Array(), bytes => Buffer.from(bytes).toString('hex'))
  const noZeroByte = fc.string({ unit: 'grapheme' }).filter(text => !text.includes('\0'))
  await sample(
    'text',
    fc.oneof(noZeroByte, fc.constantFrom('', 'NULL', '{a,"b"}', '\\', 'บ้านใต้', 'ก'.repeat(200_000))),
    text => text,
  )
  const day = fc.date({ min: new Date('1850-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
  await sample(
    'date',
    day.map(at => at.toISOString().slice(0, 10)),
    text => text,
  )
  await sample(
    'timestamptz',
    day.map(at => at.toISOString()),
    text => text.replace(/\.?0*Z$/, ''),
  )
})

test('a position arrives to its last digit', async () => {
  const numbers = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 300, seed: 7 })
  expect((await understood('float8', numbers)).map(Number)).toEqual(numbers)
})

test('an empty list is an empty list', async () => {
  expect(await understood('text', [])).toEqual([])
})

test.each<[ColumnType, Cell]>([
  ['int', 1.5],
  ['int', 2 ** 31],
  ['int', '7'],
  ['uuid', 'ไม่ใช่รหัส'],
  ['uuid', '00000000-0000-0000-0000-00000000000g'],
  ['timestamptz', 'เมื่อวาน'],
  ['date', '2024-01-10T05:00:00.000Z'],
  ['text', 7],
])('a %s that is no such thing is thrown out before it is sent: %s', (type, value) => {
  expect(() => binaryArray(type, [value])).toThrow()
})
