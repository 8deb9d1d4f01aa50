import type { Random } from './random.ts'

/** A process, a tab, a request on its way: what can die at any moment. What waits in a dead life never goes on. */
export interface Life {
  readonly name: string
  isAlive: boolean
}

export const newLife = (name: string): Life => ({ name, isAlive: true })

interface Ready {
  readonly life: Life
  readonly label: string
  readonly go: () => void
}

/** Something others wait for; told once. */
export interface Signal<Value> {
  wait(life: Life): Promise<Value>
  tell(value: Value): void
  readonly isTold: () => boolean
}

const nothing = (): void => undefined

/**
 * One thread of one world: whoever could go on stands in a list, and chance picks who does. Between two picks everything
 * runs until it waits again, so one seed is one order of all steps.
 */
export const createScheduler = (random: Random, onFault: (life: Life, error: unknown) => void) => {
  const ready: Ready[] = []
  const trace: string[] = []
  let current = ''

  const note = (text: string): void => {
    trace.push(text)
  }

  const pause = (life: Life, label: string): Promise<void> =>
    new Promise(resolve => {
      if (life.isAlive) ready.push({ life, label, go: resolve })
    })

  const signal = <Value>(label: string): Signal<Value> => {
    let told: { readonly value: Value } | undefined
    const waiting: { life: Life; resolve: (value: Value) => void }[] = []
    return {
      isTold: () => told !== undefined,
      wait: life =>
        new Promise(resolve => {
          const known = told
          if (known === undefined) waiting.push({ life, resolve })
          else if (life.isAlive) ready.push({ life, label, go: () => resolve(known.value) })
        }),
      tell: value => {
        if (told !== undefined) return
        told = { value }
        for (const { life, resolve } of waiting) if (life.isAlive) ready.push({ life, label, go: () => resolve(value) })
      },
    }
  }

  /** Begins a piece of work of its own; it first stands in the list like all others. */
  const spawn = (life: Life, label: string, work: () => Promise<unknown>): void => {
    void pause(life, label)
      .then(work)
      .then(nothing, error => onFault(life, error))
  }

  // A macrotask comes when every microtask has run: then everybody waits in the list again.
  // What really goes to a disk or a database is waited for, so that the order stays the world's own.
  let outside = 0
  const settle = async (): Promise<void> => {
    do await new Promise(resolve => setImmediate(resolve))
    while (outside > 0)
  }

  const real = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    outside += 1
    try {
      return await work()
    } finally {
      outside -= 1
    }
  }

  /** Lets one of those that could go on do so; false when nobody can. */
  const step = async (): Promise<boolean> => {
    while (ready.length > 0) {
      const at = random.below(ready.length)
      const chosen = ready[at]
      const last = ready.pop()
      if (chosen === undefined || last === undefined) return false
      if (at < ready.length) ready[at] = last
      if (!chosen.life.isAlive) continue
      current = `${chosen.life.name} ${chosen.label}`
      trace.push(current)
      chosen.go()
      await settle()
      return true
    }
    return false
  }

  return { pause, signal, spawn, step, settle, real, note, trace, waiting: () => ready.length, current: () => current }
}

export type Scheduler = ReturnType<typeof createScheduler>
