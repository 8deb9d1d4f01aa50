import type { Page } from 'playwright-core'

/** Everybody's PIN in these stories. */
export const PIN = '493817'

const pad = (page: Page) => page.getByRole('group', { name: 'แป้นใส่รหัส PIN' })

/** The first time on a phone: the PIN twice. */
export const choosePin = async (page: Page, pin: string = PIN): Promise<void> => {
  await page.getByRole('heading', { name: 'ตั้งรหัส PIN 6 หลัก' }).waitFor()
  await page.keyboard.type(pin)
  await page.getByRole('heading', { name: 'ใส่รหัส PIN อีกครั้งเพื่อยืนยัน' }).waitFor()
  await page.keyboard.type(pin)
  await pad(page).waitFor({ state: 'detached' })
}

/** After the app was closed or locked: the PIN once. */
export const unlock = async (page: Page, pin: string = PIN): Promise<void> => {
  await page.getByRole('heading', { name: 'ใส่รหัส PIN 6 หลัก' }).waitFor()
  await page.keyboard.type(pin)
  await pad(page).waitFor({ state: 'detached' })
}
