import { type Browser, type BrowserContext, chromium } from 'playwright-core'

/** An office desk, or the phone of whoever visits households. */
export type Screen = 'desk' | 'phone'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })

/** Something a page should not have done. */
export interface Noise {
  readonly kind: 'console' | 'page-error' | 'foreign-host'
  readonly text: string
}

/** บ้านคำฮี: where the phone is when a page asks. */
export const whereThePhoneIs = { latitude: 16.47312, longitude: 104.68125 }

const SLOWEST_STEP_MS = 15_000

/** A new, empty profile of Chromium as a Thai office or phone has it; whatever it complains of is handed on. */
export const openContext = async (
  browser: Browser,
  screen: Screen,
  url: string,
  onNoise: (noise: Noise) => void,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    reducedMotion: 'reduce',
    ...(screen === 'desk'
      ? { viewport: { width: 1440, height: 900 } }
      : {
          viewport: { width: 360, height: 800 },
          deviceScaleFactor: 2,
          isMobile: true,
          hasTouch: true,
          permissions: ['geolocation'],
          geolocation: whereThePhoneIs,
        }),
  })
  context.setDefaultTimeout(SLOWEST_STEP_MS)
  const own = new URL(url).origin
  context.on('request', request => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== own) onNoise({ kind: 'foreign-host', text: request.url() })
  })
  context.on('console', message => {
    if (message.type() === 'error') onNoise({ kind: 'console', text: `${message.text()} (${message.location().url})` })
  })
  context.on('weberror', error => onNoise({ kind: 'page-error', text: String(error.error().stack) }))
  return context
}
