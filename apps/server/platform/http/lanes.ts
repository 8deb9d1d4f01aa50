import { readInstallation } from '@thaiqm/contract/installation/installation-routes.ts'
import { photoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { readSession } from '@thaiqm/contract/session/session-routes.ts'
import { removeDraft, saveDraft } from '@thaiqm/contract/survey/draft-routes.ts'
import { pullArea, pushCommands, reportDevice } from '@thaiqm/contract/sync/sync-routes.ts'
import { loadUnsentPhoto, loadUnsentWork } from '@thaiqm/contract/sync/unsent-file-routes.ts'
import type { Route } from '@thaiqm/contract/wire/route.ts'

/** What calls are for, the most urgent first: work handed in goes before work fetched, and that before looking. */
const laneOrder = ['sending', 'pulling', 'looking', 'photos'] as const

export type LaneName = (typeof laneOrder)[number]

interface LaneSize {
  /** So many at work at once: together they leave connections to the database for everybody else. */
  readonly atWork: number
  /** So many may wait; whoever comes after them is asked to come again. */
  readonly waiting: number
}

const ordinarySizes: Readonly<Record<LaneName, LaneSize>> = {
  sending: { atWork: 4, waiting: 1_000 },
  pulling: { atWork: 2, waiting: 4_000 },
  looking: { atWork: 3, waiting: 400 },
  photos: { atWork: 2, waiting: 1_000 },
}

type Called = Pick<Route, 'method' | 'path'>

const isOneOf = (routes: readonly Called[], { method, path }: Called): boolean =>
  routes.some(route => route.method === method && route.path === path)

const sending: readonly Called[] = [pushCommands, reportDevice, saveDraft, removeDraft, loadUnsentWork]
/** Rare and small: they wait for nobody. */
const unqueued: readonly Called[] = [readSession, readInstallation]

/** The lane of a route; undefined for what is rare and waits for nobody, such as signing in. */
export const laneOf = (route: Called): LaneName | undefined => {
  if (isOneOf(sending, route)) return 'sending'
  if (isOneOf([pullArea], route)) return 'pulling'
  if (route.path === loadUnsentPhoto.path || route.path.startsWith(photoPath.replace(/:.*/, ''))) return 'photos'
  return route.method === 'GET' && !isOneOf(unqueued, route) ? 'looking' : undefined
}

export interface Lanes {
  /**
   * Does the work when its lane's turn has come. When too many wait already, answers `turned-away` at once: nothing has
   * been done, and the caller comes again.
   */
  enter<Value>(lane: LaneName, work: () => Promise<Value>): Promise<Value | 'turned-away'>
}

interface Lane extends LaneSize {
  working: number
  readonly queue: (() => void)[]
}

/**
 * Lets a storm in one lane wait in its own queue. While somebody waits in a more urgent lane, a less urgent one keeps
 * one place at work and no more, so that it goes on slowly and never stands still.
 */
export const makeLanes = (sizes: Readonly<Record<LaneName, LaneSize>> = ordinarySizes): Lanes => {
  const lanes = laneOrder.map((name): Lane => ({ ...sizes[name], working: 0, queue: [] }))
  const mayBegin = (lane: Lane): boolean =>
    lane.working < lane.atWork &&
    (lane.working === 0 || lanes.slice(0, lanes.indexOf(lane)).every(({ queue }) => queue.length === 0))
  const callNext = (): void => {
    for (const lane of lanes)
      while (lane.queue.length > 0 && mayBegin(lane)) {
        lane.working += 1
        lane.queue.shift()?.()
      }
  }
  return {
    enter: async (name, work) => {
      const lane = lanes[laneOrder.indexOf(name)]
      if (lane === undefined) throw new Error(`no lane ${name}`)
      if (lane.queue.length >= lane.waiting) return 'turned-away'
      await new Promise<void>(begin => {
        lane.queue.push(begin)
        callNext()
      })
      try {
        return await work()
      } finally {
        lane.working -= 1
        callNext()
      }
    },
  }
}

const LEAST_WAIT_SECONDS = 5
const SPREAD_SECONDS = 25

/** Seconds until a caller who was turned away comes again: not all of them at once. */
export const comeAgainIn = (fraction: number): number => LEAST_WAIT_SECONDS + Math.floor(fraction * SPREAD_SECONDS)
