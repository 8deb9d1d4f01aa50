import type { PracticePerson } from '@thaiqm/contract/practice/practice-routes.ts'
import { expect, test } from 'vitest'
import { groupByRole } from './people-by-role.ts'

const person = (name: string, role: PracticePerson['role'], areaNameTh: string): PracticePerson => ({
  personId: '0192aaaa-0000-7000-8000-000000000001' as PracticePerson['personId'],
  name,
  position: 'เจ้าหน้าที่',
  role,
  areaCode: '49',
  areaNameTh,
  organisationNameTh: null,
})
const people = [
  person('นางแก้ว ใจดี', 'VIL', 'บ้านคำฮี'),
  person('นายวีระ พงษ์ทอง', 'GOV', 'มุกดาหาร'),
  person('นายดำ คำแก้ว', 'VIL', 'บ้านสามขัว'),
]

test('the governor comes first, roles without people are left out', () => {
  expect(groupByRole(people, '').map(group => [group.code, group.people.length])).toEqual([
    ['GOV', 1],
    ['VIL', 2],
  ])
})

test('every word sought has to be somewhere in the line', () => {
  expect(groupByRole(people, 'แก้ว').flatMap(group => group.people.map(p => p.name))).toEqual([
    'นางแก้ว ใจดี',
    'นายดำ คำแก้ว',
  ])
  expect(groupByRole(people, 'แก้ว สามขัว').flatMap(group => group.people.map(p => p.name))).toEqual(['นายดำ คำแก้ว'])
  expect(groupByRole(people, 'ไม่มีใคร')).toEqual([])
})
