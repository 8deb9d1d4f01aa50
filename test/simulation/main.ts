import { runWorld } from './world.ts'

const from = Number(process.argv[2] ?? 1)
const count = Number(process.argv[3] ?? 1)
const began = performance.now()
let bad = 0
const kinds = new Map<string, number>()
let made = 0
let steps = 0
for (let seed = from; seed < from + count; seed += 1) {
  const result = await runWorld({ seed })
  made += result.commands
  steps += result.steps
  if (result.violations.length > 0) {
    bad += 1
    const [first] = result.violations
    const key = `${first?.invariant} ${first?.what
      .replace(/[0-9a-f-]{36}/g, 'ID')
      .replace(/phone\d/, 'P')
      .split('\n')
      .slice(0, 3)
      .join(' | ')}`
    kinds.set(key, (kinds.get(key) ?? 0) + 1)
    if (count === 1 || (kinds.get(key) ?? 0) <= 1) console.log(seed, key)
    if (count === 1) {
      console.log(result.violations)
      console.log(result.trace.slice(-Number(process.argv[4] ?? 40)).join('\n'))
    }
  }
}
console.log({ bad, count, made, steps, msPerSeed: (performance.now() - began) / count })
console.log(kinds)
