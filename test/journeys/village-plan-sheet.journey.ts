import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { listHouseholds, readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import { readCountedList } from '@thaiqm/contract/measure/measure-routes.ts'
import { villageSheetPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { inOfficialDigits } from '@thaiqm/core/thai/official-digits.ts'
import { expect, test } from 'vitest'
import { beginJourney } from './support/journey.ts'
import { downloadPaper, paperText } from './support/paper-text.ts'
import { chiefOfMueang, headOfKhamHi, khamHi, officerOfMueang, phonSai } from './support/people.ts'
import type { Witness } from './support/witness.ts'

const journey = beginJourney()

const OPEN = 'เอกสารเปิดเผย (ไม่มีชื่อ)'
const NAMED = 'บัญชีรายชื่อสำหรับคณะกรรมการ (ลับ)'
const PAGE_SIZE = 200

const codesIn = (text: string): readonly string[] => [...new Set(text.match(/P\d{3}/g))]
const isRestricted = (code: string): boolean => problemKindByCode.get(code)?.restricted === true

/** The codes of every live hardship on the counted list of an area, one for each row. */
const liveKinds = async (witness: Witness, area: string): Promise<readonly string[]> => {
  const call = { params: { measure: 'live-problem' as const }, query: { area, pageSize: PAGE_SIZE } }
  const { rows, total } = await witness.ask(readCountedList, call)
  expect(rows).toHaveLength(total)
  return rows.flatMap(row => row.problem?.kindCode ?? [])
}

const memberNamesOf = async (witness: Witness, area: string): Promise<readonly string[]> => {
  const { rows, total } = await witness.ask(listHouseholds, { query: { area, pageSize: PAGE_SIZE } })
  expect(rows).toHaveLength(total)
  const read = await Promise.all(
    rows.map(row => witness.ask(readHousehold, { params: { householdId: row.householdId } })),
  )
  return read.flatMap(({ household }) => household.members.flatMap(member => [member.firstName, member.lastName]))
}

test('for the plan meeting of a village the officer takes a sheet without names, counted as the lists count, and a secret one with names', async () => {
  const witness = await journey.witness(officerOfMueang)
  const kinds = (await liveKinds(witness, khamHi)).filter(code => /^P[24]/.test(code))
  const counted = [...Map.groupBy(kinds, code => code)].map(([code, own]) => [code, inOfficialDigits(`${own.length}`)])
  expect(counted.length).toBeGreaterThan(3)

  const desk = await journey.signIn(officerOfMueang, 'desk')
  await desk.getByRole('link', { name: 'เอกสารราชการ' }).click()
  await desk.getByText('โปรดเลือกตำบลหรือหมู่บ้านด้านบน', { exact: false }).waitFor()
  await desk.getByRole('combobox', { name: 'พื้นที่' }).fill('บ้านคำฮี')
  await desk.getByRole('option', { name: 'บ้านคำฮี' }).click()
  const open = await downloadPaper(desk, OPEN)
  const named = await downloadPaper(desk, NAMED)

  expect(open.fileName).toBe(`thaiqm-village-needs-${khamHi}-open.docx`)
  expect(open.text).toContain('หมู่ที่ ๗ บ้านคำฮี')
  const rows = open.rows.filter(([code]) => /^P\d{3}$/.test(code ?? ''))
  expect(rows.map(([code, , , problems]) => [code, problems]).toSorted()).toEqual(counted.toSorted())
  expect(open.rows.find(row => row[1] === 'รวม')?.[3]).toBe(inOfficialDigits(`${kinds.length}`))
  expect(open.margins).not.toMatch(/^ลับ$/m)
  const names = [...new Set(await memberNamesOf(witness, khamHi))].filter(name => name.length > 1)
  expect(names.length).toBeGreaterThan(10)
  // Who made it stands at the foot, and nobody else anywhere.
  const told = open.text.replace(open.margins, '')
  expect(names.filter(name => told.includes(name))).toEqual([])

  expect(named.fileName).toBe(`thaiqm-village-needs-${khamHi}-named.docx`)
  // Head and foot of the first page and of the others.
  expect(named.margins.match(/^ลับ$/gm)).toHaveLength(4)
  const listed = named.rows.filter(([place]) => /^[๐-๙]+$/.test(place ?? ''))
  expect(listed.map(row => codesIn(row[4] ?? '').join()).toSorted()).toEqual(kinds.toSorted())
  for (const [, , headName = ''] of listed) expect(names.some(name => headName.includes(name))).toBe(true)
})

test('nothing restricted stands in the named list whoever takes it, and a village head gets none', async () => {
  const chief = await journey.witness(chiefOfMueang)
  // The chief sees restricted hardships in this tambon, so that their absence says something.
  expect((await liveKinds(chief, phonSai)).filter(isRestricted)).not.toEqual([])
  const all = { part: 'named', dimensions: 'D1,D2,D3,D4,D5,D6' }
  const answer = await chief.fetch(routeAddress(villageSheetPath, { area: phonSai }, all))
  const named = paperText(new Uint8Array(await answer.arrayBuffer()))
  expect(codesIn(named.text).length).toBeGreaterThan(5)
  expect(codesIn(named.text).filter(isRestricted)).toEqual([])

  const head = await journey.signIn(headOfKhamHi, 'desk')
  await head.goto(`${journey.url}/papers`)
  const open = await downloadPaper(head, OPEN)
  expect(codesIn(open.text)).not.toEqual([])
  expect(await head.getByRole('link', { name: NAMED }).count()).toBe(0)
  const witness = await journey.witness(headOfKhamHi)
  const refused = await witness.fetch(routeAddress(villageSheetPath, { area: khamHi }, { part: 'named' }))
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ refusal: { code: 'not-permitted' } })
})
