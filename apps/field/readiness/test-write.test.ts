import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { isWriteReadBack } from './test-write.ts'

test('a phone that keeps what is written says so, and keeps nothing of it', async () => {
  expect(await isWriteReadBack()).toBe(true)
  expect(await indexedDB.databases()).toEqual([])
})

test('a phone whose store does not open says so', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await isWriteReadBack()).toBe(false)
  open.mockRestore()
})
