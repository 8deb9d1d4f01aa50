import type { Locator, Page } from 'playwright-core'

/** From any page with tabs. */
export const goToSyncPage = (page: Page): Promise<void> => page.getByRole('link', { name: 'ส่งข้อมูล' }).click()

const step = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'งานของเครื่องนี้อยู่ที่ใด' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })

/** On the page of sending: so many pieces of work are nowhere but on this phone. */
export const waitingOnPhone = (page: Page, n: number): Promise<void> =>
  step(page, 'ในเครื่อง')
    .filter({ has: page.getByText(String(n), { exact: true }) })
    .waitFor()
