import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Browser } from 'playwright-core'
import { headOfKhamHi, khamHi } from '../test/journeys/support/people.ts'
import { PIN } from '../test/journeys/support/pin.ts'
import type { FieldLine } from './field-line.ts'
import type { Households } from './field-lists.ts'
import { copyOf } from './many-households.ts'
import { type Measurement, median, type Rig, say } from './measurement.ts'
import { keepApp, openPhone, signInUpToPin, untilShown, WEAK_LINK } from './phone.ts'

const HOUSEHOLDS = 2_000
const CHANGED = 20
const SETTLED_IN_MS = 4_000
const MINUTES = 60_000
const ROW = '.fd-household'

/** The bytes alone, at the speed of the link, a page after the other. */
const linkSeconds = ({ bytes, pages }: { readonly bytes: number; readonly pages: number }): number =>
  bytes / WEAK_LINK.bytesPerSecond + (pages * WEAK_LINK.latencyMs) / 1000

/** A village comes to a phone for the first time over a weak link, and then what has changed in it. */
export const measureSync = async (
  browser: Browser,
  line: FieldLine,
  { real, templates }: Households,
  rig: Rig,
): Promise<readonly Measurement[]> => {
  const figure = 'field'
  const householdAt = (n: number): HouseholdView => real[n] ?? copyOf(templates, n, khamHi)
  const whole: number[] = []
  const deltas: number[] = []
  let floor = 0
  let megabytes = 0
  for (let turn = 0; turn < rig.repeats; turn += 1) {
    line.tell({ total: HOUSEHOLDS, householdAt })
    const phone = await openPhone(browser, line.url)
    const { page } = phone
    await signInUpToPin(phone, line.url, headOfKhamHi)
    await keepApp(phone)
    await page.keyboard.type(PIN)
    await page.getByRole('heading', { name: 'ใส่รหัส PIN อีกครั้งเพื่อยืนยัน' }).waitFor()
    await phone.weaken()
    const before = line.sent()
    say(`${HOUSEHOLDS} households over 3G`)
    const began = performance.now()
    await page.keyboard.type(PIN)
    const village = page.getByRole('link', { name: 'เลือกครัวเรือนในบ้านคำฮี หมู่ที่ 7' })
    await village.waitFor({ timeout: 3 * MINUTES })
    whole.push((performance.now() - began) / 1000)
    const after = line.sent()
    const brought = { bytes: after.bytes - before.bytes, pages: after.pages - before.pages }
    floor = linkSeconds(brought)
    megabytes = brought.bytes / 1024 ** 2

    await village.click()
    await page.locator(ROW).first().waitFor()
    await page.getByRole('searchbox').fill(`ยินดี${turn}`)
    await page.getByText('ไม่พบครัวเรือนที่ค้นหา').waitFor()
    // What the page asks for by itself when it is opened is over.
    await page.waitForTimeout(SETTLED_IN_MS)
    line.change(
      Array.from({ length: CHANGED }, (_, at) => {
        const household = householdAt(at)
        const members = household.members.map(one => ({ ...one, firstName: `ยินดี${turn}` }))
        return { ...household, version: household.version + 1, members }
      }),
    )
    const refresh = page.getByRole('button', { name: 'ปรับปรุงรายชื่อ' })
    deltas.push((await untilShown(page, () => refresh.click(), { selector: ROW, text: `ยินดี${turn}` })) / 1000)
    await phone.context.close()
  }
  return [
    {
      figure,
      name: `first sync of ${HOUSEHOLDS.toLocaleString('en')} households over 3G`,
      unit: 's',
      value: median(whole),
      floor: { name: 'the bytes alone', value: floor },
      bar: { most: 30 },
    },
    { figure, name: 'what it brings, as it travels', unit: 'MB', value: megabytes },
    {
      figure,
      name: `${CHANGED} changed households over 3G`,
      unit: 's',
      value: median(deltas),
      floor: { name: 'one way there and back', value: WEAK_LINK.latencyMs / 1000 },
      bar: { most: 3 },
    },
  ]
}
