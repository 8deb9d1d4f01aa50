import { setTimeout as sleep } from 'node:timers/promises'
import { numberingFaults, openFieldPhone, recordVisit, visitRecorded } from './support/field-phone.ts'
import type { ChaosPart } from './support/figure.ts'

/**
 * One person with the app open twice, at work in both at once while the signal comes and goes: one device, its numbers
 * without a gap, nothing twice.
 */
export const twoTabsPart: ChaosPart = async ({ times, say }) => {
  const phone = await openFieldPhone()
  const broken = new Set<string>()
  try {
    await phone.page.close()
    let made = 0
    const workIn = async (house: string, tab: number) => {
      const page = await phone.open(`${house}/visit`)
      const open = page.url()
      for (let turn = 1; turn <= times; turn += 1) {
        await recordVisit(page, `แท็บ ${tab} ครั้งที่ ${turn}`)
        await visitRecorded(page)
        made += 1
        // Back by the app's own history: the page is not loaded anew, and the PIN stays given.
        await page.evaluate(path => {
          history.pushState(null, '', path)
          dispatchEvent(new PopStateEvent('popstate'))
        }, open)
        await page.getByRole('button', { name: 'บันทึกการเยี่ยม', exact: true }).waitFor()
        await page.getByText('บันทึกการเยี่ยมแล้ว').first().waitFor({ state: 'detached' })
      }
      return page
    }
    let isOver = false
    const weather = async () => {
      while (!isOver) {
        await sleep(400 + Math.random() * 800)
        phone.line.cut()
        await sleep(200 + Math.random() * 600)
        phone.line.mend()
      }
    }
    const changing = weather()
    const pages = await Promise.all(phone.houses.slice(0, 2).map((house, index) => workIn(house, index + 1)))
    isOver = true
    await changing
    phone.line.mend()
    const began = performance.now()
    for (const page of pages) await page.evaluate(() => dispatchEvent(new Event('online')))
    for (const giveUpAt = Date.now() + 40_000; Date.now() < giveUpAt; await sleep(250))
      if ((await phone.onServer()).length >= made) break
    const rows = await phone.onServer()
    if (rows.length > made) broken.add(`${rows.length - made} pieces of work came twice`)
    for (const fault of numberingFaults(rows)) broken.add(fault)
    say(`two tabs: ${made} made, ${rows.length} arrived`)
    return [
      {
        name: 'สองแท็บของคนเดียวกัน · two tabs',
        runs: 2 * times,
        acknowledged: made,
        lost: Math.max(0, made - rows.length),
        recoveredMs: [performance.now() - began],
        broken: [...broken],
        remark: 'both at work at once, the line cut again and again',
      },
    ]
  } finally {
    await phone.close()
  }
}
