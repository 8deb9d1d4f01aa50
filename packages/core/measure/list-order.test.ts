import { expect, test } from 'vitest'
import { listOrder, MOST_SORTED, possibleOrders } from './list-order.ts'

test('a list that a person can read through is put in any order', () => {
  expect(possibleOrders('covered-household', MOST_SORTED)).toEqual(listOrder.options)
  expect(possibleOrders(null, 0)).toEqual(listOrder.options)
})

test('a longer one is read house by house, and by day where every item carries one', () => {
  expect(possibleOrders('covered-household', MOST_SORTED + 1)).toEqual(['house'])
  expect(possibleOrders('problem', MOST_SORTED + 1)).toEqual(['house'])
  expect(possibleOrders(null, MOST_SORTED + 1)).toEqual(['house'])
  expect(possibleOrders('live-problem', MOST_SORTED + 1)).toEqual(['house', 'due'])
  expect(possibleOrders('problem-to-revisit', 60_000)).toEqual(['house', 'due'])
})
