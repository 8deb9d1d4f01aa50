import { parentPort, workerData } from 'node:worker_threads'
import loadHighs from 'highs'
import { solveAssignment } from './solve-assignment.ts'
import type { SolverTask } from './solver-task.ts'

/** A thread of its own for one assignment: HiGHS computes for seconds and would keep everybody else waiting. */
const { task, seconds } = workerData as { readonly task: SolverTask; readonly seconds: number }
const highs = await loadHighs()
parentPort?.postMessage(solveAssignment(highs, task, { seconds, now: () => performance.now() / 1000 }))
