import { useSyncExternalStore } from 'react'

/** What Chromium hands a page whose app may be put on the home screen. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

let offer: InstallOffer | null = null
const listeners = new Set<() => void>()
const keepOffer = (next: InstallOffer | null) => {
  offer = next
  for (const listener of listeners) listener()
}

/** From the start: the browser makes its offer once, before any screen asks for it. */
export const awaitInstallOffer = (): void => {
  window.addEventListener('beforeinstallprompt', event => keepOffer(event as InstallOffer))
  window.addEventListener('appinstalled', () => keepOffer(null))
}

/** Runs as an app of the phone, not in a tab of the browser. */
export const isInstalledApp = (): boolean =>
  ['standalone', 'fullscreen', 'minimal-ui'].some(mode => window.matchMedia(`(display-mode: ${mode})`).matches)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts the app on the home screen; undefined when the browser offers no such thing and its menu has to do. */
export const useInstall = (): (() => Promise<void>) | undefined => {
  const current = useSyncExternalStore(subscribe, () => offer)
  if (current === null) return undefined
  return async () => {
    await current.prompt()
    keepOffer(null)
  }
}
