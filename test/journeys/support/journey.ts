import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type Noise, openBrowser, openContext, type Screen } from './open-browser.ts'
import { choosePin } from './pin.ts'
import { openWitness, type Witness } from './witness.ts'

const pictures = join(import.meta.dirname, '..', '..', 'out')

export interface Journey {
  /** Address of the practice province that all journeys of a run share. */
  readonly url: string
  /** A new, empty browser at the first page of the office or, on a phone, of the field app. */
  open(screen: Screen, url?: string): Promise<Page>
  /** Signs in on the practice province's own page: one click on whoever holds this post; on a phone a PIN is chosen too. */
  enter(page: Page, position: string, pin?: string): Promise<void>
  /** A new, empty browser, signed in as whoever holds this post. */
  signIn(position: string, screen: Screen): Promise<Page>
  /** A second pair of eyes at the API, signed in by itself. */
  witness(position: string): Promise<Witness>
  /** What the browser may complain of in this story: a refusal that the story is about. */
  expectNoise(...patterns: readonly RegExp[]): void
}

/** Where each app begins. */
export const firstPage: Record<Screen, string> = { desk: '/', phone: '/field/' }

const isPhone = (page: Page): boolean => new URL(page.url()).pathname.startsWith(firstPage.phone)

/** One click on the sign-in page's card of this person; whoever takes a phone for the first time chooses a PIN. */
const chooseOnSignInPage = async (page: Page, position: string, pin?: string): Promise<void> => {
  const search = page.getByRole('searchbox', { name: 'ค้นหาชื่อ ตำแหน่ง หรือพื้นที่' })
  await search.fill(position)
  await page.getByRole('button', { name: position }).first().click()
  await search.waitFor({ state: 'detached' })
  if (isPhone(page)) await choosePin(page, pin)
}

const savePictures = async (pages: readonly Page[], name: string): Promise<void> => {
  await mkdir(pictures, { recursive: true })
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  for (const [at, page] of pages.entries()) {
    await page.screenshot({ path: join(pictures, `${file}-${at + 1}.png`), timeout: 5_000 }).catch(() => undefined)
  }
}

/**
 * What every story stands on: one Chromium a file, an empty profile a page, a picture of every page when a story fails,
 * and at the end of each the question whether any page complained, broke or asked another host.
 */
export const beginJourney = (): Journey => {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const noise: Noise[] = []
  let expected: readonly RegExp[] = []

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    const pages = contexts.flatMap(context => context.pages())
    if (task.result?.state === 'fail') await savePictures(pages, task.name)
    await Promise.all(contexts.splice(0).map(context => context.close()))
    const heard = noise.splice(0).filter(({ text }) => !expected.some(pattern => pattern.test(text)))
    expected = []
    expect(heard, 'pages that complained, broke or asked another host').toEqual([])
  })
  afterAll(() => browser?.close())

  const journey: Journey = {
    get url() {
      return inject('practiceUrl')
    },
    open: async (screen, url = inject('practiceUrl')) => {
      const context = await openContext(browser, screen, url, heard => noise.push(heard))
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(url + firstPage[screen])
      return page
    },
    enter: chooseOnSignInPage,
    signIn: async (position, screen) => {
      const page = await journey.open(screen)
      await chooseOnSignInPage(page, position)
      return page
    },
    witness: position => openWitness(inject('practiceUrl'), position),
    expectNoise: (...patterns) => {
      expected = patterns
    },
  }
  return journey
}
