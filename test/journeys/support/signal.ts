import type { BrowserContext, Page } from 'playwright-core'
import { firstPage } from './journey.ts'

/** What a browser says of a network that is not there; stories about days without signal expect it. */
export const noSignalNoise = /net::ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/

/** The whole app lies on the phone: its service worker stands and serves this page. */
export const appIsStored = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise<void>(done =>
        active?.addEventListener('statechange', () => (active.state === 'activated' ? done() : undefined)),
      )
    while (navigator.serviceWorker.controller === null) await new Promise(done => setTimeout(done, 50))
  })

/** Into a valley: pages and service worker of this phone reach nothing any more, and that is made sure of. */
export const loseSignal = async (page: Page): Promise<void> => {
  await page.context().setOffline(true)
  const answer = await page.evaluate(() =>
    fetch('/api/session').then(
      () => 'reached',
      () => 'nothing',
    ),
  )
  if (answer !== 'nothing') throw new Error('the phone still reaches the server')
}

export const findSignal = (page: Page): Promise<void> => page.context().setOffline(false)

/** The phone is put away: every page of it is gone, what lies on it stays. */
export const closeApp = async (page: Page): Promise<BrowserContext> => {
  const context = page.context()
  await page.close()
  return context
}

/** The app opened anew at an address of its own. */
export const openApp = async (context: BrowserContext, url: string, path: string = firstPage.phone): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(url + path)
  return page
}
