import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { areas } from '@thaiqm/catalogue/catalogue.ts'
import {
  type BatchView,
  columnMapping,
  type ImportTotals,
  type RowVerdictView,
  reviewDecisions,
} from '@thaiqm/contract/baseline/baseline-routes.ts'
import { findRefusalSentence } from '@thaiqm/contract/refusal/refusals.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { BaselineTotals } from '@thaiqm/core/baseline/baseline-household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { openBaselineImports } from '../baseline/baseline-imports.ts'
import { readImport, rowsToReport, totalsOf, type WantedReading } from '../baseline/preview-import.ts'
import { readUploadedSheet, type UploadedSheet } from '../baseline/read-upload.ts'
import { readingPlace } from '../baseline/run-import.ts'
import { SPREADSHEET_REFUSALS, type SpreadsheetRefusal } from '../platform/spreadsheet/spreadsheet-refusal.ts'
import { type CliSettings, complain, exitCodes } from './cli-settings.ts'
import { type Command, type CommandLine, isOn, textOf } from './command.ts'
import { type Opened, withServer } from './open-for-command.ts'
import { ensureReal } from './start-for-real.ts'

/** What an import did, for a program to read: rows of data, households they tell of, and every row not simply taken. */
interface ImportReport {
  readonly rows: number
  readonly households: number
  readonly totals: ImportTotals
  readonly rowsNotTaken: readonly {
    readonly row: number
    readonly verdict: 'reject' | 'warn' | 'review'
    readonly reasons: RowVerdictView['reasons']
  }[]
  /** Null for a dry run. */
  readonly batchId: string | null
  readonly newHouseholds: number
  readonly newProblems: number
  readonly unchangedHouseholds: number
}

const reportOf = (
  totals: BaselineTotals,
  imported: ImportTotals,
  rows: readonly RowVerdictView[],
  batch: BatchView | null,
): ImportReport => ({
  rows: totals.dataRows,
  households: totals.householdsInFile,
  totals: imported,
  rowsNotTaken: rows.flatMap(({ rowNumber, verdict, reasons }) =>
    verdict === 'accept' || verdict === 'skip' ? [] : [{ row: rowNumber, verdict, reasons }],
  ),
  batchId: batch?.batchId ?? null,
  newHouseholds: batch?.newHouseholds ?? 0,
  newProblems: batch?.newProblems ?? 0,
  unchangedHouseholds: batch?.unchangedHouseholds ?? 0,
})

const readJson = async (path: string | undefined): Promise<unknown> =>
  path === undefined ? undefined : JSON.parse(await readFile(path, 'utf8'))

const noDecisions = { problems: {}, statuses: {}, skipRows: [] }

/** Columns and decisions from their files; undefined when one of them is not what it should be. */
const readWanted = async (line: CommandLine): Promise<WantedReading | undefined> => {
  try {
    const mapping = columnMapping.optional().parse(await readJson(textOf(line, 'mapping')))
    const given = await readJson(textOf(line, 'decisions'))
    const decisions = reviewDecisions.parse({ ...noDecisions, ...(given === undefined ? {} : Object(given)) })
    return { mapping: mapping ?? null, decisions }
  } catch {
    return undefined
  }
}

const notReadable = (settings: CliSettings, { details }: { details: Readonly<Record<string, unknown>> }): number => {
  const sentence = SPREADSHEET_REFUSALS[details.code as SpreadsheetRefusal]
  return complain(settings, sentence.th, sentence.en, exitCodes.notBegun)
}

/** Brings the file in as the system, waits for the end, and answers the finished batch with its rows. */
const importFile = async (
  settings: CliSettings,
  server: Opened,
  file: { readonly bytes: Uint8Array; readonly name: string },
  wanted: WantedReading,
): Promise<{ batch: BatchView; rows: readonly RowVerdictView[] } | number> => {
  const imports = openBaselineImports(server)
  const uploaded = await imports.upload(systemActor, file.bytes, file.name)
  const started = uploaded.ok ? await imports.start(systemActor, uploaded.value.uploadId, wanted) : uploaded
  if (!started.ok) {
    const { th, en } = findRefusalSentence(started.code) ?? { th: started.code, en: started.code }
    return complain(settings, th, en, exitCodes.notBegun)
  }
  await imports.whenIdle()
  const read = await imports.read(systemActor, started.value.batchId)
  if (!read.ok || read.value.batch.state !== 'DONE')
    return complain(
      settings,
      'นำเข้าไม่สำเร็จ ส่วนที่นำเข้าแล้วยังอยู่ครบ สั่งซ้ำได้โดยไม่เกิดรายการซ้ำ',
      'The import failed. What was imported stays; running it again doubles nothing.',
      exitCodes.foundWrong,
    )
  return read.value
}

