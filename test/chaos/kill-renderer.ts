import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import {
  type FieldPhone,
  noteOf,
  numberingFaults,
  openFieldPhone,
  recordVisit,
  visitRecorded,
} from './support/field-phone.ts'
import type { ChaosPart } from './support/figure.ts'

const KEY_EVERY_MS = 25
const LOSS_ALLOWED_MS = 1_000
/** Every so many kills fall right after a finished piece of work instead of into typing. */
const FINISHED_EVERY = 4
const LONGEST_NOTE = 3_000

/** What has been typed so far. */
interface Typing {
  text: string
  /** When each further character had been taken by the page. */
  readonly at: number[]
}

/** Types until the page is gone, one key after another, as fast as a quick thumb. */
const typeUntilGone = async (page: Page, typing: Typing): Promise<void> => {
  try {
    for (let n = 0; !page.isClosed(); n += 1) {
      const key = String(n % 10)
      await page.keyboard.press(key)
      typing.text += key
      typing.at.push(performance.now())
      await sleep(KEY_EVERY_MS)
    }
  } catch {
    // The page is gone.
  }
}

/** A page whose process died does not always answer any more, not even that it is closed. */
const gone = async (page: Page): Promise<void> => {
  await page.waitForEvent('crash', { timeout: 5_000 }).catch(() => undefined)
  await Promise.race([page.close().catch(() => undefined), sleep(3_000)])
}

/** Everything the phone holds is sent and told; waits until the server has so many pieces of work, or gives up. */
const sendAll = async (phone: FieldPhone, wanted: number) => {
  phone.line.mend()
  const page = await phone.open('/field/sync')
  for (const giveUpAt = Date.now() + 30_000; Date.now() < giveUpAt; await sleep(250))
    if ((await phone.onServer()).length >= wanted) break
  await page.close()
  return phone.onServer()
}

/**
 * Without a signal, the process that shows the app dies: in the middle of typing into a form, or right after a visit was
 * said to be recorded. What was recorded is there; of what was typed at most the last second is not.
 */
export const killRendererPart: ChaosPart = async ({ times, say }) => {
  const phone = await openFieldPhone()
  const broken = new Set<string>()
  const recoveredMs: number[] = []
  const lossesMs: number[] = []
  let finished = 0
  let keys = 0
  try {
    const [formHouse = '', visitHouse = ''] = phone.houses
    phone.line.cut()
    await phone.page.close()
    let known = ''
    let form: Page | undefined
    for (let turn = 1; turn <= times; turn += 1) {
      if (turn % FINISHED_EVERY === 0) {
        const page = await phone.open(`${visitHouse}/visit`)
        await recordVisit(page, `เยี่ยมครั้งที่ ${turn}`)
        await visitRecorded(page)
        finished += 1
        phone.killRenderers()
        await gone(page)
        void form?.close().catch(() => undefined)
        form = undefined
      } else {
        const page = form ?? (await phone.open(`${formHouse}/survey/visit`))
        form = undefined
        await noteOf(page).waitFor()
        if (known.length > LONGEST_NOTE) {
          await noteOf(page).fill('')
          known = ''
          await sleep(LOSS_ALLOWED_MS)
        }
        await noteOf(page).press('Control+End')
        const typed: Typing = { text: '', at: [] }
        const typing = typeUntilGone(page, typed)
        await sleep(300 + Math.random() * 1_500)
        const killedAt = performance.now()
        phone.killRenderers()
        await gone(page)
        await Promise.race([typing, sleep(3_000)])
        keys += typed.text.length
        const again = await phone.open(`${formHouse}/survey/visit`)
        const value = await noteOf(again).inputValue()
        recoveredMs.push(performance.now() - killedAt)
        // One key may have been on its way when the page died.
        const whole = `${known}${typed.text}${typed.text.length % 10}`
        if (!whole.startsWith(value) || value.length < known.length)
          broken.add(`the text came back otherwise: “${value.slice(-30)}”`)
        const missing = typed.at[value.length - known.length]
        const lossMs = missing === undefined ? 0 : killedAt - missing
        lossesMs.push(lossMs)
        if (lossMs > LOSS_ALLOWED_MS) broken.add(`${Math.round(lossMs)} ms of typing were lost`)
        known = value
        form = again
      }
      if (turn % 10 === 0)
        say(
          `renderer: ${turn}/${times}, ${finished} finished, most typing lost ${Math.round(Math.max(0, ...lossesMs))} ms`,
        )
    }
    const rows = await sendAll(phone, finished)
    for (const fault of numberingFaults(rows)) broken.add(fault)
    return [
      {
        name: 'ปิดหน้าแอปขณะพิมพ์ · renderer killed',
        runs: times,
        acknowledged: finished,
        lost: Math.max(0, finished - rows.length),
        recoveredMs,
        broken: [...broken],
        remark: `${keys} keys typed; of typing at most ${Math.round(Math.max(0, ...lossesMs))} ms lost in any kill, nothing in ${lossesMs.filter(ms => ms === 0).length} of ${lossesMs.length}`,
      },
    ]
  } finally {
    await phone.close()
  }
}
