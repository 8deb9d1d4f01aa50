import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { Locator, Page } from 'playwright-core'

/** A hardship's row on the household's page in the office. */
export const problemRow = (page: Page, kindCode: string): Locator =>
  page.getByRole('listitem').filter({
    has: page.getByRole('heading', { level: 3, name: `${kindCode} ${problemKindByCode.get(kindCode)?.th ?? ''}` }),
  })

/** Opens an act on it: the button if it is the likeliest one, else from the menu. */
export const openAct = async (page: Page, kindCode: string, act: string): Promise<void> => {
  const row = problemRow(page, kindCode)
  await row.waitFor()
  const button = row.getByRole('button', { name: act, exact: true })
  if ((await button.count()) > 0) return button.click()
  await row.getByRole('button', { name: `การดำเนินการกับปัญหา ${kindCode}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

/** A choice of a select: its button is named by what is chosen and then its label, its list holds the options. */
export const choose = async (page: Page, within: Locator, label: string, option: string): Promise<void> => {
  await within.getByRole('button', { name: new RegExp(`(^| )${label}$`) }).click()
  await page.getByRole('option', { name: option }).click()
}
