import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { seesRestricted } from '@thaiqm/core/access/actor.ts'
import { searchKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { realClock } from '../platform/clock.ts'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { loadPractice, PRACTICE_SEED } from '../practice/load-practice.ts'
import { getPerson } from '../practice/practice-people.ts'
import { listHouseholdRows } from './household-list-store.ts'

const database = useTestDatabase()
const keys = { version: 1, seal: new Uint8Array(32).fill(3), lookUp: new Uint8Array(32).fill(4) }

beforeAll(async () => {
  const parts = { db: database.app, keys, clock: realClock, catalogue: decisionCatalogue, log: () => {} }
  await loadPractice(parts, { households: 60, seed: PRACTICE_SEED })
})

const found = async (person: string, search: string) => {
  const { actor } = getPerson(person)
  const { rows } = await inTransaction(database.app, readingScope(actor), trx =>
    listHouseholdRows(trx, {
      range: narrowRange(actor, undefined),
      search,
      surveyState: null,
      origin: null,
      sort: 'house',
      descending: false,
      page: 1,
      pageSize: 200,
      restricted: seesRestricted(actor),
    }),
  )
  return rows
}

/** Households of which somebody's name, or the head's with the house number, has the wanted letters where they are wanted. */
const expected = async (area: string, wanted: (name: string) => boolean) => {
  const { rows } = await sql<{ household_id: string; area_code: number; search_name: string }>`
    select household_id, area_code, search_name from households
    union all select household_id, area_code, search_name from members`.execute(database.owner)
  const own = rows.filter(row => String(row.area_code).startsWith(area) && wanted(row.search_name))
  return [...new Set(own.map(row => row.household_id))].sort()
}

beforeAll(async () => {
  // The expectation reads the tables as their owner, who is otherwise bound like everybody.
  await showToOwner(database, 'households', 'members')
})

test.each(['prov', 'doff-4901', 'vil-49010507'])('two letters are the beginning of a name: %s', async key => {
  const { areaCode } = getPerson(key).actor
  const ids = (await found(key, 'บร')).map(row => row.householdId as string).sort()
  expect(ids.length).toBeGreaterThan(0)
  expect(ids).toEqual(await expected(areaCode, name => name.startsWith('บร')))
})

test.each(['prov', 'doff-4901', 'vil-49010507'])('three letters are found anywhere in a name: %s', async key => {
  const { areaCode } = getPerson(key).actor
  // เมืองมาตรา, the family name of a head in บ้านคำฮี.
  const ids = (await found(key, 'มาตรา')).map(row => row.householdId as string).sort()
  expect(ids.length).toBeGreaterThan(0)
  expect(ids).toEqual(await expected(areaCode, name => name.includes(searchKey('มาตรา'))))
})

test('a name of another district is not found, whatever range is asked for', async () => {
  expect(await found('doff-4907', 'บรรจงเมืองมาตรา')).toEqual([])
  const { actor } = getPerson('doff-4907')
  const { rows } = await inTransaction(database.app, readingScope(actor), trx =>
    sql`select * from find_households_by_name(${searchKey('บรรจง เมืองมาตรา')}, 49010000, 49019999, 10)`.execute(trx),
  )
  expect(rows).toEqual([])
})

test.each(['prov', 'doff-4901', 'vil-49010507'])('a house number is found by its beginning: %s', async key => {
  const { areaCode } = getPerson(key).actor
  const { rows } = await sql<{ household_id: string; area_code: number; house_number: string; status: string }>`
    select household_id, area_code, house_number, status from households`.execute(database.owner)
  const own = rows.filter(row => String(row.area_code).startsWith(areaCode) && row.status !== 'WITHDRAWN')
  for (const beginning of ['1', '12', own[0]?.house_number ?? '']) {
    const expectedIds = own.filter(row => row.house_number.startsWith(beginning)).map(row => row.household_id)
    expect((await found(key, beginning)).map(row => row.householdId as string).sort()).toEqual(expectedIds.sort())
  }
})

test('a house number of another district is not found, whatever range is asked for', async () => {
  const find = (person: string) =>
    inTransaction(database.app, readingScope(getPerson(person).actor), trx =>
      sql`select * from find_households_by_number('1', 49010000, 49019999, 10)`.execute(trx),
    )
  expect((await find('doff-4907')).rows).toEqual([])
  expect((await find('doff-4901')).rows.length).toBeGreaterThan(0)
})
