import { expect, test } from 'vitest'
import { readListQuery } from './list-query.ts'

test('reads area, filter, order and page from the address and the search words from beside it', () => {
  expect(
    readListQuery(
      { area: '4901', overdue: '1', detail: 'D2', sort: 'due', descending: '1', page: '3' },
      { search: ' คำฮี ' },
    ),
  ).toEqual({
    area: '4901',
    overdueOnly: true,
    detail: 'D2',
    search: 'คำฮี',
    sort: 'due',
    descending: true,
    page: 3,
    pageSize: 50,
  })
})

test('nonsense in the address is as if it were not there', () => {
  expect(readListQuery({ area: '49x', sort: 'drop table', page: '-2', overdue: 'yes' }, { search: '   ' })).toEqual({
    sort: 'house',
    descending: false,
    page: 1,
    pageSize: 50,
  })
})
