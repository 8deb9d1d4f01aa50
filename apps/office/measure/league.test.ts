import type { FigureValue } from '@thaiqm/contract/measure/measure-routes.ts'
import { expect, test } from 'vitest'
import { type AreaStanding, isBehind, sortLeague } from './league.ts'

const figure = (n: number, of: number | null): FigureValue => ({ key: 'coverage', n, of, pace: null })
const area = (areaCode: string, n: number, of: number | null): AreaStanding => ({
  areaCode,
  nameTh: areaCode,
  nameEn: areaCode,
  figures: [figure(n, of)],
})
const codes = (areas: readonly AreaStanding[]) => areas.map(a => a.areaCode)

test('areas stand in the order of their share, not of their count', () => {
  const areas = [area('4901', 900, 1000), area('4902', 95, 100), area('4903', 10, 100)]
  expect(codes(sortLeague(areas, { by: 'coverage', direction: 'descending' }))).toEqual(['4902', '4901', '4903'])
  expect(codes(sortLeague(areas, { by: 'coverage', direction: 'ascending' }))).toEqual(['4903', '4901', '4902'])
})

test('an area with nothing to count stands last whichever way the column runs', () => {
  const areas = [area('4901', 0, 0), area('4902', 1, 2), area('4903', 2, 2)]
  expect(codes(sortLeague(areas, { by: 'coverage', direction: 'descending' }))).toEqual(['4903', '4902', '4901'])
  expect(codes(sortLeague(areas, { by: 'coverage', direction: 'ascending' }))).toEqual(['4902', '4903', '4901'])
})

test('by name means by code', () => {
  const areas = [area('4903', 1, 1), area('4901', 1, 1)]
  expect(codes(sortLeague(areas, { by: 'name', direction: 'ascending' }))).toEqual(['4901', '4903'])
  expect(codes(sortLeague(areas, { by: 'name', direction: 'descending' }))).toEqual(['4903', '4901'])
})

test('behind needs a deadline, work left, and too slow a week', () => {
  const pace = { deadline: '2024-01-31', daysLeft: 3, remaining: 9, neededPerDay: 3, recentPerDay: 1, onTrack: false }
  const paced = (of: Partial<typeof pace>) => ({ ...figure(1, 10), pace: { ...pace, ...of } }) as FigureValue
  expect(isBehind(figure(1, 10))).toBe(false)
  expect(isBehind(paced({}))).toBe(true)
  expect(isBehind(paced({ onTrack: true }))).toBe(false)
  expect(isBehind(paced({ remaining: 0 }))).toBe(false)
})
