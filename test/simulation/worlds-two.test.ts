import { expect, test } from 'vitest'
import { runWorlds } from './run.ts'

test('the second thousand worlds break no invariant', { timeout: 240_000 }, async () => {
  const { bad } = await runWorlds(1001, 1000)
  expect(bad).toEqual([])
})
