import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { connectOnce } from '../../../apps/server/platform/database/connect.ts'
import { superuserUrl } from '../../../bench/database-address.ts'
import { type Line, openLine } from '../../journeys/support/line.ts'
import { choosePin, unlock } from '../../journeys/support/pin.ts'
import { newPracticeFolder } from './practice-folder.ts'
import { childrenOf, type ServerUnderTest, serverUnderTest } from './server-process.ts'

/** The field app in a real Chromium with a profile on disk, behind a line that can be cut. */
export interface FieldPhone {
  readonly line: Line
  readonly server: ServerUnderTest
  readonly context: BrowserContext
  readonly page: Page
  /** Households of the village, as their pages' addresses. */
  readonly houses: readonly string[]
  /** Another page of the app, opened and unlocked. */
  open(path: string): Promise<Page>
  /** Ends every process that shows a page, at one blow. */
  killRenderers(): void
  /** Commands of this village head that the server holds: their numbers by device, and the notes in order of arrival. */
  onServer(): Promise<readonly { readonly device: string; readonly sequence: number; readonly outcome: string }[]>
  close(): Promise<void>
}

const HEAD = 'ผู้ใหญ่บ้าน หมู่ที่ 7 บ้านคำฮี ตำบลโพนทราย'
const VILLAGE = '49010507'
const SLOWEST_STEP_MS = 15_000
const MOST_TAPS = 4

const descendantsOf = (pid: number): readonly number[] =>
  childrenOf(pid).flatMap(child => [child, ...descendantsOf(child)])

const commandLineOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** The renderers of the browser that works in this profile; other browsers on the machine are left alone. */
const renderersOf = (profile: string): readonly number[] => {
  const browser = descendantsOf(process.pid).find(pid => {
    const words = commandLineOf(pid)
    return words.includes(`--user-data-dir=${profile}`) && !words.includes('--type=')
  })
  return browser === undefined
    ? []
    : descendantsOf(browser).filter(pid => commandLineOf(pid).includes('--type=renderer'))
}

const openUnlocked = async (browser: BrowserContext, url: string): Promise<Page> => {
  // A page that gets a dead process may never come to be.
  const opened = await Promise.race([browser.newPage(), sleep(SLOWEST_STEP_MS, undefined)])
  if (opened === undefined) throw new Error('the browser opens no page')
  const died = new Promise<never>((_, reject) => opened.once('crash', () => reject(new Error('the page died'))))
  try {
    await Promise.race([died, opened.goto(url).then(() => unlock(opened))])
    return opened
  } catch (error) {
    void opened.close().catch(() => undefined)
    throw error
  } finally {
    died.catch(() => undefined)
  }
}

export const openFieldPhone = async (): Promise<FieldPhone> => {
  const folder = await newPracticeFolder()
  const profile = await mkdtemp(join(tmpdir(), 'thaiqm-profile-'))
  const server = await serverUnderTest(folder.dataDir)
  let line: Line | undefined
  let context: BrowserContext | undefined
  const close = async () => {
    await context?.close().catch(() => undefined)
    await line?.close()
    await server.stop()
    await folder.remove()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await server.start()
    const through = await openLine(server.url)
    line = through
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      locale: 'th-TH',
      timezoneId: 'Asia/Bangkok',
      reducedMotion: 'reduce',
      viewport: { width: 360, height: 800 },
      isMobile: true,
      hasTouch: true,
    })
    context = browser
    browser.setDefaultTimeout(SLOWEST_STEP_MS)
    const page = await browser.newPage()
    await page.goto(`${through.url}/field/`)
    await page.getByRole('searchbox', { name: 'ค้นหาชื่อ ตำแหน่ง หรือพื้นที่' }).fill(HEAD)
    await page.getByRole('button', { name: HEAD }).first().click()
    await choosePin(page)
    await page.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7' }).click()
    await page.locator('.fd-household').first().waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const houses = await page
      .locator('.fd-household')
      .getByRole('link')
      .evaluateAll(links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname))
    return {
      line: through,
      server,
      context: browser,
      page,
      houses,
      open: async path => {
        for (let attempt = 1; ; attempt += 1) {
          // Right after a blow the browser may hand out a process it has not yet seen die; a person taps once more.
          const opened = await openUnlocked(browser, `${through.url}${path}`).catch(error => {
            if (attempt === MOST_TAPS) throw error
            return undefined
          })
          if (opened !== undefined) return opened
        }
      },
      killRenderers: () => {
        for (const pid of renderersOf(profile)) {
          try {
            process.kill(pid, 'SIGKILL')
          } catch {
            // It has ended meanwhile.
          }
        }
      },
      onServer: async () => {
        const client = await connectOnce(await superuserUrl(folder.dataDir, 'thaiqm'))
        try {
          const { rows } = await client.query<{ device: string; sequence: number; outcome: string }>(
            `select device_id::text as device, sequence, outcome from commands
             where device_id in (select device_id from devices where area_low = $1 and device_kind <> '')
             order by device_id, sequence`,
            [Number(VILLAGE)],
          )
          return rows
        } finally {
          await client.end()
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A visit where nobody was home, from the household's page to the sentence that it is recorded. */
export const recordVisit = async (page: Page, note: string): Promise<void> => {
  await page.getByRole('radiogroup').getByText('ไม่อยู่บ้าน', { exact: false }).first().click()
  await page.getByRole('textbox').first().fill(note)
  await page.getByRole('button', { name: 'บันทึกการเยี่ยม', exact: true }).click()
}

export const visitRecorded = (page: Page): Promise<void> => page.getByText('บันทึกการเยี่ยมแล้ว').first().waitFor()

/** The free note of a form's first section. */
export const noteOf = (page: Page) => page.getByRole('textbox', { name: /บันทึกเพิ่มเติม/ })

/** What must not be in numbers the server holds: gaps, doubles, parked work, more than one device. */
export const numberingFaults = (
  rows: readonly { readonly device: string; readonly sequence: number; readonly outcome: string }[],
): readonly string[] => [
  ...(rows.some((row, index) => row.sequence !== index + 1) ? ['the numbers of the phone have a gap or a double'] : []),
  ...(new Set(rows.map(row => row.device)).size > 1 ? ['one phone counts as several devices'] : []),
  ...(rows.some(row => row.outcome !== 'applied') ? ['good work was parked'] : []),
]
