import { expect, test } from 'vitest'
import { isOutage } from './outage.ts'

const withCode = (code: string) => Object.assign(new Error('of the server'), { code })

test.each(['57P01', '57P03', '53100', '58030', '08006', 'ECONNREFUSED', 'ENOSPC', 'EPIPE'])('%s is an outage', code => {
  expect(isOutage(withCode(code))).toBe(true)
})

test.each([
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  'timeout exceeded when trying to connect',
])('so is “%s”', words => {
  expect(isOutage(new Error(words))).toBe(true)
})

test.each(['23505', '40001', '22P02', 'FST_ERR_VALIDATION', 'ERR_INVALID_ARG_TYPE'])('%s is none', code => {
  expect(isOutage(withCode(code))).toBe(false)
})

test('nor is a fault of ours', () => {
  expect(isOutage(new TypeError('Connection is undefined'))).toBe(false)
  expect(isOutage(null)).toBe(false)
})
