import { Worker } from 'node:worker_threads'
import type { SolverAnswer, SolverTask } from './solver-task.ts'

let lastSolve: Promise<unknown> = Promise.resolve()

/**
 * Solves on another thread, one assignment after the other: two at once would take both cores of a small server. `seconds`
 * is the solver's time, without waiting for others and the thread's start (about 0.2 s).
 */
export const solveInWorker = (task: SolverTask, seconds: number): Promise<SolverAnswer> => {
  const solve = lastSolve.then(() => inThread(task, seconds))
  lastSolve = solve.catch(() => undefined)
  return solve
}

const inThread = (task: SolverTask, seconds: number): Promise<SolverAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./assignment-worker.ts', import.meta.url), { workerData: { task, seconds } })
    worker.once('message', (answer: SolverAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the solver's thread ended with ${code} and no answer`)))
  })
