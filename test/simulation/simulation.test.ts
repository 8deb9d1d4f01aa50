import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultKinds } from './faults.ts'
import { plant, plantedNames } from './planted-bugs.ts'
import { findNoticed, runWorlds } from './run.ts'
import { runWorld } from './world.ts'

const REPOSITORY = join(import.meta.dirname, '../..')

test('one seed is one world: run again it takes the same steps to the same end', async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const [first, again] = [await runWorld({ seed }), await runWorld({ seed })]
    expect(again.hash, `seed ${seed}`).toBe(first.hash)
    expect(again.trace).toEqual(first.trace)
  }
})

test('every kind of fault strikes', { timeout: 120_000 }, async () => {
  const { faults } = await runWorlds(1, 400)
  expect(faultKinds.filter(kind => faults[kind] === 0)).toEqual([])
})

describe('a planted bug is caught within 200 seeds', () => {
  test.each(plantedNames)('%s', { timeout: 120_000 }, async name => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { violations } = await runWorld({ seed, planted: plant(name) })
      if (findNoticed(plant(name), violations) !== undefined) return
    }
    expect.fail(`no world noticed ${name}`)
  })
})

// What a world runs on may ask no clock and no chance but its own.
const outside =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(Timeout|Interval)\b|\brandomUUID\b|\bperformance\.now\b/

test.each([
  ['packages/core/sync', []],
  ['packages/contract/client', []],
  ['packages/contract/sync', []],
  // The command line tells how long it took, and this test names what it forbids.
  ['test/simulation', ['main.ts', 'simulation.test.ts']],
] as const)('no clock and no chance in %s but what is handed in', (folder, except) => {
  const files = readdirSync(join(REPOSITORY, folder)).filter(name => name.endsWith('.ts'))
  const guilty = files
    .filter(name => !(except as readonly string[]).includes(name))
    .filter(name => outside.test(readFileSync(join(REPOSITORY, folder, name), 'utf8')))
  expect(files.length).toBeGreaterThan(0)
  expect(guilty).toEqual([])
})
