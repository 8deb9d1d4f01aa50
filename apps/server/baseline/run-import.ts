import type { ImportTotals, RowVerdictView } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { findRefusalSentence } from '@thaiqm/contract/refusal/refusals.ts'
import { writeSentence } from '@thaiqm/contract/refusal/sentence.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { BaselineHousehold } from '@thaiqm/core/baseline/baseline-household.ts'
import type { KnownArea } from '@thaiqm/core/baseline/match-area.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { findAreasUnder } from '../area/area-store.ts'
import type { InstallationState } from '../installation/installation-state.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { findOfficeDocuments } from '../sync/ledger-store.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import {
  type Batch,
  type BatchProgress,
  countImportedFacts,
  findReading,
  findReport,
  moveBatch,
  saveReport,
  setBatchState,
} from './baseline-store.ts'
import { importCommand } from './import-command.ts'
import { type ReadingPlace, readImport } from './preview-import.ts'
import { readUploadedSheet } from './read-upload.ts'
import { findUpload } from './upload-files.ts'

/** What the importing of workbooks works with. */
export interface BaselineRoom {
  readonly parts: ServerParts
  readonly installation: InstallationState
  readonly filesDir: string
}

/** Villages are left out on purpose: they grow with every import, and a file must read the same when it comes again. */
const findKnownAreas = async ({ parts }: BaselineRoom): Promise<KnownArea[]> => {
  const areas = await inTransaction(parts.db, systemScope, trx => findAreasUnder(trx, ''))
  return areas
    .filter(({ level }) => level !== 'VILLAGE')
    .map(({ areaCode, nameTh, nameEn }) => ({ code: areaCode, th: nameTh, en: nameEn }))
}

export const readingPlace = async (room: BaselineRoom, areaCode: string, today: Day): Promise<ReadingPlace> => ({
  areas: await findKnownAreas(room),
  areaCode,
  provinceCode: room.installation.current().provinceCode,
  today,
})

/** The round that old hardships belong to: the latest baseline of the installation. */
export const findBaselineRound = async ({ parts }: BaselineRoom): Promise<Round | undefined> => {
  const rounds = await inTransaction(parts.db, systemScope, trx => findOfficeDocuments(trx, 'round', parts.keys))
  return (rounds as RoundLedger[]).filter(({ kind }) => kind === 'BASELINE').sort((a, b) => b.yearBe - a.yearBe)[0]
}

interface NotTaken {
  readonly household: BaselineHousehold
  readonly code: string
}

/** A household the rules did not take after all is told of in the report, at each of its rows. */
const reportWith = (
  totals: ImportTotals,
  report: readonly RowVerdictView[],
  notTaken: readonly NotTaken[],
): { totals: ImportTotals; report: RowVerdictView[] } => {
  const rows = new Map(report.map(row => [row.rowNumber, row]))
  const counts = { ...totals }
  for (const { household, code } of notTaken) {
    const sentence = findRefusalSentence(code) ?? { th: code, en: code }
    counts.households -= 1
    counts.problems -= household.problems.length
    for (const rowNumber of household.sourceRows) {
      const before = rows.get(rowNumber)
      counts[before?.verdict ?? 'accept'] -= 1
      counts.reject += 1
      const reason = {
        code,
        field: null,
        messageTh: `แถวที่ ${rowNumber}: ${writeSentence(sentence.th, {})}`,
        messageEn: `Row ${rowNumber}: ${writeSentence(sentence.en, {})}`,
        remedyTh: 'รายการนี้รอเจ้าหน้าที่ตรวจสอบในหน้ารายการค้าง',
      }
      rows.set(rowNumber, { rowNumber, verdict: 'reject', reasons: [...(before?.reasons ?? []), reason] })
    }
  }
  return { totals: counts, report: [...rows.values()].sort((a, b) => a.rowNumber - b.rowNumber) }
}

/** Reads a batch's upload again, exactly as it was read when the import was started. */
const readHouseholds = async (room: BaselineRoom, batch: Batch): Promise<readonly BaselineHousehold[]> => {
  const { parts, filesDir } = room
  const reading = await inTransaction(parts.db, systemScope, trx => findReading(trx, batch.batchId))
  const bytes = await findUpload(filesDir, parts.keys, batch.uploadId)
  if (reading === undefined || bytes === undefined) throw new Error('an import needs its upload and its reading')
  const sheet = await readUploadedSheet(bytes, batch.fileName)
  if (!sheet.ok) throw new Error('an upload that was read once can be read again')
  return readImport(sheet.value, reading, await readingPlace(room, batch.areaCode, reading.today)).decided.households
}

const HOUSEHOLDS_AT_ONCE = 200

/**
 * Imports a batch from its upload, some hundred households a transaction, and writes down how far it has come. Begun
 * again after a restart it sends the same commands, of which those already applied change nothing. Leaves the batch
 * RUNNING when told to stop, DONE at the end.
 */
export const runImport = async (
  room: BaselineRoom,
  batch: Batch,
  actor: Actor,
  isStopping: () => boolean,
  read?: readonly BaselineHousehold[],
): Promise<void> => {
  const { parts } = room
  const { batchId } = batch
  const round = await findBaselineRound(room)
  if (round === undefined) throw new Error('an import needs a baseline round')
  const households = read ?? (await readHouseholds(room, batch))
  let progress: BatchProgress = { done: 0, newHouseholds: 0, newProblems: 0, unchangedHouseholds: 0 }
  const notTaken: NotTaken[] = []
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE) {
    if (isStopping()) return
    const slice = households.slice(at, at + HOUSEHOLDS_AT_ONCE)
    const of = { batchId, round, madeAt: batch.startedAt }
    const commands = slice.map((household, index) => importCommand(parts.keys, of, household, at + index + 1))
    const receipts = await runCommands(parts, { actor, deviceId: batchId, commands })
    slice.forEach((household, index) => {
      const receipt = receipts[index]
      if (receipt?.outcome === 'parked')
        notTaken.push({ household, code: receipt.refusal?.code ?? 'server-could-not-judge' })
    })
    const parked = receipts.filter(({ outcome }) => outcome === 'parked').length
    progress = await inTransaction(parts.db, systemScope, async trx => {
      const facts = await countImportedFacts(
        trx,
        commands.map(({ ledgerId }) => ledgerId),
        commands.map(({ commandId }) => commandId),
      )
      const added = [...facts.values()]
      const next = {
        done: at + slice.length,
        newHouseholds: progress.newHouseholds + added.filter(({ isNew }) => isNew).length,
        newProblems: progress.newProblems + added.reduce((sum, { problems }) => sum + problems, 0),
        unchangedHouseholds: progress.unchangedHouseholds + slice.length - facts.size - parked,
      }
      await moveBatch(trx, batchId, next, [...facts.keys()], at === 0)
      return next
    })
  }
  await inTransaction(parts.db, systemScope, async trx => {
    if (notTaken.length > 0) {
      const final = reportWith(batch.totals, await findReport(trx, batchId), notTaken)
      await saveReport(trx, batchId, final.totals, final.report)
    }
    await setBatchState(trx, batchId, 'DONE')
  })
}
