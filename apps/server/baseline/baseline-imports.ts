import { randomUUID } from 'node:crypto'
import type { BatchView, PreviewReply, RowVerdictView, UploadReply } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { type Actor, isSystem, systemActor, systemPersonId } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { BatchId } from '@thaiqm/core/ledger/identifiers.ts'
import { type Outcome, type Refusal, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { actorOf } from '@thaiqm/core/person/person.ts'
import { findPerson } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { placeOfFault } from '../platform/place-of-fault.ts'
import { type AuditLine, writeAudit } from '../sync/ledger-store.ts'
import {
  addBatch,
  type Batch,
  findBatch,
  findBatches,
  findReport,
  findUnfinishedBatches,
  findUploadOf,
  saveUpload,
  setBatchState,
} from './baseline-store.ts'
import { describePreview, readImport, rowsToReport, totalsOf, type WantedReading } from './preview-import.ts'
import { describeUpload, readUploadedSheet } from './read-upload.ts'
import { type BaselineRoom, findBaselineRound, readingPlace, runImport } from './run-import.ts'
import { countBlocked, runUndo } from './undo-import.ts'
import { dropOldUploads, findUpload, keepUpload } from './upload-files.ts'

export type ImportRefusal =
  | 'not-permitted'
  | 'practice-takes-no-real-data'
  | 'workbook-not-readable'
  | 'upload-gone'
  | 'round-unknown'
  | 'not-found'
  | 'try-again-soon'
  | 'batch-cannot-be-undone'

/** The importing of last round's workbooks: one at a time, in the background, going on after a restart. */
export interface BaselineImports {
  upload(actor: Actor, bytes: Uint8Array, fileName: string): Promise<Outcome<UploadReply, ImportRefusal>>
  preview(actor: Actor, uploadId: string, wanted: WantedReading): Promise<Outcome<PreviewReply, ImportRefusal>>
  start(actor: Actor, uploadId: string, wanted: WantedReading): Promise<Outcome<BatchView, ImportRefusal>>
  list(actor: Actor): Promise<Outcome<BatchView[], ImportRefusal>>
  read(
    actor: Actor,
    batchId: BatchId,
  ): Promise<Outcome<{ readonly batch: BatchView; readonly rows: RowVerdictView[] }, ImportRefusal>>
  undo(actor: Actor, batchId: BatchId): Promise<Outcome<BatchView, ImportRefusal>>
  /** Goes on with what was at work when the server last ended. */
  resume(): Promise<void>
  /** When nothing is at work any more. */
  whenIdle(): Promise<void>
  /** Ends after the households in hand; the rest is done after the next start. */
  stop(): Promise<void>
}

const toView = ({ uploadId: _u, personId: _p, postId: _o, areaCode: _a, ...view }: Batch): BatchView => view

const areaOf = (actor: Actor): string => (isSystem(actor) ? '' : actor.areaCode)

export const openBaselineImports = (room: BaselineRoom): BaselineImports => {
  const { parts, installation, filesDir } = room
  let isStopping = false
  let queue: Promise<void> = Promise.resolve()

  const inSystem = <Value>(work: Parameters<typeof inTransaction<Value>>[2]) =>
    inTransaction(parts.db, systemScope, work)

  const audit = (actor: Actor, act: string, objectId: string, details: NonNullable<AuditLine['details']> = {}) =>
    inSystem(trx =>
      writeAudit(trx, actor, [{ at: parts.clock.now(), act, objectKind: 'import', objectId, areaCode: null, details }]),
    )

  const mayNot = (actor: Actor): Refusal<ImportRefusal> | undefined => {
    if (!hasAbility(actor, 'import-baseline')) return refuse('not-permitted', { command: 'ImportBaselineHousehold' })
    return installation.current().mode === 'practice' ? refuse('practice-takes-no-real-data') : undefined
  }

  const inTurn = (batchId: BatchId, work: () => Promise<void>): void => {
    queue = queue.then(async () => {
      if (isStopping) return
      try {
        await work()
      } catch (error) {
        parts.log('import-failed', { batchId, place: placeOfFault(error) })
        if (!isStopping) await inSystem(trx => setBatchState(trx, batchId, 'FAILED')).catch(() => undefined)
      }
    })
  }

  const openUpload = async (actor: Actor, uploadId: string) => {
    const upload = await inSystem(trx => findUploadOf(trx, uploadId, actor.personId))
    const bytes = upload && (await findUpload(filesDir, parts.keys, uploadId))
    if (upload === undefined || bytes === undefined) return refuse('upload-gone')
    const sheet = await readUploadedSheet(bytes, upload.fileName)
    return sheet.ok ? succeed({ ...upload, sheet: sheet.value }) : sheet
  }

  const today = () => dayOf(parts.clock.now())

  const findActorOf = async ({ personId, postId }: Batch): Promise<Actor | undefined> => {
    if (personId === systemPersonId) return systemActor
    const person = await inSystem(trx => findPerson(trx, parts.keys, personId))
    const post = person?.posts.find(({ id }) => id === postId)
    return person === undefined || post === undefined || person.status === 'DISABLED'
      ? undefined
      : actorOf(person, post)
  }

  return {
    upload: async (actor, bytes, fileName) => {
      const refusal = mayNot(actor)
      if (refusal) return refusal
      const sheet = await readUploadedSheet(bytes, fileName)
      if (!sheet.ok) return sheet
      const uploadId = randomUUID()
      await dropOldUploads(filesDir, Date.now())
      await keepUpload(filesDir, parts.keys, uploadId, bytes)
      const { sheetName } = sheet.value
      await inSystem(trx =>
        saveUpload(trx, { uploadId, fileName, sheetName, personId: actor.personId }, parts.clock.now()),
      )
      const reply = describeUpload(uploadId, fileName, sheet.value)
      await audit(actor, 'UploadBaseline', uploadId, { rows: reply.rowCount })
      return succeed(reply)
    },

    preview: async (actor, uploadId, wanted) => {
      const refusal = mayNot(actor)
      if (refusal) return refusal
      const upload = await openUpload(actor, uploadId)
      if (!upload.ok) return upload
      const place = await readingPlace(room, areaOf(actor), today())
      return succeed(describePreview(readImport(upload.value.sheet, wanted, place), wanted.decisions))
    },

    start: async (actor, uploadId, wanted) => {
      const refusal = mayNot(actor)
      if (refusal) return refusal
      if ((await findBaselineRound(room)) === undefined) return refuse('round-unknown')
      const upload = await openUpload(actor, uploadId)
      if (!upload.ok) return upload
      const reading = { mapping: wanted.mapping, decisions: wanted.decisions, today: today() }
      // What the command line brings in belongs to the province, whose officers see it and may take it back.
      const areaCode = areaOf(actor) || (installation.current().provinceCode ?? '')
      const place = await readingPlace(room, areaCode, reading.today)
      const { decided } = readImport(upload.value.sheet, wanted, place)
      const batch: Batch = {
        batchId: randomUUID() as BatchId,
        uploadId,
        fileName: upload.value.fileName,
        personId: actor.personId,
        postId: actor.postId,
        byName: actor.name,
        areaCode,
        startedAt: parts.clock.now(),
        state: 'RUNNING',
        done: 0,
        of: decided.households.length,
        totals: totalsOf(decided),
        newHouseholds: 0,
        newProblems: 0,
        unchangedHouseholds: 0,
      }
      await inSystem(trx => addBatch(trx, batch, reading, rowsToReport(decided)))
      await audit(actor, 'StartBaselineImport', batch.batchId, { households: batch.of })
      inTurn(batch.batchId, () => runImport(room, batch, actor, () => isStopping, decided.households))
      return succeed(toView(batch))
    },

    list: async actor => {
      if (!hasAbility(actor, 'import-baseline')) return refuse('not-permitted', { command: 'ImportBaselineHousehold' })
      return succeed((await inSystem(trx => findBatches(trx, areaOf(actor)))).map(toView))
    },

    read: async (actor, batchId) => {
      if (!hasAbility(actor, 'import-baseline')) return refuse('not-permitted', { command: 'ImportBaselineHousehold' })
      return inSystem(async trx => {
        const batch = await findBatch(trx, batchId, areaOf(actor))
        if (batch === undefined) return refuse('not-found')
        return succeed({ batch: toView(batch), rows: await findReport(trx, batchId) })
      })
    },

    undo: async (actor, batchId) => {
      if (!hasAbility(actor, 'import-baseline')) return refuse('not-permitted', { command: 'UndoBaselineHousehold' })
      const batch = await inSystem(trx => findBatch(trx, batchId, areaOf(actor)))
      if (batch === undefined) return refuse('not-found')
      if (batch.state === 'UNDONE' || batch.state === 'UNDOING') return succeed(toView(batch))
      if (batch.state === 'RUNNING') return refuse('try-again-soon')
      const count = await countBlocked(room, actor, batchId)
      if (count > 0) return refuse('batch-cannot-be-undone', { count })
      await inSystem(trx => setBatchState(trx, batchId, 'UNDOING'))
      await audit(actor, 'UndoBaselineImport', batchId)
      inTurn(batchId, () => runUndo(room, batchId, actor, () => isStopping))
      return succeed({ ...toView(batch), state: 'UNDOING' })
    },

    resume: async () => {
      for (const batch of await inSystem(trx => findUnfinishedBatches(trx))) {
        const actor = await findActorOf(batch)
        parts.log('import-resumed', { batchId: batch.batchId, state: batch.state, possible: actor !== undefined })
        if (actor === undefined) await inSystem(trx => setBatchState(trx, batch.batchId, 'FAILED'))
        else if (batch.state === 'UNDOING')
          inTurn(batch.batchId, () => runUndo(room, batch.batchId, actor, () => isStopping))
        else inTurn(batch.batchId, () => runImport(room, batch, actor, () => isStopping))
      }
    },

    whenIdle: () => queue,

    stop: () => {
      isStopping = true
      return queue
    },
  }
}
