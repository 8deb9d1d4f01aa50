import { visitOutcomes } from '@thaiqm/catalogue/catalogue.ts'
import type { Page } from 'playwright-core'

const absent = visitOutcomes.find(({ code }) => code === 'ABSENT')?.th ?? ''

/** From a household's page: nobody was at home. */
export const nobodyAtHome = async (page: Page, note = ''): Promise<void> => {
  await page.getByRole('link', { name: 'บันทึกการเยี่ยมที่สำรวจไม่ได้' }).click()
  await page.getByText(absent, { exact: true }).click()
  if (note !== '') await page.getByRole('textbox', { name: 'รายละเอียด' }).fill(note)
  await page.getByRole('button', { name: 'บันทึกการเยี่ยม' }).click()
  await page.getByText('บันทึกการเยี่ยมแล้ว').first().waitFor()
}
