import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agencies, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { readSpreadsheet } from '../apps/server/platform/spreadsheet/read-spreadsheet.ts'
import type { WorkbookCell } from '../apps/server/platform/spreadsheet/workbook-content.ts'
import { writeWorkbook } from '../apps/server/platform/spreadsheet/write-workbook.ts'
import { generateHouseholds, type PracticeHousehold } from '../apps/server/practice/practice-households.ts'
import { practiceDistricts, practiceTambons } from '../apps/server/practice/practice-villages.ts'
import { type MeasureFigure, type Measurement, median, repeated, say } from './measurement.ts'
import { peakMegabytes } from './processes.ts'
import { cacheDir, serverDir } from './repository.ts'

const headings = [
  'ลำดับ',
  'เลขรหัสประจำบ้าน',
  'บ้านเลขที่',
  'หมู่ที่',
  'ชื่อหมู่บ้าน',
  'ตำบล',
  'อำเภอ',
  'จังหวัด',
  'ชื่อ-สกุล',
  'จำนวนสมาชิก',
  'โทรศัพท์',
  'สภาพปัญหา',
  'หน่วยงานรับผิดชอบ',
  'สถานะการแก้ไข',
  'วันที่แก้ไข',
  'วันที่สำรวจ',
]

const statusWords: Readonly<Record<string, string>> = {
  OPEN: 'ยังไม่ได้ดำเนินการ',
  IN_PROGRESS: 'อยู่ระหว่างดำเนินการ',
  ASSISTED: 'ช่วยเหลือแล้ว',
  RESOLVED: 'แก้ไขแล้ว',
  SELF_RESOLVED: 'แก้ไขได้ด้วยตนเอง',
}

const nameOf = (areas: readonly { readonly code: string; readonly th: string }[], code: string): string =>
  areas.find(area => area.code === code)?.th ?? ''

const rowsOf = (household: PracticeHousehold): WorkbookCell[][] => {
  const { address, village, family, imported, phone } = household
  const head = family.members.find(member => member.isHead)
  return imported.map(({ kindCode, state, foundOn, solvedOn, wording }) => [
    address.houseCode,
    address.houseNumber,
    village.moo,
    village.nameTh,
    nameOf(practiceTambons, village.tambonCode),
    nameOf(practiceDistricts, village.tambonCode.slice(0, 4)),
    'มุกดาหาร',
    head === undefined ? null : memberName(head),
    family.members.length,
    phone,
    wording,
    agencies.find(({ code }) => code === problemKindByCode.get(kindCode)?.leadAgency)?.th ?? null,
    statusWords[state] ?? 'ยังไม่ได้ดำเนินการ',
    solvedOn === null ? null : { day: solvedOn },
    { day: foundOn },
  ])
}

/** A workbook as offices hand it over, one row a hardship; every hundredth house code is broken. */
const makeWorkbook = async (rows: number): Promise<Buffer> => {
  const made: WorkbookCell[][] = []
  for (const household of generateHouseholds('import', rows)) {
    for (const cells of rowsOf(household)) {
      const [houseCode, ...rest] = cells
      made.push([made.length + 1, made.length % 100 === 99 ? '4901' : (houseCode ?? null), ...rest])
    }
    if (made.length >= rows) break
  }
  const columns = headings.map(heading => ({ heading, kind: 'text' as const }))
  const sheet = { name: 'ข้อมูลครัวเรือน', titleRows: ['ข้อมูลครัวเรือน ปี ๒๕๖๕'], columns, rows: made.slice(0, rows) }
  return Buffer.from(await writeWorkbook({ sheets: [sheet] }))
}

interface ImportRun {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly newHouseholds: number
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
