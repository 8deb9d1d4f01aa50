import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { noteOf, numberingFaults, openFieldPhone, recordVisit, visitRecorded } from './support/field-phone.ts'
import type { ChaosPart } from './support/figure.ts'

const LOUD_WITHIN_MS = 5_000
/** The browser looks at the room it has only so often. */
const ROOM_IS_ASKED_AFTER_MS = 31_000

/** What stands on the page as a danger and is read aloud. */
const loud = (page: Page) => page.getByRole('alert').filter({ hasText: /เต็ม|ไม่ได้บันทึก|บันทึกไม่ได้|ไม่ได้ลง|ยังไม่ได้/ })

const isLoud = (page: Page): Promise<boolean> =>
  loud(page)
    .first()
    .waitFor({ timeout: LOUD_WITHIN_MS })
    .then(
      () => true,
      () => false,
    )

/**
 * The phone has no room left, in the middle of a form and at the moment a visit is to be recorded: it says so loudly, takes
 * nothing for recorded that is not, and goes on when there is room again.
 */
export const exhaustQuotaPart: ChaosPart = async ({ times, say }) => {
  const phone = await openFieldPhone()
  const broken = new Set<string>()
  const recoveredMs: number[] = []
  const sessions = new Map<Page, CDPSession>()
  let finished = 0
  try {
    const [formHouse = '', visitHouse = ''] = phone.houses
    phone.line.cut()
    await phone.page.close()
    // The room is this small as long as the session that said so is open.
    const setRoom = async (page: Page, bytes: number | undefined) => {
      const session = sessions.get(page) ?? (await phone.context.newCDPSession(page))
      sessions.set(page, session)
      const origin = phone.line.url
      await session.send(
        'Storage.overrideQuotaForOrigin',
        bytes === undefined ? { origin } : { origin, quotaSize: bytes },
      )
    }
    let known = ''
    for (let turn = 1; turn <= times; turn += 1) {
      const form = await phone.open(`${formHouse}/survey/visit`)
      await noteOf(form).waitFor()
      if ((await noteOf(form).inputValue()) !== known) broken.add('the text of the form is another one')
      await setRoom(form, 1)
      await sleep(ROOM_IS_ASKED_AFTER_MS)
      known = `บันทึกครั้งที่ ${turn} ขณะเครื่องเต็ม`
      await noteOf(form).fill(known)
      if (!(await isLoud(form))) broken.add('a full phone is not said loudly in a form')
      await setRoom(form, undefined)
      const freedAt = performance.now()
      known = `${known} แล้วมีที่ว่าง`
      await noteOf(form).fill(known)
      await loud(form).first().waitFor({ state: 'detached' })
      recoveredMs.push(performance.now() - freedAt)
      await form.close()

      const visit = await phone.open(`${visitHouse}/visit`)
      await visit.getByRole('button', { name: 'บันทึกการเยี่ยม', exact: true }).waitFor()
      await setRoom(visit, 1)
      await sleep(ROOM_IS_ASKED_AFTER_MS)
      await recordVisit(visit, `เยี่ยมครั้งที่ ${turn}`)
      if (!(await isLoud(visit))) broken.add('a full phone is not said loudly when a visit is recorded')
      if ((await visit.getByText('บันทึกการเยี่ยมแล้ว').count()) > 0)
        broken.add('a visit was said to be recorded on a full phone')
      await setRoom(visit, undefined)
      await visit.getByRole('button', { name: 'บันทึกการเยี่ยม', exact: true }).click()
      await visitRecorded(visit)
      finished += 1
      await visit.close()
      say(`quota: ${turn}/${times}`)
    }
    const form = await phone.open(`${formHouse}/survey/visit`)
    if ((await noteOf(form).inputValue()) !== known) broken.add('the text of the form is another one')
    phone.line.mend()
    await form.evaluate(() => dispatchEvent(new Event('online')))
    for (const giveUpAt = Date.now() + 30_000; Date.now() < giveUpAt; await sleep(250))
      if ((await phone.onServer()).length >= finished) break
    const rows = await phone.onServer()
    if (rows.length > finished) broken.add(`${rows.length - finished} pieces of work came that were never recorded`)
    for (const fault of numberingFaults(rows)) broken.add(fault)
    return [
      {
        name: 'พื้นที่ในเครื่องเต็ม · quota exhausted',
        runs: 2 * times,
        acknowledged: finished,
        lost: Math.max(0, finished - rows.length),
        recoveredMs,
        broken: [...broken],
        remark: 'in the middle of a form, and when a visit is recorded',
      },
    ]
  } finally {
    await phone.close()
  }
}
