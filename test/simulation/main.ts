import { parseArgs } from 'node:util'
import { faultKinds } from './faults.ts'
import { describePlanted } from './planted-bugs.ts'
import { runPlanted, runWorlds } from './run.ts'
import type { OpenStage } from './stage.ts'

// npm run simulate -- --seeds N [--from S] [--phones K] [--life] [--planted] [--postgres]
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    phones: { type: 'string' },
    planted: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    life: { type: 'boolean', default: false },
  },
})

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const MOST_SEEDS_FOR_A_BUG = 200
const TOLD_EVERY = 2000

const planted = async (): Promise<boolean> => {
  const caught = await runPlanted(MOST_SEEDS_FOR_A_BUG, ({ name, seed, invariant }) =>
    say(
      `${seed === null ? '✗' : '✓'} ${name.padEnd(32)} ${seed === null ? 'not caught' : `seed ${seed}: ${invariant}`.padEnd(18)} ${describePlanted(name)}`,
    ),
  )
  const missed = caught.filter(({ seed }) => seed === null)
  say(`${caught.length - missed.length} of ${caught.length} planted bugs caught within ${MOST_SEEDS_FOR_A_BUG} seeds`)
  return missed.length === 0
}

const worlds = async (openStage?: OpenStage): Promise<boolean> => {
  const [from, seeds] = [Number(values.from), Number(values.seeds)]
  const phones = values.phones === undefined ? undefined : Number(values.phones)
  const began = performance.now()
  const { faults, bad, commands, steps, applied } = await runWorlds(from, seeds, {
    phones,
    isLife: values.life,
    openStage,
    onSeed: (done, wrong) => {
      const newest = wrong.at(-1)
      if (newest?.seed === from + done - 1) say(`seed ${newest.seed}: ${newest.violations[0]?.what ?? ''}`)
      if (done % TOLD_EVERY === 0) say(`${done} seeds, ${wrong.length} with a violation`)
    },
  })
  for (const { seed, violations, trace } of bad.slice(0, 20)) {
    say(`\nseed ${seed}`)
    for (const { invariant, what } of violations) say(`  ${invariant}: ${what}`)
    for (const line of trace) say(`    ${line}`)
  }
  const seconds = (performance.now() - began) / 1000
  if (values.life) {
    say(`\ncommands that stand applied`)
    for (const [type, times] of [...applied].sort()) say(`  ${type.padEnd(36)} ${times}`)
  }
  say(`\nfaults fired`)
  for (const kind of faultKinds) say(`  ${kind.padEnd(36)} ${faults[kind]}`)
  say(
    `\nseeds ${from}–${from + seeds - 1}: ${seeds} worlds, ${commands} commands, ${steps} steps, ${bad.length} with a violation`,
  )
  if (bad.length > 0) say(`seeds with a violation: ${bad.map(({ seed }) => seed).join(' ')}`)
  say(`${(seeds / seconds).toFixed(1)} seeds/s, ${((seconds * 1000) / seeds).toFixed(1)} ms a seed`)
  return bad.length === 0
}

const onPostgres = async (): Promise<boolean> => {
  const { openPostgresHome } = await import('./postgres-home.ts')
  const { postgresStage } = await import('./postgres-stage.ts')
  const home = await openPostgresHome()
  try {
    return await worlds(await postgresStage(home))
  } finally {
    await home.close()
  }
}

const run = values.planted ? planted : values.postgres ? onPostgres : worlds
process.exitCode = (await run()) ? 0 : 1
