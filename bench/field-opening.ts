import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { headOfKhamHi } from '../test/journeys/support/people.ts'
import { choosePin } from '../test/journeys/support/pin.ts'
import type { FieldLine } from './field-line.ts'
import { type Measurement, median, quantile, type Rig, say } from './measurement.ts'
import { FIXED_WORK, keepApp, openPhone, type Phone, signInUpToPin } from './phone.ts'
import { repository } from './repository.ts'

const KILOBYTE = 1024

/** Script that the first page brings over the wire, packed, until it can be used. */
const firstScripts = async (browser: Browser, url: string): Promise<number> => {
  const { context, page } = await openPhone(browser, url)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  cdp.on('Network.responseReceived', ({ type, requestId }) => void (type === 'Script' && scripts.add(requestId)))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(`${url}/field/`)
  await page.getByRole('searchbox').waitFor()
  await context.close()
  return bytes
}

/** All files that are put on the phone. */
const wholeApp = async (): Promise<number> => {
  const dist = join(repository, 'apps', 'field', 'dist')
  const files = await readdir(dist, { recursive: true, withFileTypes: true })
  const kept = files.filter(one => one.isFile() && !one.name.endsWith('.gz'))
  const sizes = await Promise.all(kept.map(async one => (await stat(join(one.parentPath, one.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The app opened anew without a signal, from the beginning of the navigation until the PIN can be typed. */
const coldStart = async (phone: Phone, url: string, throttling: number): Promise<[Phone, number, number]> => {
  const opened = await phone.anew()
  const fixed = await opened.throttle(throttling)
  await opened.page.goto(`${url}/field/`)
  const shownAt = await opened.page.waitForFunction(() =>
    document.querySelector('.fd-pin-key') === null ? false : performance.now(),
  )
  return [opened, Number(await shownAt.jsonValue()), fixed]
}

/** How large the app is, and how soon it opens where nothing can be fetched. */
export const measureOpening = async (browser: Browser, line: FieldLine, rig: Rig): Promise<readonly Measurement[]> => {
  const figure = 'field'
  const rows: Measurement[] = []
  const size = async (name: string, bytes: Promise<number>, most: number) =>
    rows.push({ figure, name, unit: 'KB', value: (await bytes) / KILOBYTE, bar: { most } })
  await size('script of the first page, as it travels', firstScripts(browser, line.url), 200)
  await size('the whole app on the phone', wholeApp(), 2_048)

  let phone = await openPhone(browser, line.url)
  await signInUpToPin(phone, line.url, headOfKhamHi)
  await choosePin(phone.page)
  await keepApp(phone)
  await phone.noSignal()
  const times = Math.max(3, rig.repeats * 3)
  for (const [throttling, most] of [
    [1, 1_000],
    [6, 3_000],
  ] as const) {
    say(`opening without a signal, ${throttling}×`)
    const measured: number[] = []
    const fixedWork: number[] = []
    for (let turn = 0; turn < times; turn += 1) {
      const [opened, milliseconds, fixed] = await coldStart(phone, line.url, throttling)
      phone = opened
      measured.push(milliseconds)
      fixedWork.push(fixed)
    }
    const name = `opens without a signal, ${throttling}× processor`
    rows.push({
      figure,
      name,
      unit: 'ms',
      value: median(measured),
      p99: quantile(measured, 0.99),
      floor: { name: FIXED_WORK, value: median(fixedWork) },
      bar: { most },
    })
  }
  await phone.context.close()
  return rows
}
