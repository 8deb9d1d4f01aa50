import { unlock } from '../journeys/support/pin.ts'
import { noteOf, openFieldPhone } from './support/field-phone.ts'
import type { ChaosPart } from './support/figure.ts'

const FILE = '/field/service-worker.js'

/**
 * A new version of the app arrives in the middle of a form: the form goes on in the old one, the new one waits until the
 * person lets it in, and what was answered is there afterwards.
 */
export const updateWorkerPart: ChaosPart = async ({ times, say }) => {
  const phone = await openFieldPhone()
  const broken = new Set<string>()
  const recoveredMs: number[] = []
  let kept = 0
  try {
    const [formHouse = ''] = phone.houses
    await phone.page.close()
    for (let turn = 1; turn <= times; turn += 1) {
      const page = await phone.open(`${formHouse}/survey/visit`)
      const before = `ก่อนแอปรุ่นใหม่ครั้งที่ ${turn}`
      await noteOf(page).fill(before)
      const active = await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
      phone.line.change(FILE, text => `${text}\n// version ${turn}`)
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        await registration?.update()
        for (let waited = 0; registration?.waiting == null && waited < 10_000; waited += 50)
          await new Promise(resolve => setTimeout(resolve, 50))
      })
      const isWaiting = await page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.waiting != null,
      )
      if (!isWaiting || active !== 'activated') broken.add('the new version did not wait')
      const notice = page.getByText('มีแอปรุ่นใหม่พร้อมใช้')
      if ((await notice.count()) > 0) broken.add('the new version pushes into a form')
      // The form goes on, into a part of the app that may not have been loaded yet.
      const text = `${before} และหลังจากนั้น`
      await noteOf(page).fill(text)
      await page.getByRole('link', { name: 'ถัดไป' }).click()
      await page.getByRole('link', { name: 'ถัดไป' }).waitFor()
      await page.goto(`${phone.line.url}/field/`)
      await unlock(page)
      await notice.waitFor()
      const began = performance.now()
      await page.getByRole('button', { name: 'ปรับเป็นรุ่นใหม่' }).click()
      await unlock(page)
      recoveredMs.push(performance.now() - began)
      await page.close()
      const after = await phone.open(`${formHouse}/survey/visit`)
      if ((await noteOf(after).inputValue()) === text) kept += 1
      await after.close()
      say(`worker: ${turn}/${times}`)
    }
    return [
      {
        name: 'แอปรุ่นใหม่กลางแบบสำรวจ · worker updated',
        runs: times,
        acknowledged: times,
        lost: times - kept,
        recoveredMs,
        broken: [...broken],
        remark: 'the form goes on in its version; the new one waits for the person',
      },
    ]
  } finally {
    await phone.close()
  }
}
