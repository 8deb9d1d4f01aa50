import { instant } from '@thaiqm/core/ledger/day.ts'
import { batchId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

/** A workbook on its way in: `POST` its bytes with the file's name in the query; nothing is imported yet. */
export const uploadWorkbookPath = '/api/baseline/uploads'

/** Column number (from 0) → the field it holds. */
export const columnMapping = z.record(z.string().regex(/^\d+$/), z.string())

/** Chosen for a wording whose rows are not to be imported. */
export const leaveOut = 'leave-out'

/** A person's answers in the review table. */
export const reviewDecisions = z.object({
  /** Problem wording as written → kind code, or `leave-out`. */
  problems: z.record(z.string(), z.string()),
  /** Status wording as written → problem state, or `leave-out`. */
  statuses: z.record(z.string(), z.string()),
  /** Rows to leave out. */
  skipRows: z.array(z.number().int()),
})
export type ReviewDecisions = z.infer<typeof reviewDecisions>

export const uploadReply = z.object({
  uploadId: z.uuid(),
  fileName: z.string(),
  sheetName: z.string(),
  /** Row of the headings, as Excel counts. */
  headingRow: z.number().int(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      heading: z.string(),
      /** `ignored` where no field was recognised. */
      field: z.string(),
      /** `sure`: the heading is known · `likely`: a telling part of it · `none`: nobody reads the column yet. */
      confidence: z.enum(['sure', 'likely', 'none']),
      samples: z.array(z.string()),
    }),
  ),
  /** Fields a column may be given by hand, with their names. */
  fields: z.array(z.object({ field: z.string(), nameTh: z.string(), nameEn: z.string(), required: z.boolean() })),
  missing: z.array(z.string()),
  rowCount: z.number().int(),
})
export type UploadReply = z.infer<typeof uploadReply>

export const rowReason = z.object({
  code: z.string(),
  field: z.string().nullable(),
  messageTh: z.string(),
  messageEn: z.string(),
  remedyTh: z.string(),
})

export const rowVerdict = z.object({
  rowNumber: z.number().int(),
  verdict: z.enum(['accept', 'warn', 'review', 'reject', 'skip']),
  reasons: z.array(rowReason),
})
export type RowVerdictView = z.infer<typeof rowVerdict>

export const importTotals = z.object({
  rows: z.number().int(),
  accept: z.number().int(),
  warn: z.number().int(),
  review: z.number().int(),
  reject: z.number().int(),
  skip: z.number().int(),
  households: z.number().int(),
  problems: z.number().int(),
})
export type ImportTotals = z.infer<typeof importTotals>

export const previewReply = z.object({
  totals: importTotals,
  /** Every row that is not simply accepted. */
  rows: z.array(rowVerdict),
  /** Wordings that wait for a person, the likeliest kinds first. */
  problemReview: z.array(
    z.object({
      wording: z.string(),
      rows: z.array(z.number().int()),
      candidates: z.array(z.object({ kindCode: z.string(), score: z.number() })),
      chosen: z.string().nullable(),
    }),
  ),
  statusReview: z.array(
    z.object({ wording: z.string(), rows: z.array(z.number().int()), chosen: z.string().nullable() }),
  ),
  /** How wordings were matched, for a glance, the least sure first: `likely`, `decided` by a person, or `sure`. */
  matched: z.array(
    z.object({
      wording: z.string(),
      kindCode: z.string(),
      confidence: z.enum(['likely', 'decided', 'sure']),
      rows: z.number().int(),
    }),
  ),
  /** Households as they would be imported: the first few, to look at. */
  samples: z.array(
    z.object({ areaCode: z.string(), houseNumber: z.string(), headName: z.string(), problems: z.number().int() }),
  ),
})
export type PreviewReply = z.infer<typeof previewReply>

const uploadParams = z.object({ uploadId: z.uuid() })
const reading = z.object({ mapping: columnMapping.nullable(), decisions: reviewDecisions })

export const previewImport = defineRoute({
  method: 'POST',
  path: '/api/baseline/uploads/:uploadId/preview',
  room: 'baseline',
  access: 'signed-in',
  summary: 'What an import of this workbook would do, row by row',
  params: uploadParams,
  body: reading,
  reply: previewReply,
})

export const batchView = z.object({
  batchId,
  fileName: z.string(),
  byName: z.string(),
  startedAt: instant,
  state: z.enum(['RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED']),
  done: z.number().int(),
  of: z.number().int(),
  totals: importTotals,
  newHouseholds: z.number().int(),
  newProblems: z.number().int(),
  unchangedHouseholds: z.number().int(),
})
export type BatchView = z.infer<typeof batchView>

export const startImport = defineRoute({
  method: 'POST',
  path: '/api/baseline/uploads/:uploadId/import',
  room: 'baseline',
  access: 'signed-in',
  summary: 'Import the good rows; the rest stays in the report by row number',
  params: uploadParams,
  body: reading,
  reply: z.object({ batch: batchView }),
})

export const listBatches = defineRoute({
  method: 'GET',
  path: '/api/baseline/batches',
  room: 'baseline',
  access: 'signed-in',
  summary: 'Imports so far, the newest first',
  reply: z.object({ batches: z.array(batchView) }),
})

export const readBatch = defineRoute({
  method: 'GET',
  path: '/api/baseline/batches/:batchId',
  room: 'baseline',
  access: 'signed-in',
  summary: 'How far an import has come, and its report of every row not taken',
  params: z.object({ batchId }),
  reply: z.object({ batch: batchView, rows: z.array(rowVerdict) }),
})

export const undoBatch = defineRoute({
  method: 'POST',
  path: '/api/baseline/batches/:batchId/undo',
  room: 'baseline',
  access: 'signed-in',
  summary: 'Take back a whole import while nothing builds on it',
  params: z.object({ batchId }),
  reply: z.object({ batch: batchView }),
})
