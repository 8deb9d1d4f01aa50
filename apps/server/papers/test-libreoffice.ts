import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether papers can be opened here as an office opens them; `npm test` says so aloud when they cannot. */
export const hasLibreOffice =
  spawnSync('sh', ['-c', 'command -v soffice && command -v pdftotext && command -v pdfinfo']).status === 0

/** What LibreOffice prints of a paper. */
export interface PrintedPaper {
  readonly text: string
  readonly pages: number
  /** Of the first page, `210 x 297`, in millimetres. */
  readonly size: string
}

// Thai vowels come out of a PDF taken apart or in another order of marks; how a line was broken says nothing.
const inOneForm = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Whether a sentence stands on the printed paper, however its lines were broken. */
export const isPrinted = ({ text }: PrintedPaper, sentence: string): boolean =>
  inOneForm(text).includes(inOneForm(sentence))

/** Prints papers as PDF in one start of LibreOffice and reads them. */
export const printPapers = async <Name extends string>(
  papers: Readonly<Record<Name, Uint8Array>>,
): Promise<Readonly<Record<Name, PrintedPaper>>> => {
  const folder = await mkdtemp(join(tmpdir(), 'thaiqm-printed-'))
  const names = Object.keys(papers) as Name[]
  try {
    await Promise.all(names.map(name => writeFile(join(folder, `${name}.docx`), papers[name])))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const files = names.map(name => join(folder, `${name}.docx`))
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
    const printed = await Promise.all(
      names.map(async name => {
        const pdf = join(folder, `${name}.pdf`)
        const [{ stdout: text }, { stdout: about }] = await Promise.all([
          run('pdftotext', ['-enc', 'UTF-8', pdf, '-']),
          run('pdfinfo', [pdf]),
        ])
        const pages = Number(/^Pages:\s+(\d+)/m.exec(about)?.[1])
        const points = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(about)?.slice(1) ?? []
        const size = points.map(side => Math.round((Number(side) * 25.4) / 72)).join(' x ')
        return [name, { text, pages, size }] as const
      }),
    )
    return Object.fromEntries(printed) as Record<Name, PrintedPaper>
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