const summary = ({ rows, households, rowsNotTaken, newHouseholds, newProblems, unchangedHouseholds }: ImportReport) =>
  [
    `แถวข้อมูล ${rows} ครัวเรือนในไฟล์ ${households} · ${rows} rows, ${households} households in the file`,
    `ครัวเรือนใหม่ ${newHouseholds} ปัญหาใหม่ ${newProblems} ไม่เปลี่ยนแปลง ${unchangedHouseholds} · ${newHouseholds} new households, ${newProblems} new problems, ${unchangedHouseholds} unchanged`,
    ...rowsNotTaken.flatMap(({ verdict, reasons }) =>
      reasons.map(({ messageTh, remedyTh }) => `  [${verdict}] ${messageTh} → ${remedyTh}`),
    ),
  ].join('\n')

const lacksColumns = (sheet: UploadedSheet, { mapping }: WantedReading): boolean =>
  mapping === null && sheet.recognised.missing.length > 0

export const importBaselineCommand: Command = {
  name: 'import baseline',
  words: ['FILE'],
  th: 'นำเข้าข้อมูลครัวเรือนรอบก่อนจาก .xlsx หรือ .csv สั่งซ้ำได้ ไม่เกิดรายการซ้ำ',
  en: "Import last round's households from .xlsx or .csv; the same file again changes nothing",
  options: {
    report: { value: 'OUT.json', th: 'ไฟล์รายงานทุกแถวที่ไม่ผ่าน', en: 'where to write the report of every row not taken' },
    mapping: { value: 'FILE', th: 'ไฟล์ JSON: เลขคอลัมน์ (จาก 0) → ช่อง', en: 'JSON: column (from 0) → field' },
    decisions: {
      value: 'FILE',
      th: 'ไฟล์ JSON: ผลการพิจารณา problems, statuses, skipRows',
      en: 'JSON: decisions problems, statuses, skipRows',
    },
    'dry-run': { th: 'ตรวจไฟล์เท่านั้น ไม่นำเข้า', en: 'only check the file' },
  },
  run: async (line, settings) => {
    const [path = ''] = line.words
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined)
      return complain(settings, `เปิดไฟล์ ${path} ไม่ได้`, `The file ${path} cannot be opened.`, exitCodes.notBegun)
    const wanted = await readWanted(line)
    if (wanted === undefined)
      return complain(
        settings,
        'อ่านไฟล์ --mapping หรือ --decisions ไม่ได้ ต้องเป็น JSON ตามรูปแบบ',
        'The file of --mapping or --decisions is not JSON of the expected shape.',
        exitCodes.notBegun,
      )
    const sheet = await readUploadedSheet(bytes, basename(path))
    if (!sheet.ok) return notReadable(settings, sheet)
    if (lacksColumns(sheet.value, wanted))
      return complain(
        settings,
        `ไม่พบคอลัมน์ที่จำเป็น (${sheet.value.recognised.missing.join(', ')}) โปรดกำหนดด้วย --mapping`,
        `Needed columns were not found (${sheet.value.recognised.missing.join(', ')}): name them with --mapping.`,
        exitCodes.notBegun,
      )
    return withServer(settings, async server => {
      const isDryRun = isOn(line, 'dry-run')
      const stop = isDryRun ? undefined : await ensureReal(settings, server)
      if (stop !== undefined) return stop
      const today = dayOf(server.parts.clock.now())
      const place = await readingPlace(server, '', today)
      const provinceCode = place.provinceCode ?? areas[0]?.code ?? null
      const { decided } = readImport(sheet.value, wanted, { ...place, provinceCode })
      let report = reportOf(decided.totals, totalsOf(decided), rowsToReport(decided), null)
      if (!isDryRun) {
        const imported = await importFile(settings, server, { bytes, name: basename(path) }, wanted)
        if (typeof imported === 'number') return imported
        report = reportOf(decided.totals, imported.batch.totals, imported.rows, imported.batch)
      }
      const file = textOf(line, 'report')
      if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
      settings.out(isOn(line, 'json') ? JSON.stringify(report) : summary(report))
      return exitCodes.done
    })
  },
}
