import { useSyncExternalStore } from 'react'

/** Whether this app's own files lie on the phone, so that it opens without a network. */
export interface AppFiles {
  /** `impossible`: the browser or the address (no https) cannot keep an app; `storing`: on the way. */
  readonly state: 'impossible' | 'storing' | 'stored'
  /** A newer build lies ready and waits to be let in. */
  readonly hasUpdate: boolean
}

const CAN_KEEP = import.meta.env.PROD && 'serviceWorker' in navigator

let known: AppFiles = { state: CAN_KEEP ? 'storing' : 'impossible', hasUpdate: false }
const listeners = new Set<() => void>()
const say = (next: Partial<AppFiles>) => {
  known = { ...known, ...next }
  for (const listener of listeners) listener()
}

const LONGEST_HANDOVER_MS = 5_000
const BETWEEN_LOOKS_IN_MS = 60 * 60 * 1000

let registration: ServiceWorkerRegistration | undefined
let isTakingUpdate = false

const follow = (kept: ServiceWorkerRegistration) => {
  const look = () =>
    say({
      state: kept.active === null ? 'storing' : 'stored',
      hasUpdate: kept.active !== null && kept.waiting !== null,
    })
  const watch = () => kept.installing?.addEventListener('statechange', look)
  look()
  watch()
  kept.addEventListener('updatefound', watch)
  // Another tab may have let the new build in.
  navigator.serviceWorker.addEventListener('controllerchange', look)
  void navigator.serviceWorker.ready.then(look)
  let lookedAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < BETWEEN_LOOKS_IN_MS) return
    lookedAt = Date.now()
    kept.update().catch(() => undefined)
  })
}

/** Once the first page stands: puts the whole app on the phone. Without a network the files that are there go on. */
export const keepAppFiles = (): void => {
  if (!CAN_KEEP) return
  const begin = async () => {
    try {
      registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`)
      follow(registration)
    } catch {
      if (navigator.serviceWorker.controller === null) say({ state: 'impossible' })
      else say({ state: 'stored' })
    }
  }
  if (document.readyState === 'complete') void begin()
  else window.addEventListener('load', () => void begin(), { once: true })
}

/** Lets the newer build in and opens the app anew in it. Drafts and unsent work lie in the local store and stay. */
export const takeUpdate = (): void => {
  const waiting = registration?.waiting
  if (isTakingUpdate) return
  isTakingUpdate = true
  if (waiting == null) {
    window.location.reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  // A browser may let the old build finish what it is fetching first, for minutes; opened anew, it has nothing to finish.
  window.setTimeout(() => window.location.reload(), LONGEST_HANDOVER_MS)
  waiting.postMessage('take-over')
}

export const readAppFiles = (): AppFiles => known

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAppFiles = (): AppFiles => useSyncExternalStore(subscribe, readAppFiles)
