import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** From the next page load on, the page can be examined: the pages' own rules let no script in later. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ path: axePath })

type Axe = { run: (context: Document, options: RunOptions) => Promise<AxeResults> }

const examine = async (page: Page, options: RunOptions): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(
    (chosen: RunOptions): Promise<AxeResults> =>
      (globalThis as unknown as { axe: Axe }).axe.run(document, { ...chosen, resultTypes: ['violations'] }),
    options,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    )
}

const settled = async (): Promise<void> => {
  // A change of colours runs down the page, from parents to children, in several frames. Chromium keeps a finished one on its
  // list for as long as it stands in a closed panel: only what still runs is waited for.
  const isStill = () => document.getAnimations().every(({ playState }) => playState !== 'running')
  for (let quiet = 0; quiet < 4; )
    quiet = await new Promise<number>(after => requestAnimationFrame(() => after(isStill() ? quiet + 1 : 0)))
}

/** In the dark only the colours are other ones. */
const schemes = [
  ['light', {}],
  ['dark', { runOnly: { type: 'rule', values: ['color-contrast'] } }],
] as const satisfies readonly (readonly ['light' | 'dark', RunOptions])[]

/** What keeps somebody from using this page, light and dark; nothing, when all is well. */
export const barriers = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const [colorScheme, options] of schemes) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(settled)
    found.push(...(await examine(page, options)).map(barrier => `${colorScheme}: ${barrier}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

const MOST_TABS = 80

/** Presses Tab until the focus is on what is named so. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(focused.trim())) return
  }
  throw new Error(`${MOST_TABS} times Tab do not lead to ${name}`)
}
