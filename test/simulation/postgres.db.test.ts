import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../../apps/server/platform/database/test-database.ts'
import { postgresStage } from './postgres-stage.ts'
import { runWorlds } from './run.ts'

const database = useTestDatabase()

test('worlds on PostgreSQL, through the real routes, break no invariant', { timeout: 180_000 }, async () => {
  const filesDir = await mkdtemp(join(tmpdir(), 'thaiqm-simulation-'))
  const openStage = await postgresStage({ app: database.app, owner: database.owner, filesDir })
  const { bad, commands } = await runWorlds(1, 3, { openStage })
  expect(bad).toEqual([])
  const life = await runWorlds(2, 1, { openStage, isLife: true })
  expect(life.bad).toEqual([])
  expect(commands + life.commands).toBeGreaterThan(20)
})
