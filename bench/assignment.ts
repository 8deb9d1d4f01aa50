import { type AssignmentMatch, noPins } from '@thaiqm/core/assignment/assignment.ts'
import { fitOf } from '@thaiqm/core/assignment/offer-fit.ts'
import { proposeAssignment } from '../apps/server/assignment/propose-assignment.ts'
import { solveInWorker } from '../apps/server/assignment/solve-in-worker.ts'
import { DISTRICT_TODAY, makeDistrict } from './assignment-district.ts'
import { type MeasureFigure, type Measurement, median, repeated, say } from './measurement.ts'

/** What the office's route gives the solver. */
const SECONDS = 3.5

interface Case {
  readonly name: string
  readonly needs: number
  readonly offers: number
  readonly alike?: boolean
}

const cases: readonly Case[] = [
  { name: '5,000 needs × 200 offers, quantities and budgets differ', needs: 5_000, offers: 200 },
  { name: '5,000 needs × 200 offers, everybody asks for one', needs: 5_000, offers: 200, alike: true },
  { name: '500 needs × 40 offers, quantities and budgets differ', needs: 500, offers: 40 },
]

/** 7. Sharing out what partners offer: from needs and offers in memory to the proposal with its reasons. */
export const measureAssignment: MeasureFigure = async rig => {
  const measurements: Measurement[] = []
  for (const { name, ...size } of cases) {
    const floors: number[] = []
    const runs = await repeated(Math.max(2, rig.repeats), async turn => {
      const { needs, offers } = makeDistrict({ ...size, seed: turn + 1 })
      const input = { needs, offers, pins: noPins, today: DISTRICT_TODAY }
      const before = performance.now()
      let fitting = 0
      for (const need of needs)
        for (const offer of offers) if (fitOf(need, offer, DISTRICT_TODAY) === 'fits') fitting += 1
      floors.push(performance.now() - before)
      // What else this process has to do meanwhile: the longest it was kept from it.
      let longest = 0
      let last = performance.now()
      const watch = setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 5)
      const began = performance.now()
      const proposal = await proposeAssignment(input, task => solveInWorker(task, SECONDS))
      const ms = performance.now() - began
      clearInterval(watch)
      if (!proposal.ok) throw new Error(`the proposal was refused: ${proposal.code}`)
      const { matches, provenClasses, classes, open } = proposal.value
      const bySeverity = [1, 2, 3].map(severity => {
        const those = new Set(needs.filter(need => need.severity === severity).map(need => need.problemId))
        return `${matches.filter((m: AssignmentMatch) => those.has(m.problemId)).length}/${those.size}`
      })
      const next = open === null ? '' : `, of the next ${open.served}, at most ${open.atMost}`
      say(
        `${name}: ${fitting} pairs fit; served by severity ${bySeverity.join(' ')}; ${provenClasses} of ${classes} classes proven${next}; ${Math.round(ms)} ms`,
      )
      return { ms, longest }
    })
    measurements.push(
      {
        figure: 'assignment',
        name,
        unit: 'ms',
        value: median(runs.map(run => run.ms)),
        floor: { name: 'asking of every pair whether it fits', value: median(floors) },
        bar: { most: 5_000 },
      },
      {
        figure: 'assignment',
        name: `${name}: longest the server waits`,
        unit: 'ms',
        value: median(runs.map(run => run.longest)),
      },
    )
  }
  return measurements
}
