import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The row of what somebody sent and nobody could apply yet. */
export const parkedOf = (desk: Page, personName: string): Locator =>
  desk.getByRole('table').getByRole('row').filter({ hasText: personName })

/** Takes it over under one's own name, as the one who now answers for the household. */
export const takeOver = async (desk: Page, row: Locator, why: string): Promise<void> => {
  await row.waitFor()
  expect(await row.textContent()).toContain(why)
  await row.getByRole('button', { name: 'พิจารณา' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('button', { name: 'รับช่วงต่อในชื่อของฉัน' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row.waitFor({ state: 'detached' })
}
