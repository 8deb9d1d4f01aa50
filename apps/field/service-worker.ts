import { PrecacheController } from 'workbox-precaching/PrecacheController.js'

/** What a worker's own scope has beside a page's; the page's types and a worker's cannot stand in one program. */
interface LifeEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface AskEvent extends LifeEvent {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface WorkerScope {
  readonly location: Location
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}
const worker = globalThis as unknown as WorkerScope

/** Every file of this build, put in by precache-plugin.ts. Names under assets/ carry their content's hash. */
declare const APP_FILES: readonly { readonly url: string; readonly revision: string | null }[]

const FILES = 'thaiqm-field-files'
const GENERATIONS = 'thaiqm-field-generations'
const SHELL = '/field/index.html'
const LAST_BUILD = '/field/last-build'

const controller = new PrecacheController({ cacheName: FILES })
controller.addToCacheList([...APP_FILES])

/** The files of the build before this one stay: a form open in it may still ask for one of its pages. */
const forgetOldBuilds = async (): Promise<void> => {
  const [files, generations] = await Promise.all([caches.open(FILES), caches.open(GENERATIONS)])
  const mine: readonly string[] = controller.getCachedURLs().map(url => controller.getCacheKeyForURL(url) ?? url)
  const before: unknown = await (await generations.match(LAST_BUILD))?.json()
  const kept = new Set<unknown>([...mine, ...(Array.isArray(before) ? before : [])])
  for (const request of await files.keys()) if (!kept.has(request.url)) await files.delete(request)
  await generations.put(LAST_BUILD, Response.json(mine))
}

/** A file of this build, of the one before, or from the network. */
const fileFor = async (request: Request): Promise<Response> =>
  (await controller.matchPrecache(request)) ?? (await (await caches.open(FILES)).match(request)) ?? fetch(request)

/** Whatever page is asked for, the app opens from the phone and finds the page itself. */
const shellFor = async (request: Request): Promise<Response> =>
  (await controller.matchPrecache(SHELL)) ?? fetch(request)

worker.addEventListener('install', event => event.waitUntil(controller.install(event as never)))

worker.addEventListener('activate', event => event.waitUntil(Promise.all([forgetOldBuilds(), worker.clients.claim()])))

// A new build waits until the person says so (or every page of the app is closed): never in the middle of a form.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting()
})

// Only the app's own files. /api, photos among it, is never looked at and never kept here.
worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith('/field/')) return
  event.respondWith(request.mode === 'navigate' ? shellFor(request) : fileFor(request))
})
