import { Worker } from 'node:worker_threads'
import type { SolverAnswer, SolverTask } from './solver-task.ts'

/** So many may wait for the solver: the last of them waits some twenty seconds. */
const MOST_WAITING = 5

let lastSolve: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Whether whoever asks now would wait too long, and is better asked to come again. */
export const isSolverBusy = (): boolean => waiting >= MOST_WAITING

/**
 * Solves on another thread, one assignment after the other: two at once would take both cores of a small server. `seconds`
 * is the solver's time, without waiting for others and the thread's start (about 0.2 s).
 */
export const solveInWorker = (task: SolverTask, seconds: number): Promise<SolverAnswer> => {
  waiting += 1
  const solve = lastSolve.then(() => inThread(task, seconds))
  lastSolve = solve.catch(() => undefined)
  void lastSolve.then(() => {
    waiting -= 1
  })
  return solve
}

/** The solver keeps its time by itself; a thread that does not is ended, and everybody behind it goes on. */
const inThread = (task: SolverTask, seconds: number): Promise<SolverAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./assignment-worker.ts', import.meta.url), { workerData: { task, seconds } })
    const tooLate = setTimeout(() => void worker.terminate(), (3 * seconds + 15) * 1_000)
    worker.once('message', (answer: SolverAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', code => {
      clearTimeout(tooLate)
      reject(new Error(`the solver's thread ended with ${code} and no answer`))
    })
  })
