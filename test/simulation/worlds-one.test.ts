import { expect, test } from 'vitest'
import { runWorlds } from './run.ts'

test('the first five hundred worlds break no invariant', { timeout: 240_000 }, async () => {
  const { bad } = await runWorlds(1, 500)
  expect(bad).toEqual([])
})
