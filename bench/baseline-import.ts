import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plantSheet } from '@thaiqm/core/baseline/planted-sheet.ts'
import { readSpreadsheet } from '../apps/server/platform/spreadsheet/read-spreadsheet.ts'
import { writeWorkbook } from '../apps/server/platform/spreadsheet/write-workbook.ts'
import { type MeasureFigure, type Measurement, median, repeated, say } from './measurement.ts'
import { peakMegabytes } from './processes.ts'
import { cacheDir, serverDir } from './repository.ts'

/** A workbook as offices hand it over, one row a hardship, with the faults such sheets come with. */
const makeWorkbook = async (rows: number): Promise<Buffer> => {
  const sheet = plantSheet(Math.ceil(rows / 3)).rows
  const columns = (sheet[2]?.cells ?? []).map(heading => ({ heading: String(heading), kind: 'text' as const }))
  const data = sheet.slice(3).map(({ cells }) => cells)
  const content = { name: 'ThaiQM 2565', titleRows: ['ข้อมูลครัวเรือน ปี ๒๕๖๕'], columns, rows: data }
  return Buffer.from(await writeWorkbook({ sheets: [content] }))
}

interface ImportRun {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly newHouseholds: number
  /** Rejected, or waiting for a person's decision. */
  readonly rowsNotTaken: number
}

/** The product's own command on an empty data folder: from starting the process to its end. */
const importFile = async (dataDir: string, file: string): Promise<ImportRun> => {
  const report = join(dataDir, 'report.json')
  const began = performance.now()
  const args = ['import', 'baseline', file, '--data-dir', dataDir, '--report', report]
  const running = spawn(process.execPath, [join(serverDir, 'main.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  let peak = 0
  running.stderr.on('data', (chunk: Buffer) => {
    err = (err + chunk.toString()).slice(-2_000)
  })
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMegabytes(running.pid ?? 0))
  }, 50)
  const code = await new Promise<number | null>(resolve => running.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`the import ended with ${code}: ${err}`)
  const seconds = (performance.now() - began) / 1_000
  const told = JSON.parse(await readFile(report, 'utf8')) as {
    readonly newHouseholds: number
    readonly rowsNotTaken: readonly { readonly verdict: string }[]
  }
  const rowsNotTaken = told.rowsNotTaken.filter(({ verdict }) => verdict !== 'warn').length
  return { seconds, peakMegabytes: peak, newHouseholds: told.newHouseholds, rowsNotTaken }
}

/** 6. Last round's workbook of a large district, from the file to the ledgers. */
export const measureBaselineImport: MeasureFigure = async rig => {
  const dataDir = join(cacheDir, `import-${process.pid}`)
  const file = join(cacheDir, `import-${process.pid}.xlsx`)
  await mkdir(cacheDir, { recursive: true })
  const bytes = await makeWorkbook(rig.importRows)
  await writeFile(file, bytes)
  try {
    const began = performance.now()
    await readSpreadsheet(bytes, 'import.xlsx')
    const readingAlone = (performance.now() - began) / 1_000
    const runs = await repeated(rig.repeats, async () => {
      await rm(dataDir, { recursive: true, force: true })
      await mkdir(dataDir, { recursive: true })
      return importFile(dataDir, file)
    })
    const [first] = runs
    if (first === undefined || first.newHouseholds === 0) throw new Error('the import took no household')
    const again = await importFile(dataDir, file)
    if (again.newHouseholds > 0) throw new Error(`the same file again made ${again.newHouseholds} households`)
    say(`${first.newHouseholds} households, ${first.rowsNotTaken} rows not taken or to be reviewed`)
    const rows = rig.importRows.toLocaleString('en')
    const measurements: Measurement[] = [
      {
        figure: 'import',
        name: `${rows} rows, file to ledgers`,
        unit: 's',
        value: median(runs.map(run => run.seconds)),
        floor: { name: 'reading the workbook alone', value: readingAlone },
        bar: { most: 60 },
      },
      {
        figure: 'import',
        name: 'the same file again, changing nothing',
        unit: 's',
        value: again.seconds,
        bar: { most: 60 },
      },
      {
        figure: 'import',
        name: `${rows} rows, most memory`,
        unit: 'MB',
        value: median(runs.map(run => run.peakMegabytes)),
        bar: { most: 600 },
      },
    ]
    return measurements
  } finally {
    await rm(dataDir, { recursive: true, force: true })
    await rm(file, { force: true })
  }
}
