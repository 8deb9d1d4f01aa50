import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { plantSheet } from '@thaiqm/core/baseline/planted-sheet.ts'
import { openBaselineImports } from '../apps/server/baseline/baseline-imports.ts'
import type { Opened } from '../apps/server/cli/open-for-command.ts'
import { ensureReal } from '../apps/server/cli/start-for-real.ts'
import { openServer } from '../apps/server/platform/open-server.ts'
import { writeWorkbook } from '../apps/server/platform/spreadsheet/write-workbook.ts'

const MEGABYTE = 1024 * 1024

export interface BaselineImportMeasure {
  readonly rows: number
  readonly households: number
  readonly previewSeconds: number
  readonly importSeconds: number
  readonly againSeconds: number
  readonly cpuSeconds: number
  /** Highest growth of the process's memory over what it was before the file was read. */
  readonly memoryGrowthMegabytes: number
  /** What must hold: under 60 s for the import, under 600 MB of growth, nothing new the second time. */
  readonly isGood: boolean
}

const settings = { dataDir: '', databaseUrl: undefined, keysFile: undefined, host: '127.0.0.1', port: 0 }

/** A generated workbook of a province's size, a row a hardship: previewed, imported, imported again. */
export const measureBaselineImport = async (rows = 20_000): Promise<BaselineImportMeasure> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'thaiqm-bench-'))
  const opened = await openServer({ ...settings, dataDir, log: () => undefined })
  if (!opened.ok) throw new Error(opened.code)
  const server: Opened = { ...opened.value, isBesideServer: false }
  try {
    const quiet = { ...settings, dataDir, out: () => undefined, err: () => undefined, serve: async () => 0 }
    await ensureReal({ ...quiet, openServer: async () => opened }, server)
    const sheet = plantSheet(Math.ceil(rows / 3)).rows
    const columns = (sheet[2]?.cells ?? []).map(heading => ({ heading: String(heading), kind: 'text' as const }))
    const bytes = await writeWorkbook({
      sheets: [
        { name: 'ThaiQM 2565', titleRows: ['ข้อมูลฐาน'], columns, rows: sheet.slice(3).map(({ cells }) => cells) },
      ],
    })
    const imports = openBaselineImports(server)
    const wanted = { mapping: null, decisions: { problems: {}, statuses: {}, skipRows: [] } }
    const memoryBefore = process.memoryUsage().rss
    let memoryMost = memoryBefore
    const watch = setInterval(() => {
      memoryMost = Math.max(memoryMost, process.memoryUsage().rss)
    }, 50)
    const cpuBefore = process.cpuUsage()

    const timed = async <Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> => {
      const from = performance.now()
      const value = await work()
      return { value, seconds: Math.round(performance.now() - from) / 1000 }
    }
    const importOnce = async (uploadId: string) => {
      const started = await imports.start(systemActor, uploadId, wanted)
      if (!started.ok) throw new Error(started.code)
      await imports.whenIdle()
      const read = await imports.read(systemActor, started.value.batchId)
      if (!read.ok) throw new Error(read.code)
      return read.value.batch
    }
    const uploaded = await imports.upload(systemActor, bytes, 'baseline.xlsx')
    if (!uploaded.ok) throw new Error(uploaded.code)
    const { uploadId } = uploaded.value
    const preview = await timed(() => imports.preview(systemActor, uploadId, wanted))
    const first = await timed(() => importOnce(uploadId))
    const again = await timed(() => importOnce(uploadId))
    clearInterval(watch)
    const cpu = process.cpuUsage(cpuBefore)
    const memoryGrowthMegabytes = Math.round((memoryMost - memoryBefore) / MEGABYTE)
    const isWhole = first.value.state === 'DONE' && first.value.newHouseholds === first.value.of
    const isRepeatable = again.value.newHouseholds + again.value.newProblems === 0
    return {
      rows: sheet.length,
      households: first.value.of,
      previewSeconds: preview.seconds,
      importSeconds: first.seconds,
      againSeconds: again.seconds,
      cpuSeconds: Math.round((cpu.user + cpu.system) / 1000) / 1000,
      memoryGrowthMegabytes,
      isGood: isWhole && isRepeatable && first.seconds < 60 && memoryGrowthMegabytes < 600,
    }
  } finally {
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
