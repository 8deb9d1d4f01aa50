import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { openContext } from '../test/journeys/support/open-browser.ts'

/** A phone of the bench: a browser profile of its own, with the controls of Chromium's own tools. */
export interface Phone {
  readonly context: BrowserContext
  readonly page: Page
  /** Slows the page's processor down so many times; answers what a fixed piece of work takes there, in ms. */
  throttle(times: number): Promise<number>
  /** A link as of 3G: 1.6 Mbit/s down, 768 kbit/s up, 300 ms there and back. */
  weaken(): Promise<void>
  noSignal(): Promise<void>
  /** JavaScript heap in use after what is unused was collected, in megabytes. */
  heapMegabytes(): Promise<number>
  /** The page goes; another one, at no address yet, takes its place. */
  anew(): Promise<Phone>
}

export const WEAK_LINK = { bytesPerSecond: 1_600_000 / 8, upBytesPerSecond: 768_000 / 8, latencyMs: 300 }

/** Tells how fast the processor was in the very run: three million multiplications. */
export const FIXED_WORK = 'three million multiplications'

/** A fixed piece of work, timed where it is throttled. */
const spin = (): number => {
  const began = performance.now()
  let sum = 0
  for (let n = 0; n < 3_000_000; n += 1) sum = (sum * 31 + n) % 1_000_003
  return performance.now() - began + (sum < 0 ? 1 : 0)
}

const phoneIn = async (context: BrowserContext): Promise<Phone> => {
  const page = await context.newPage()
  const cdp: CDPSession = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const shape = (offline: boolean, latency: number, downloadThroughput: number, uploadThroughput: number) =>
    cdp.send('Network.emulateNetworkConditions', { offline, latency, downloadThroughput, uploadThroughput })
  return {
    context,
    page,
    throttle: async times => {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      const usual = await page.evaluate(spin)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: times })
      const slower = await page.evaluate(spin)
      if (times > 1 && slower < (usual * times) / 3) throw new Error(`${times}× throttling made it ${slower / usual}×`)
      return slower
    },
    weaken: async () => {
      const { latencyMs, bytesPerSecond, upBytesPerSecond } = WEAK_LINK
      await shape(false, latencyMs, bytesPerSecond, upBytesPerSecond)
    },
    noSignal: () => context.setOffline(true),
    heapMegabytes: async () => {
      await cdp.send('HeapProfiler.collectGarbage')
      await cdp.send('Performance.enable')
      const { metrics } = await cdp.send('Performance.getMetrics')
      return (metrics.find(one => one.name === 'JSHeapUsedSize')?.value ?? 0) / 1024 ** 2
    },
    anew: async () => {
      await page.close()
      return phoneIn(context)
    },
  }
}

/** What phones keep saying where they stand without a signal is no fault. */
export const openPhone = async (browser: Browser, url: string): Promise<Phone> =>
  phoneIn(await openContext(browser, 'phone', url, () => undefined))

/** Signed in as whoever holds this post, the PIN typed once; the last digit is still to come. */
export const signInUpToPin = async ({ page }: Phone, url: string, position: string): Promise<void> => {
  await page.goto(`${url}/field/`)
  await page.getByRole('searchbox', { name: 'ค้นหาชื่อ ตำแหน่ง หรือพื้นที่' }).fill(position)
  await page.getByRole('button', { name: position }).first().click()
  await page.getByRole('heading', { name: 'ตั้งรหัส PIN 6 หลัก' }).waitFor()
}

/** The app and its service worker lie on the phone. */
export const keepApp = ({ page }: Phone): Promise<void> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

/** Milliseconds from the next touch or key until the first of these elements holds this text and has been painted. */
export const untilShown = async (
  page: Page,
  act: () => Promise<void>,
  { selector, text, within = 60_000 }: { readonly selector: string; readonly text: string; readonly within?: number },
): Promise<number> => {
  await page.evaluate(
    given => {
      const watch = globalThis as unknown as { shown: Promise<number> }
      watch.shown = new Promise(resolve => {
        let began: number | undefined
        const begin = (event: Event) => {
          began ??= event.timeStamp
        }
        for (const kind of ['pointerdown', 'keydown', 'beforeinput'])
          addEventListener(kind, begin, { capture: true, once: true })
        const look = () => {
          const isThere =
            began !== undefined && document.querySelector(given.selector)?.textContent?.includes(given.text) === true
          if (isThere) setTimeout(() => resolve(performance.now() - (began ?? 0)))
          else requestAnimationFrame(look)
        }
        look()
      })
    },
    { selector, text },
  )
  await act()
  const shown = page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown)
  const tooLong = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`${text} is not shown within ${within} ms`)), within).unref(),
  )
  return Promise.race([shown, tooLong])
}
