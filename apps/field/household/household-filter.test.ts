import { letterKey, searchKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { expect, test } from 'vitest'
import { countByFilter, filterHouseholds, type ListedHousehold } from './household-filter.ts'
import { searchHouseholds } from './household-search.ts'

const row = (houseNumber: string, given: Partial<ListedHousehold> & { readonly names?: readonly string[] } = {}) => {
  const { names = [], ...rest } = given
  return {
    householdId: `${houseNumber}-${rest.sequenceInHouse ?? 1}`,
    areaCode: '49010507',
    houseNumber,
    sequenceInHouse: 1,
    headName: names[0] ?? '',
    memberCount: names.length,
    origin: 'BASELINE',
    status: 'ACTIVE',
    isTarget: true,
    formState: 'NOT_STARTED',
    oldProblems: 0,
    uncheckedProblems: 0,
    liveProblems: 0,
    attempts: 0,
    place: null,
    photos: [],
    lastOutcome: null,
    waiting: 0,
    hasDraft: false,
    searchText: [letterKey(houseNumber), '49010123456', ...names.map(searchKey)].join('|'),
    ...rest,
  } as ListedHousehold
}

const houses = (rows: readonly ListedHousehold[]) => rows.map(r => r.householdId)

test('houses stand in the order of their numbers, second families after the first, houses without number last', () => {
  const rows = [row(''), row('97/10'), row('10'), row('97/2'), row('9'), row('97', { sequenceInHouse: 2 }), row('97')]
  expect(houses(filterHouseholds(rows, 'all'))).toEqual(['9-1', '10-1', '97-1', '97-2', '97/2-1', '97/10-1', '-1'])
})

const find = (rows: readonly ListedHousehold[], typed: string, most = 50) => searchHouseholds(rows, typed, most)

test('a house is found by the beginning of its number, in Thai digits too, the house itself first', () => {
  const rows = [row('97/1'), row('197'), row('97')]
  expect(houses(find(rows, '๙๗').rows)).toEqual(['97-1', '97/1-1'])
  expect(find(rows, '490101').total).toBe(3)
  expect(find(rows, '4901').total).toBe(0)
  expect(find(rows, '4901012345699').total).toBe(0)
})

test('any member’s name finds the house, with or without title and spaces', () => {
  const rows = [row('1', { names: ['นายบุญมี ศรีสุข', 'นางสาวสมหญิง ใจดี'] }), row('2', { names: ['นางคำปัน วงศ์ษา'] })]
  expect(houses(find(rows, 'สมหญิง ใจ').rows)).toEqual(['1-1'])
  expect(houses(find(rows, 'น.ส.สมหญิง').rows)).toEqual(['1-1'])
  expect(houses(find(rows, 'คำบัน').rows)).toEqual(['2-1'])
  expect(find(rows, 'ไม่มีผู้นี้')).toEqual({ rows: [], total: 0 })
  expect(find(rows, '  ').total).toBe(0)
})

test('names as they are typed stand before those that only resemble them', () => {
  const rows = [
    row('1', { names: ['นายสุนธร คำดี'] }),
    row('2', { names: ['นายสุนทร คำดี'] }),
    row('3', { names: ['สมทร'] }),
  ]
  expect(houses(find(rows, 'สุนทร').rows)).toEqual(['2-1', '1-1'])
})

test('a house number and a name together must both be there', () => {
  const rows = [row('12', { names: ['นายบุญมี ศรีสุข'] }), row('12', { names: ['นายคำมี'], sequenceInHouse: 2 })]
  expect(houses(find(rows, '๑๒ บุนมี').rows)).toEqual(['12-1'])
  expect(houses(find(rows, '12').rows)).toEqual(['12-1', '12-2'])
  expect(find(rows, '13 บุญมี').total).toBe(0)
})

test('no more are given than were asked for, and all are counted', () => {
  const rows = Array.from({ length: 300 }, (_, n) => row(String(n + 1), { names: ['นายบุญมี ศรีสุข'] }))
  const found = find(rows, 'บุญมี', 40)
  expect([found.rows.length, found.total]).toEqual([40, 300])
  expect(found.rows[1]?.houseNumber).toBe('2')
})

test('each chip shows its own households and its own number', () => {
  const rows = [
    row('1'),
    row('2', { hasDraft: true }),
    row('3', { formState: 'RETURNED' }),
    row('4', { formState: 'SUBMITTED' }),
    row('5', { formState: 'CERTIFIED' }),
    row('6', { isTarget: false, status: 'VACANT' }),
  ]
  expect(countByFilter(rows)).toEqual({ left: 2, returned: 1, draft: 1, review: 1, sent: 2, all: 6 })
  expect(houses(filterHouseholds(rows, 'review'))).toEqual(['4-1'])
  expect(houses(filterHouseholds(rows, 'left'))).toEqual(['1-1', '2-1'])
  expect(houses(filterHouseholds(rows, 'sent'))).toEqual(['4-1', '5-1'])
})
