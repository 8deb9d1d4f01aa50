import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'

/** A DOCX as its reader sees it. */
export interface PaperText {
  /** Everything written on it, page heads and feet included, one run of words a line. */
  readonly text: string
  /** What stands at the head and foot of its pages. */
  readonly margins: string
  /** Rows of its tables, headings and sums included, each cell one string. */
  readonly rows: readonly (readonly string[])[]
}

const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(match => match[1]).join('\n')

export const paperText = (bytes: Uint8Array): PaperText => {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, xml: strFromU8(part) }))
  const body = parts.find(({ name }) => name === 'word/document.xml')?.xml
  if (body === undefined) throw new Error('no word/document.xml in the paper')
  const margins = parts
    .filter(({ name }) => /^word\/(header|footer)\d+\.xml$/.test(name))
    .map(({ xml }) => wordsIn(xml))
  const rows = [...body.matchAll(/<w:tr(?: [^>]*)?>(.*?)<\/w:tr>/gs)].map(row =>
    [...(row[1] ?? '').matchAll(/<w:tc(?: [^>]*)?>(.*?)<\/w:tc>/gs)].map(cell => wordsIn(cell[1] ?? '')),
  )
  return { text: [wordsIn(body), ...margins].join('\n'), margins: margins.join('\n'), rows }
}

/** Waits for the paper that comes of what is done on the page, and reads it. */
export const receivePaper = async (
  page: Page,
  act: () => Promise<void>,
): Promise<PaperText & { readonly fileName: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { fileName: download.suggestedFilename(), ...paperText(await readFile(await download.path())) }
}

/** Clicks a paper's link and reads the file that comes. */
export const downloadPaper = (page: Page, link: string): Promise<PaperText & { readonly fileName: string }> =>
  receivePaper(page, () => page.getByRole('link', { name: link }).click())
