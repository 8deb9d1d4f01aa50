import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import { headMember, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { officeCommand } from '../../sync/office-command.ts'
import { applyCommands, planRounds, testParts, toHousehold } from '../../sync/test-commands.ts'
import { useTestDatabase } from './test-database.ts'
import { inTransaction, readingScope, systemScope } from './transaction.ts'

const database = useTestDatabase()
const parts = testParts(database)

const villages = ['49010507', '49010501', '49010201', '49030101', '49040101'] as const

/** One household a village, each with a plain hardship and a restricted one. */
beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  const households = villages.flatMap((village, n) => {
    const problems = [oldProblem(100 + n, 'P204'), oldProblem(200 + n, 'P601')]
    return toHousehold(testId(n + 1), importCommand(problems, { areaCode: village as VillageCode }))
  })
  await applyCommands(parts, systemActor, households)
})

const readAs = <Row>(actor: Actor, query: RawBuilder<Row>) =>
  inTransaction(database.app, readingScope(actor), async trx => (await query.execute(trx)).rows)

const tables = [
  'household_documents',
  'households',
  'members',
  'problems',
  'ledger_events',
  'counted_items',
  'measure_counts',
  'counted_changes',
] as const

const areaPeople = Object.entries(people).filter(([, actor]) => !['AGENCY', 'PARTNER'].includes(actor.role))

describe('row-level security alone, with no filter of ours in the query', () => {
  test.each(areaPeople)('%s sees exactly the villages of the own area', async (_, actor) => {
    const own = actor.areaCode !== '' && !['AGENCY', 'PARTNER', 'SYS', 'DPO'].includes(actor.role)
    const expected = villages
      .filter(v => own && v.startsWith(actor.areaCode))
      .map(Number)
      .sort()
    for (const table of tables) {
      const rows = await readAs(
        actor,
        sql<{
          area_code: number
        }>`select distinct area_code from ${sql.table(table)} where area_code is not null order by 1`,
      )
      expect(
        rows.map(r => r.area_code),
        table,
      ).toEqual(expected)
    }
  })

  test.each(areaPeople)('%s sees restricted hardships only where permitted', async (_, actor) => {
    const may = actor.role === 'DCHIEF' || actor.designated
    const rows = await readAs(actor, sql<{ n: number }>`select count(*)::int as n from problems where restricted`)
    if (may) expect(rows[0]?.n).toBeGreaterThan(0)
    else expect(rows[0]?.n).toBe(0)
    const counted = await readAs(
      actor,
      sql<{ n: number }>`select count(*)::int as n from counted_items i
      where i.measure = 'problem' and i.detail = 'D6'`,
    )
    if (may) expect(counted[0]?.n).toBeGreaterThan(0)
    else expect(counted[0]?.n).toBe(0)
  })

  test('an unset scope sees nothing, and nobody without a role sees a table at all', async () => {
    await database.app.transaction().execute(async trx => {
      await sql`select set_config('role', 'thaiqm_area', true)`.execute(trx)
      expect((await sql`select 1 from households`.execute(trx)).rows).toEqual([])
    })
    await expect(sql`select 1 from households`.execute(database.app)).rejects.toThrow(/permission denied/)
  })

  test('readers may not write, whatever the row', async () => {
    await expect(readAs(people.districtChief, sql`update problems set state = 'RESOLVED'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(readAs(people.districtChief, sql`delete from audit`)).rejects.toThrow(/permission denied/)
  })

  test('every table has row-level security on and forced, and none is owned by the application', async () => {
    const { rows } = await sql<{ relname: string; ok: boolean; owner: string }>`select relname,
      relrowsecurity and relforcerowsecurity as ok, pg_get_userbyid(relowner) as owner
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' and relname not like '%migration%'`.execute(
      database.owner,
    )
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter(r => !r.ok).map(r => r.relname)).toEqual([])
    expect(new Set(rows.map(r => r.owner))).toEqual(new Set(['thaiqm_owner']))
  })

  test('the name search stays inside the scope', async () => {
    const find = (actor: Actor, low: number, high: number) =>
      readAs(
        actor,
        sql<{
          household_id: string
        }>`select household_id from find_households_by_name('บ้านตัวอย่าง', ${low}, ${high}, 100)`,
      )
    expect((await find(people.tambonOfficer, 49010500, 49010599)).length).toBe(2)
    expect(await find(people.tambonOfficer, 49000000, 49999999)).toEqual([])
  })
})

test('an agency sees a household while a hardship of it is referred to the agency, and then that hardship alone', async () => {
  const agency = people.healthAgency
  const seen = () =>
    readAs(
      agency,
      sql<{ problem_id: string }>`select p.problem_id from problems p join households h using (household_id)`,
    )
  expect(await seen()).toEqual([])
  const refer = { problemId: testId(100), agencyCode: 'MOPH', organisationId: null, dueOn: '2024-02-01', note: '' }
  await applyCommands(parts, people.districtOfficer, [officeCommand('household', testId(1), 'ReferProblem', refer)])
  expect(await seen()).toEqual([{ problem_id: testId(100) }])
  for (const table of ['members', 'counted_items', 'ledger_events'])
    await expect(readAs(agency, sql`select 1 from ${sql.table(table)}`)).rejects.toThrow(/permission denied/)
})

test('a partner does not even find the house whose restricted hardship was referred to its agency; the agency does', async () => {
  await applyCommands(parts, people.districtChief, [
    officeCommand('household', testId(2), 'ReferProblem', {
      problemId: testId(201),
      agencyCode: 'CIVIL',
      organisationId: null,
      dueOn: '2024-02-01',
      note: '',
    }),
  ])
  const agency: Actor = { ...people.healthAgency, agencyCode: 'CIVIL' }
  const partner: Actor = { ...agency, role: 'PARTNER' }
  for (const table of ['problems', 'households', 'household_documents']) {
    expect(await readAs(agency, sql`select 1 from ${sql.table(table)}`), table).toHaveLength(1)
    expect(await readAs(partner, sql`select 1 from ${sql.table(table)}`), table).toEqual([])
  }
})

test('national numbers and telephones lie sealed in every table', async () => {
  const canary = '3490100000017'
  const phone = '0810000001'
  const household = importCommand([oldProblem(300, 'P204')], {
    phone,
    members: [headMember({ nationalNumber: canary, numberStatus: 'valid' })],
  })
  await applyCommands(parts, systemActor, toHousehold(testId(50), household))
  const everything = await inTransaction(database.app, systemScope, async trx => {
    const texts: string[] = []
    for (const table of ['household_documents', 'ledger_events', 'commands', 'members', 'households', 'audit'])
      texts.push(
        ...(await sql<{ t: string }>`select t::text from ${sql.table(table)} t`.execute(trx)).rows.map(r => r.t),
      )
    return texts
  })
  expect(everything.some(text => text.includes('sealed'))).toBe(true)
  expect(everything.filter(text => text.includes(canary) || text.includes(phone))).toEqual([])
})
